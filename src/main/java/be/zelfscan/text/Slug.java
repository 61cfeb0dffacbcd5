package be.zelfscan.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of files that every system takes: small ASCII letters, digits and single hyphens. */
public final class Slug {
    private static final int LONGEST_PART = 60;

    private Slug() {}

    /** The parts that have a letter or a digit, each at most {@value #LONGEST_PART} characters, with a hyphen between. */
    public static String of(String... parts) {
        return Stream.of(parts).map(Slug::part).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
    }

    private static String part(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_PART)).replaceAll("^-+|-+$", "");
    }
}
