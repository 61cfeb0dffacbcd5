package be.zelfscan.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The filter of the log as somebody fills it in. */
class LogFormTest {
    @Test
    void aDateIsReadTheBelgianWayAndAsABrowserSendsIt() {
        ActivityRepository.Filter filter = new LogController.Filled("scan_sent", " Dina ", "4/10/2026", "2026-10-31").filter();

        assertThat(filter.from()).contains(LocalDate.of(2026, 10, 4));
        assertThat(filter.until()).contains(LocalDate.of(2026, 10, 31));
        assertThat(filter.action()).contains(Action.scan_sent);
        assertThat(filter.person()).isEqualTo("Dina");
    }

    @Test
    void whatIsNoDateOrNoActionIsSaidWhereItStands() {
        LogController.Filled form = new LogController.Filled("alles wissen", "", "31/2/2026", "gisteren");

        assertThat(form.isRight()).isFalse();
        assertThat(form.actionProblem()).contains("uit de lijst");
        assertThat(form.fromProblem()).contains("31/2/2026").contains("14/10/2026");
        assertThat(form.untilProblem()).contains("gisteren");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThat(new LogController.Filled("", "", "2026-10-31", "2026-10-04").untilProblem()).contains("vóór de eerste");
    }

    @Test
    void theAddressOfOlderLinesKeepsTheFilter() {
        assertThat(new LogController.Filled("scan_sent", "Ann & co", "", "").before(7))
                .isEqualTo("/logboek?wat=scan_sent&wie=Ann+%26+co&van=&tot=&voor=7");
    }
}
