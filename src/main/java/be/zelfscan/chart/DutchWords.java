package be.zelfscan.chart;

import be.zelfscan.question.Word;
import be.zelfscan.question.Words;
import java.util.List;
import java.util.Locale;

/** Shares, counts and labels the Belgian way; see also {@link be.zelfscan.question.Dutch}. */
final class DutchWords {
    private static final Locale BELGIAN = Locale.of("nl", "BE");

    private DutchWords() {}

    /** A whole percentage; halves go up. */
    static String percentage(double share) {
        return Math.round(share * 100) + "%";
    }

    /** "Noord, Zuid en West". */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " en " + items.get(last);
    }

    /** "1 centrum", "3 centra". */
    static String centres(int count) {
        return count == 1 ? "1 centrum" : count + " centra";
    }

    /** "1 van de 5 centra"; for one of one "het ene centrum". */
    static String ofCentres(int count, int all) {
        return all == 1 ? "het ene centrum" : "%d van de %d centra".formatted(count, all);
    }

    /** "één ronde", "11 rondes". */
    static String counted(Word word, int count) {
        return count == 1 ? "één " + word.one() : count + " " + word.many();
    }

    /** "Kansen en drempels", by their names. */
    static String helpAndHinder(Words words) {
        return words.lever().titles() + " en " + words.bottleneck().many();
    }

    /** A label as it stands within a sentence: its first letter small, but not that of an abbreviation. */
    static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation ? label : label.substring(0, 1).toLowerCase(BELGIAN) + label.substring(1);
    }
}
