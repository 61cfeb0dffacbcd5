package be.zelfscan.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates, times and numbers as they are written in Flanders. */
public final class BelgianDutch {
    public static final Locale LOCALE = Locale.of("nl", "BE");
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);

    private BelgianDutch() {}

    /** 14 oktober 2025. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** 14 oktober 2025. */
    public static String date(Instant instant) {
        return DATE.format(instant.atZone(ZONE));
    }

    /** 14:02. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    /** 14 oktober 2025 om 14:02. */
    public static String dateAndTime(Instant instant) {
        return date(instant) + " om " + time(instant);
    }

    /** 10.000. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    /** a, b en c. */
    public static String list(List<String> words) {
        return words.size() < 2 ? String.join("", words) : String.join(", ", words.subList(0, words.size() - 1)) + " en " + words.getLast();
    }
}
