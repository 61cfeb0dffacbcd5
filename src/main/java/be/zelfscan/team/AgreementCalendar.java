package be.zelfscan.team;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Agreements as a calendar file (iCalendar, RFC 5545): one event of a whole day for each that has a day. Reading the file again changes the
 * events that it made before, since each keeps its UID. Equal input gives equal text. Pure.
 */
final class AgreementCalendar {
    /** In octets, without the line break. */
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private AgreementCalendar() {}

    /**
     * @param agreements those without a day are left out
     * @param link address of this service, before that of an agreement
     * @return with CRLF at the end of each line
     */
    static String of(List<Agreement> agreements, String centre, String link) {
        AgreementCalendar calendar = new AgreementCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Zelfscan//Afspraken//NL");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        agreements.forEach(agreement -> agreement.byWhen().ifPresent(day -> calendar.event(agreement, day, centre, link)));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Agreement agreement, LocalDate day, String centre, String link) {
        line("BEGIN:VEVENT");
        line("UID:" + agreement.id() + "@zelfscan");
        line("DTSTAMP:" + moment(agreement.changedAt()));
        line("LAST-MODIFIED:" + moment(agreement.changedAt()));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(agreement.what()));
        String about = agreement.sectionTitle().isEmpty() ? "" : "\nOver: " + agreement.sectionTitle();
        String who = agreement.who().isEmpty() ? "" : "\nWie: " + agreement.who();
        line("DESCRIPTION:" + escaped("Afspraak van " + centre + "." + who + about));
        line("URL:" + link + agreement.address());
        line("STATUS:" + (agreement.state() == Agreement.State.dropped ? "CANCELLED" : "CONFIRMED"));
        line("TRANSP:TRANSPARENT"); // the day stays free for other things
        line("END:VEVENT");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** A text as the value of a property. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n");
    }

    /** Adds a line, folded where it is too long: never within a character. */
    private void line(String content) {
        int octets = 0;
        for (int at = 0; at < content.length();) {
            int sign = content.codePointAt(at);
            int size = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(sign);
            octets += size;
            at += Character.charCount(sign);
        }
        text.append("\r\n");
    }
}
