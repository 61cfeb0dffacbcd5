package be.zelfscan.organisation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names and addresses are written and told apart. Pure. */
public final class Wording {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern EMAIL = Pattern
            .compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    private Wording() {}

    /** On one line, with single spaces. */
    public static String clean(String text) {
        return BETWEEN.matcher(text).replaceAll(" ").strip();
    }

    /** By which names are told apart: without case. */
    public static String key(String text) {
        return clean(text).toLowerCase(Locale.ROOT);
    }

    /** Why this, cleaned, is no name. */
    public static Optional<String> problemOfName(String name) {
        if (name.isEmpty()) {
            return Optional.of("Vul een naam in.");
        }
        int length = name.codePointCount(0, name.length());
        return length > LONGEST_NAME ? Optional.of("Deze naam telt %d tekens; er is plaats voor %d.".formatted(length, LONGEST_NAME))
                : Optional.empty();
    }

    /** Why this key is no address. */
    public static Optional<String> problemOfEmail(String email) {
        if (email.isEmpty()) {
            return Optional.of("Vul een e-mailadres in.");
        }
        return email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()
                ? Optional.of("Dit is geen e-mailadres. Schrijf het voluit, zoals naam@centrum.be.")
                : Optional.empty();
    }
}
