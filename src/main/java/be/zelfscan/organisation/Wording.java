package be.zelfscan.organisation;

import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import java.util.Optional;

/** How names and addresses of the net are written and told apart. Pure. */
public final class Wording {
    private static final int LONGEST_NAME = 200;

    private Wording() {}

    /** On one line, with single spaces; {@link #problemOfName} says what else is wrong with it. */
    public static String clean(String text) {
        return Texts.line(text);
    }

    /** By which names are told apart: the same for two that look the same. */
    public static String key(String text) {
        return Names.key(text);
    }

    /** Why this, cleaned, is no name. */
    public static Optional<String> problemOfName(String name) {
        if (Texts.clean(name).isEmpty()) {
            return Optional.of("Vul een naam in.");
        }
        int length = Texts.length(name);
        return length > LONGEST_NAME ? Optional.of("Deze naam telt %d tekens; er is plaats voor %d.".formatted(length, LONGEST_NAME))
                : Names.oddSign(name);
    }

    /** An address as it is kept, of what was typed. */
    public static String email(String typed) {
        return EmailAddress.tidy(typed);
    }

    /** Why this is no address that can be mailed. */
    public static Optional<String> problemOfEmail(String email) {
        return EmailAddress.problem(email);
    }
}
