package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Puts the reminders that are due today, for the centres that did not send yet. However often and at how many instances it runs, each leaves once. */
@Singleton
class RemindOnSchedule {
    private final RoundRepository rounds;
    private final ReminderRepository reminders;
    private final MailOut mailOut;
    private final ActivityLog log;
    private final Clock clock;

    RemindOnSchedule(RoundRepository rounds, ReminderRepository reminders, MailOut mailOut, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.mailOut = mailOut;
        this.log = log;
        this.clock = clock;
    }

    /** @return the number of mails */
    @Transactional
    int remind() {
        LocalDate today = LocalDate.now(clock.withZone(BelgianDutch.ZONE));
        return reminders.open(today).stream().mapToInt(round -> {
            LocalDate opened = round.openedAt().map(at -> LocalDate.ofInstant(at, BelgianDutch.ZONE))
                    .filter(day -> day.isAfter(round.opensOn()))
                    .orElse(round.opensOn());
            return ReminderDays.due(round.daysBefore(), opened, round.closesOn(), round.reminded(), today)
                    .map(due -> remind(round.id(), due, today)).orElse(0);
        }).sum();
    }

    private int remind(UUID roundId, LocalDate due, LocalDate today) {
        rounds.hold(roundId);
        if (rounds.find(roundId).filter(Round::isOpen).isEmpty() || !reminders.add(roundId, due, today)) {
            return 0;
        }
        List<UUID> centres = reminders.unfinished(roundId);
        int mails = mailOut.put(roundId, RoundMail.reminder, centres);
        log.note(Action.mail_requested, roundId,
                "herinnering volgens de kalender: %d mails voor %d centra".formatted(mails, centres.size()));
        return mails;
    }
}
