package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgreementCalendarTest {
    private static final Instant CHANGED = Instant.parse("2026-11-28T21:30:05.700Z");

    private static Agreement agreement(String what, String who, LocalDate byWhen, Agreement.State state) {
        return new Agreement(new UUID(0, 7), new UUID(0, 1), new UUID(0, 2), "plg", "Leren, samen", what, who, Optional.ofNullable(byWhen),
                state, true, CHANGED);
    }

    private static String file(Agreement... some) {
        return AgreementCalendar.of(List.of(some), "Centrum Noord", "https://zelfscan.example.be");
    }

    @Test
    void anAgreementIsAnEventOfAWholeDayWithAnIdOfItsOwn() {
        String file = file(agreement("Intervisie", "Otto", LocalDate.of(2026, 12, 31), Agreement.State.open));

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(file.lines()).contains("UID:00000000-0000-0000-0000-000000000007@zelfscan", "DTSTAMP:20261128T213005Z",
                "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:Intervisie", "STATUS:CONFIRMED");
        assertThat(unfolded(file)).contains("DESCRIPTION:Afspraak van Centrum Noord.\\nWie: Otto\\nOver: Leren\\, samen\r\n")
                .contains("URL:https://zelfscan.example.be/afspraken/00000000-0000-0000-0000-000000000007\r\n");
    }

    @Test
    void oneThatWasDroppedIsCancelledAndOneWithoutADayIsLeftOut() {
        assertThat(file(agreement("Weg", "", LocalDate.of(2027, 1, 1), Agreement.State.dropped))).contains("STATUS:CANCELLED");
        assertThat(file(agreement("Ooit", "", null, Agreement.State.open))).doesNotContain("VEVENT");
    }

    @Test
    void whatMeansSomethingToACalendarIsWrittenAsText() {
        assertThat(file(agreement("a; b, c\\d\nBEGIN:VEVENT", "", LocalDate.of(2027, 1, 1), Agreement.State.open)))
                .contains("SUMMARY:a\\; b\\, c\\\\d\\nBEGIN:VEVENT\r\n");
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoSignIsCutInTwo() {
        String what = "Elke zes weken een intervisie over de vier teams heen 😀 – één ruimte, ééntonig ingericht, geïnspireerd door café’s "
                + "x".repeat(150);
        String file = file(agreement(what, "", LocalDate.of(2027, 1, 1), Agreement.State.open));

        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r", "\uFFFD");
        assertThat(unfolded(file)).contains("SUMMARY:" + what.replace(",", "\\,") + "\r\n");
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }
}
