package be.zelfscan.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses as people type and paste them. What is accepted here can be mailed. Pure. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_BEFORE_AT = 64;
    /** In how many wrappings an address is looked for, one in the other. */
    private static final int MOST_LAYERS = 10;
    private static final Pattern WITH_NAME = Pattern.compile("[^<>]*<([^<>]*)>[^<>@]*");
    private static final Pattern MAILTO = Pattern.compile("mailto:([^?]*)(\\?.*)?", Pattern.CASE_INSENSITIVE);
    private static final String AROUND = "\\s\\p{Z}\\p{Cc}\\p{Cf};,:<>()\\[\\]\"“”„‘’«»";
    private static final Pattern EDGES = Pattern.compile("^[" + AROUND + "]+|[" + AROUND + "]+$");
    private static final Pattern IN_QUOTES = Pattern.compile("'(.*)'");
    private static final Pattern BEFORE_AT = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern
            .compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");
    private static final String NONE = "Dit is geen e-mailadres. Schrijf het voluit, zoals naam@centrum.be.";

    private EmailAddress() {}

    /**
     * The address in what was typed, as it is kept: in lower case, its domain in ASCII, without what was pasted along (blanks, a semicolon,
     * angle brackets and the name before them, {@code mailto:}). What is no address comes back as it can be shown to whoever typed it.
     */
    public static String tidy(String typed) {
        String text = unwrapped(Texts.line(typed)).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        return at < 1 || Texts.hiddenSign(text).isPresent() ? text : text.substring(0, at + 1) + ascii(text.substring(at + 1));
    }

    private static String unwrapped(String text) {
        String inside = unwrappedOnce(text);
        for (int layer = 0; layer < MOST_LAYERS && !inside.equals(text); layer++) {
            text = inside;
            inside = unwrappedOnce(text);
        }
        return inside;
    }

    private static String unwrappedOnce(String text) {
        Matcher named = WITH_NAME.matcher(text);
        String address = EDGES.matcher(named.matches() ? named.group(1) : text).replaceAll("");
        Matcher quoted = IN_QUOTES.matcher(address);
        address = quoted.matches() ? quoted.group(1) : address;
        Matcher link = MAILTO.matcher(address);
        return EDGES.matcher(link.matches() ? link.group(1) : address).replaceAll("");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException none) {
            return domain;
        }
    }

    /** Why what was typed is no address that can be mailed; empty when it is one. */
    public static Optional<String> problem(String typed) {
        String address = tidy(typed);
        if (address.isEmpty()) {
            return Optional.of("Vul een e-mailadres in.");
        }
        Optional<String> hidden = Texts.hiddenSign(address);
        if (hidden.isPresent()) {
            return Optional.of("Dit is geen e-mailadres. " + hidden.get());
        }
        int at = address.lastIndexOf('@');
        String before = address.substring(0, Math.max(at, 0));
        if (before.startsWith(".") || before.endsWith(".") || address.contains("..")) {
            return Optional
                    .of("Dit is geen e-mailadres: een punt staat nooit vooraan, nooit vlak voor de @, en nooit twee keer na elkaar.");
        }
        return address.length() <= LONGEST && before.length() <= LONGEST_BEFORE_AT && BEFORE_AT.matcher(before).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches() && isMailable(address) ? Optional.empty() : Optional.of(NONE);
    }

    private static boolean isMailable(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException refused) {
            return false;
        }
    }

    /** A kept address as people write it: the domain in its own letters. */
    public static String shown(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1));
    }
}
