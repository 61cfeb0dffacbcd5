package be.zelfscan.question;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as Belgian Dutch writes them, and labels inside a sentence. */
public final class Dutch {
    private static final Locale BELGIAN = Locale.of("nl", "BE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", BELGIAN);

    private Dutch() {}

    /** 1.234,5 */
    public static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(BELGIAN);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    public static String number(int number) {
        return number(BigDecimal.valueOf(number));
    }

    /** 3 maart 2026 */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A text with a capital. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(BELGIAN) + text.substring(1);
    }

    /** A label in small letters, to stand in a sentence. */
    public static String inSentence(String label) {
        return label.toLowerCase(BELGIAN);
    }
}
