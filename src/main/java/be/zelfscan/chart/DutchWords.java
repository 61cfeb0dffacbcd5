package be.zelfscan.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, shares and labels the Belgian way. */
final class DutchWords {
    private static final Locale BELGIAN = Locale.of("nl", "BE");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", BELGIAN);

    private DutchWords() {}

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** A whole percentage; halves go up. */
    static String percentage(double share) {
        return Math.round(share * 100) + "%";
    }

    /** A label as it stands within a sentence: its first letter small, but not that of an abbreviation. */
    static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation ? label : label.substring(0, 1).toLowerCase(BELGIAN) + label.substring(1);
    }
}
