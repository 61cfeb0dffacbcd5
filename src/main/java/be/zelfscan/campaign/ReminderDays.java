package be.zelfscan.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** On which days the unfinished centres of a round are reminded. Pure. */
final class ReminderDays {
    private ReminderDays() {}

    /**
     * The reminder that is due: the latest of the chosen days that has come, when nobody was reminded by schedule since. So a day
     * that was missed is made up for, once, and a round that is opened late or extended does not begin with the reminders of days
     * gone by.
     *
     * @param daysBefore numbers of days before the last day
     * @param opened the day on which the round was opened; that day needs no reminder, since the invitation leaves then
     * @param closes the last day
     * @param reminded the day on which the last scheduled reminder was made; empty when none was
     */
    static Optional<LocalDate> due(Collection<Integer> daysBefore, LocalDate opened, LocalDate closes, Optional<LocalDate> reminded,
            LocalDate today) {
        if (today.isAfter(closes)) {
            return Optional.empty();
        }
        return daysBefore.stream().map(closes::minusDays).filter(day -> !day.isAfter(today) && day.isAfter(opened))
                .max(Comparator.naturalOrder()).filter(day -> reminded.filter(made -> !made.isBefore(day)).isEmpty());
    }
}
