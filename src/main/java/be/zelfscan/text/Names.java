package be.zelfscan.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How names are told apart and put in order. The database does the same by {@code name_key} and {@code name_order}; a test holds the two
 * together. Letters of different alphabets that look the same have different keys: {@link #oddSign} keeps them out of names. Pure.
 */
public final class Names {
    private static final int LONGEST = 200;
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚‛′‵`´ʹʻʼʽˈ]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[“”„‟«»″‶]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−⁃˗﹘]");
    private static final Pattern SELECTORS = Pattern.compile("[\uFE0E\uFE0F]");
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036F]");
    private static final String BETWEEN_WORDS = "- ._/";
    private static final int DIGITS = 10;

    /** The alphabets with letters that look like Latin ones, as a sentence names a letter of theirs. */
    private static final Map<UnicodeScript, String> OTHER_ALPHABETS = Map.of(UnicodeScript.CYRILLIC, "Cyrillische letter",
            UnicodeScript.GREEK,
            "Griekse letter", UnicodeScript.ARMENIAN, "Armeense letter", UnicodeScript.COPTIC, "Koptische letter", UnicodeScript.CHEROKEE,
            "letter van het Cherokee", UnicodeScript.LISU, "letter van het Lisu");
    /** Of those alphabets, the letters that nobody tells from a Latin one or a digit. */
    private static final String LOOK_LATIN = ""
            + "\u0405\u0406\u0408\u0410\u0412\u0415\u0417\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u04AE\u04C0\u051A\u051C"
            + "\u0430\u0431\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0475\u04AF\u04BB\u04CF\u0501\u051B\u051D"
            + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03F9"
            + "\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C5\u03F2\u03F3"
            + "\u054D\u0555\u0563\u0566\u0570\u0578\u057D\u0581\u0585";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** As a reader of Dutch expects it: without case and accents, and numbers by what they count. */
    public static final Comparator<String> IN_ORDER = Comparator.comparing(Names::order, Arrays::compareUnsigned)
            .thenComparing(Comparator.naturalOrder());

    private Names() {}

    /** The same for two names that look the same: without case, and whatever kind of quotes, dashes and blanks they are written with. */
    public static String key(String name) {
        if (Texts.isPlain(name) && name.indexOf('`') < 0) {
            return name.toLowerCase(Locale.ROOT);
        }
        String seen = SELECTORS.matcher(Texts.clean(name)).replaceAll("");
        String plain = DASHES.matcher(DOUBLE_QUOTES.matcher(SINGLE_QUOTES.matcher(seen).replaceAll("'")).replaceAll("\"")).replaceAll("-");
        return Texts.line(Normalizer.normalize(plain, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /**
     * A sentence that names the first sign of a name, as {@link Texts#line} makes it, by which it would look like another name: one that
     * nobody sees, or a letter of another alphabet that passes for a Latin one. Letters of one alphabet stand in a word, and a word in
     * another alphabet has at least one letter that shows it, or stands beside such a word. Empty when there is none.
     */
    public static Optional<String> oddSign(String name) {
        return Texts.hiddenSign(name).or(() -> {
            List<String> words = WORD.matcher(name).results().map(MatchResult::group).filter(word -> otherLetter(word).isPresent())
                    .toList();
            boolean foreign = words.stream().anyMatch(word -> alphabets(word) == 1 && !looksLatin(word));
            return words.stream().filter(word -> alphabets(word) > 1 || !foreign && looksLatin(word)).findFirst()
                    .flatMap(word -> otherLetter(word).map(letter -> sentence(word, letter)));
        });
    }

    private static String sentence(String word, int letter) {
        return "In ‘%s’ staat een %s (‘%s’, U+%04X), die op een ander teken lijkt. Typ dat woord opnieuw.".formatted(word,
                OTHER_ALPHABETS.get(UnicodeScript.of(letter)), Character.toString(letter), letter);
    }

    private static Optional<Integer> otherLetter(String word) {
        return word.codePoints().filter(letter -> OTHER_ALPHABETS.containsKey(UnicodeScript.of(letter))).boxed().findFirst();
    }

    private static long alphabets(String word) {
        return word.codePoints().mapToObj(UnicodeScript::of)
                .filter(script -> script == UnicodeScript.LATIN || OTHER_ALPHABETS.containsKey(script)).distinct().count();
    }

    /** Whether every letter of other alphabets in a word passes for a Latin one. */
    private static boolean looksLatin(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).codePoints()
                .allMatch(letter -> !OTHER_ALPHABETS.containsKey(UnicodeScript.of(letter)) || LOOK_LATIN.indexOf(letter) >= 0);
    }

    /** Why this, as {@link Texts#line} makes it, is no name; empty when it is one. */
    public static Optional<String> problem(String name) {
        if (Texts.clean(name).isEmpty()) {
            return Optional.of("Vul een naam in.");
        }
        int length = Texts.length(name);
        return length > LONGEST ? Optional.of("Deze naam telt %d tekens; er is plaats voor %d.".formatted(length, LONGEST))
                : oddSign(name);
    }

    /** Whether this looks like part of that name, accents or not. */
    public static boolean contains(String name, String part) {
        return folded(name).contains(folded(part));
    }

    private static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(key(name), Normalizer.Form.NFKD)).replaceAll("");
    }

    /** These things by their names, as {@link #IN_ORDER} has them; those of one name stay as they stood. Each name is read once. */
    public static <T> List<T> inOrder(Collection<T> things, Function<T, String> name) {
        record Keyed<T>(T thing, String name, byte[] order) {}
        return things.stream().map(thing -> {
            String named = name.apply(thing);
            return new Keyed<>(thing, named, order(named));
        }).sorted(Comparator.<Keyed<T>, byte[]>comparing(Keyed::order, Arrays::compareUnsigned).thenComparing(Keyed::name))
                .map(Keyed::thing).toList();
    }

    private static byte[] order(String name) {
        String folded = folded(name).replace("'", "").replace("\"", "");
        StringBuilder order = new StringBuilder(folded.length() + DIGITS);
        for (int i = 0; i < folded.length(); i++) {
            char sign = folded.charAt(i);
            if (isDigit(sign)) {
                int begin = i;
                while (i + 1 < folded.length() && isDigit(folded.charAt(i + 1))) {
                    i++;
                }
                number(folded, begin, i + 1, order);
            } else if (BETWEEN_WORDS.indexOf(sign) >= 0) {
                if (!order.isEmpty() && order.charAt(order.length() - 1) != ' ') {
                    order.append(' ');
                }
            } else {
                order.append(sign);
            }
        }
        return order.toString().strip().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** Without the zeroes before it, and with as many as make all numbers of a usual length as long. */
    private static void number(String text, int begin, int end, StringBuilder order) {
        int first = begin;
        while (first < end && text.charAt(first) == '0') {
            first++;
        }
        order.repeat('0', Math.max(0, DIGITS - (end - first))).append(text, first, end);
    }
}
