package be.zelfscan.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How Dutch is written in Flanders: dates, times, numbers, enumerations, and a label inside a sentence; and in which time zone a day begins
 * and ends. No other class does any of this. Pure.
 */
public final class BelgianDutch {
    public static final Locale LOCALE = Locale.of("nl", "BE");
    /** In which all days of this service are meant, wherever it runs. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** Until when a date can be; a year of five digits is a slip. */
    private static final LocalDate FARTHEST = LocalDate.of(2199, 12, 31);

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

    /** A moment as a sentence goes on with it: the time for one of today, else the day too; the year when that is another one. */
    public static String moment(Instant instant, LocalDate today) {
        LocalDate day = instant.atZone(ZONE).toLocalDate();
        if (day.equals(today)) {
            return "om " + time(instant);
        }
        return "op " + (day.getYear() == today.getYear() ? DAY.format(day) : date(day)) + " om " + time(instant);
    }

    /** A day as a browser posts it, or as people here write it: 14/10/2025. Empty for what is none, or is not of this time. */
    public static Optional<LocalDate> read(String text) {
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, TYPED).flatMap(format -> parse(text, format).stream()).findFirst()
                .filter(date -> date.getYear() >= 2000 && !date.isAfter(FARTHEST));
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day that it is in Belgium now. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** 10.000. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    /** 1.234,5: as many decimals as the number has. */
    public static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(LOCALE);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /**
     * A whole percentage, "33%"; halves go up.
     *
     * @param share from 0 to 1
     */
    public static String percentage(double share) {
        return Math.round(share * 100) + "%";
    }

    /** "1 centrum", "10.000 centra". */
    public static String counted(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** a, b en c. */
    public static String list(List<String> words) {
        return words.size() < 2 ? String.join("", words) : String.join(", ", words.subList(0, words.size() - 1)) + " en " + words.getLast();
    }

    /** A text at the beginning of a sentence: with a capital. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
    }

    /** A label as it stands within a sentence: its first letter small, but not that of an abbreviation. */
    public static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation ? label : label.substring(0, 1).toLowerCase(LOCALE) + label.substring(1);
    }
}
