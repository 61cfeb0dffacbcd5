package be.zelfscan.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as they come in, made fit to be kept, mailed, printed, sorted and found: composed (NFC), without signs that nobody sees. The
 * database cleans likewise ({@code one_line}), where rows were written by other ways. Pure.
 */
public final class Texts {
    /** Controls, formats, lone halves of pairs, fillers, selectors of a variant, and what is no character at all. */
    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0D\uFFA0"
            + "\uFDD0-\uFDEF\\x{FFFE}\\x{FFFF}\\x{E0000}-\\x{E0FFF}]";
    /** What chooses between a sign in colour and one in black is part of an emoji, and nothing anywhere else. */
    private static final String LOOSE_SELECTOR = "(?<![\\p{So}\\p{Sm}\\p{Po}])[\uFE0E\uFE0F]";
    private static final Pattern HIDDEN = Pattern.compile(INVISIBLE + "|" + LOOSE_SELECTOR);
    private static final Pattern HIDDEN_IN_LINES = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\p{Z}\u2800]+");
    private static final int SHOWN_BEFORE = 30;

    private Texts() {}

    /**
     * One line as it was typed: composed, with single blanks. A sign that nobody sees stays, so that {@link #hiddenSign} can name it to
     * whoever typed the text; where nobody can be told, use {@link #clean}.
     */
    public static String line(String typed) {
        return isPlain(typed) ? typed
                : BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** One line without the signs that nobody sees. */
    public static String clean(String typed) {
        if (isPlain(typed)) {
            return typed;
        }
        // A line break of another system still parts words, and what a sign kept apart may compose once it is gone.
        String parted = typed.replace('\u0085', ' ');
        return line(HIDDEN.matcher(line(parted)).replaceAll(""));
    }

    /** Whether a line is as it has to be at first sight, as most are: of ASCII, with single blanks between words. */
    static boolean isPlain(String line) {
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign < ' ' || sign > '~' || sign == ' ' && before == ' ') {
                return false;
            }
            before = sign;
        }
        return line.isEmpty() || before != ' ';
    }

    /** Several lines, with one kind of line break. */
    public static String lines(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n').replace('\u0085',
                '\n');
        return HIDDEN_IN_LINES.matcher(composed).replaceAll("").strip();
    }

    /** A sentence that names the first sign in a {@link #line} that nobody sees, and where it stands; empty when there is none. */
    public static Optional<String> hiddenSign(String line) {
        Matcher found = HIDDEN.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        String before = clean(line.substring(0, found.start()));
        int from = before.length() <= SHOWN_BEFORE ? 0 : before.offsetByCodePoints(before.length(), -Math.min(SHOWN_BEFORE / 2,
                before.codePointCount(0, before.length())));
        String place = before.isEmpty() ? "vooraan" : "achter ‘%s%s’".formatted(from == 0 ? "" : "…", before.substring(from));
        return Optional.of("Er staat een onzichtbaar teken (U+%04X) %s. Haal het daar weg, of typ de tekst opnieuw."
                .formatted(line.codePointAt(found.start()), place));
    }

    /** How many characters a reader counts, more or less: those of Unicode. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
