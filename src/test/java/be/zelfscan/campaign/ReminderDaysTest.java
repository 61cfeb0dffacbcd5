package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.campaign.RemindCentres.ReminderDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** On which day a reminder is due. */
class ReminderDaysTest {
    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);
    private static final LocalDate CLOSES = LocalDate.of(2026, 12, 18);
    private static final List<Integer> DAYS = List.of(14, 3);

    @Test
    void aReminderIsDueOnTheChosenDaysBeforeTheLast() {
        assertThat(due(LocalDate.of(2026, 12, 3), Optional.empty())).isEmpty();
        assertThat(due(LocalDate.of(2026, 12, 4), Optional.empty())).contains(LocalDate.of(2026, 12, 4));
        assertThat(due(LocalDate.of(2026, 12, 15), Optional.of(LocalDate.of(2026, 12, 4)))).contains(LocalDate.of(2026, 12, 15));
    }

    @Test
    void aReminderThatWasMadeIsNotDueAgain() {
        assertThat(due(LocalDate.of(2026, 12, 4), Optional.of(LocalDate.of(2026, 12, 4)))).isEmpty();
        assertThat(due(LocalDate.of(2026, 12, 10), Optional.of(LocalDate.of(2026, 12, 4)))).isEmpty();
    }

    @Test
    void aDayThatWasMissedIsMadeUpForOnceAndTwoOfThemTogether() {
        assertThat(due(LocalDate.of(2026, 12, 7), Optional.empty())).contains(LocalDate.of(2026, 12, 4));
        assertThat(due(LocalDate.of(2026, 12, 17), Optional.empty())).contains(LocalDate.of(2026, 12, 15));
        assertThat(due(LocalDate.of(2026, 12, 18), Optional.of(LocalDate.of(2026, 12, 17)))).isEmpty();
    }

    @Test
    void afterTheLastDayNothingIsDue() {
        assertThat(due(CLOSES.plusDays(1), Optional.empty())).isEmpty();
    }

    @Test
    void aRoundThatIsOpenedLateDoesNotBeginWithTheRemindersOfDaysGoneBy() {
        LocalDate late = LocalDate.of(2026, 12, 8);
        assertThat(ReminderDays.due(DAYS, late, CLOSES, Optional.empty(), late)).isEmpty();
        assertThat(ReminderDays.due(DAYS, late, CLOSES, Optional.empty(), late.plusDays(7))).contains(LocalDate.of(2026, 12, 15));
    }

    @Test
    void aRoundThatIsExtendedIsRemindedOfItsNewLastDay() {
        Optional<LocalDate> reminded = Optional.of(LocalDate.of(2026, 12, 15));
        LocalDate extended = CLOSES.plusDays(10);
        assertThat(ReminderDays.due(DAYS, OPENED, extended, reminded, LocalDate.of(2026, 12, 17))).isEmpty();
        assertThat(ReminderDays.due(DAYS, OPENED, extended, reminded, LocalDate.of(2026, 12, 25))).contains(LocalDate.of(2026, 12, 25));
    }

    @Property
    void whoRunsEveryDayRemindsOnEachChosenDayOnce(@ForAll @Size(max = 5) Set<@IntRange(min = 0, max = 60) Integer> days) {
        Optional<LocalDate> reminded = Optional.empty();
        int made = 0;
        for (LocalDate today = OPENED; !today.isAfter(CLOSES.plusDays(3)); today = today.plusDays(1)) {
            for (int run = 0; run < 2; run++) {
                Optional<LocalDate> due = ReminderDays.due(days, OPENED, CLOSES, reminded, today);
                if (due.isPresent()) {
                    assertThat(due).contains(today);
                    reminded = Optional.of(today);
                    made++;
                }
            }
        }
        assertThat(made).isEqualTo(days.size());
    }

    private static Optional<LocalDate> due(LocalDate today, Optional<LocalDate> reminded) {
        return ReminderDays.due(DAYS, OPENED, CLOSES, reminded, today);
    }
}
