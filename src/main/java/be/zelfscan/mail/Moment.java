package be.zelfscan.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in Belgian words: "24 november 2026 om 14:05". */
final class Moment {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", Locale.forLanguageTag("nl-BE"))
            .withZone(ZoneId.of("Europe/Brussels"));

    private Moment() {}

    static String words(Instant moment) {
        return WORDS.format(moment);
    }
}
