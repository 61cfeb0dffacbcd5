package be.zelfscan.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names are told apart and put in order. The database does the same by {@code name_key} and {@code name_order}; a test holds the two together.
 * Pure.
 */
public final class Names {
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚‛′‵`´ʹʻʼʽˈ]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[“”„‟«»″‶]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−⁃˗﹘]");
    private static final Pattern SELECTORS = Pattern.compile("[\uFE0E\uFE0F]");
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036F]");
    private static final Pattern QUOTES = Pattern.compile("['\"]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[- ._/]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern WITH_ZEROES = Pattern.compile("0*([0-9]{10,})");

    /** As a reader of Dutch expects it: without case and accents, and numbers by what they count. */
    public static final Comparator<String> IN_ORDER = Comparator.comparing(Names::order, Arrays::compareUnsigned)
            .thenComparing(Comparator.naturalOrder());

    private Names() {}

    /** The same for two names that look the same: without case, and whatever kind of quotes, dashes and blanks they are written with. */
    public static String key(String name) {
        String seen = SELECTORS.matcher(Texts.clean(name)).replaceAll("");
        String plain = DASHES.matcher(DOUBLE_QUOTES.matcher(SINGLE_QUOTES.matcher(seen).replaceAll("'")).replaceAll("\"")).replaceAll("-");
        return Texts.line(Normalizer.normalize(plain, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** Whether this looks like part of that name, accents or not. */
    public static boolean contains(String name, String part) {
        return folded(name).contains(folded(part));
    }

    private static String folded(String name) {
        return ACCENTS.matcher(Normalizer.normalize(key(name), Normalizer.Form.NFKD)).replaceAll("");
    }

    private static byte[] order(String name) {
        String words = BETWEEN_WORDS.matcher(QUOTES.matcher(folded(name)).replaceAll("")).replaceAll(" ").strip();
        return WITH_ZEROES.matcher(NUMBER.matcher(words).replaceAll("0000000000$0")).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
    }
}
