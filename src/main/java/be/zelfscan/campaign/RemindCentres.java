package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Centre;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Refusal;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reminds centres that have not sent their scan yet: those that somebody chose, or all of them on the {@link ReminderDays days}
 * of the round.
 */
@Singleton
public class RemindCentres {
    /** The name of the field with the key of a form that was confirmed. */
    static final String KEY = "sleutel";
    /** The name of the field with each centre that is to be reminded. */
    static final String CENTRE = "centre";

    private final RoundRepository rounds;
    private final FollowRound follow;
    private final ReminderQueries reminders;
    private final ScanProgress progress;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    RemindCentres(RoundRepository rounds, FollowRound follow, ReminderQueries reminders, ScanProgress progress, MailOut mails,
            ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.follow = follow;
        this.reminders = reminders;
        this.progress = progress;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param chosen ids of centres
     * @throws Refusal unless the round is open and some of the centres can be reminded
     */
    RoundQuestion question(UUID roundId, Set<String> chosen) {
        FollowRound.Followed followed = follow.of(roundId);
        requireSome(followed.round(), chosen);
        List<FollowRound.Line> ticked = followed.lines().stream().filter(line -> chosen.contains(line.centre().id().toString())).toList();
        List<Centre> unfinished = ticked.stream().filter(line -> !line.isSent()).map(FollowRound.Line::centre).toList();
        requireUnfinished(unfinished);
        Map<UUID, Instant> before = reminded(roundId);
        return new RoundQuestion(followed.round(), "Een herinnering sturen?", "De mails vertrekken zodra je bevestigt.",
                List.of(new Confirmation.Fact(
                        unfinished.size() == 1 ? "1 centrum krijgt een herinnering" : unfinished.size() + " centra krijgen een herinnering",
                        unfinished.stream().map(centre -> centre.name() + Optional.ofNullable(before.get(centre.id()))
                                .map(at -> ", laatst herinnerd op " + BelgianDutch.dateAndTime(at)).orElse(", nog niet herinnerd"))
                                .toList())),
                ticked.stream().filter(FollowRound.Line::isSent)
                        .map(line -> "%s verzond intussen en krijgt geen herinnering.".formatted(line.centre().name())).toList(),
                Optional.of(mails.reach(roundId, RoundMail.reminder, unfinished)), "", "/herinnering",
                Stream.concat(unfinished.stream().map(centre -> new Form.Field(CENTRE, centre.id().toString())),
                        Stream.of(new Form.Field(KEY, UUID.randomUUID().toString()))).toList(),
                "Herinnering sturen");
    }

    /** When the centres of a round were last reminded, those that were. */
    @ReadOnly
    Map<UUID, Instant> reminded(UUID roundId) {
        return reminders.reminded(roundId);
    }

    /**
     * @param chosen ids of the centres that were confirmed
     * @param key of the form; what was posted with it once is not done again
     * @return the number of reminders, of the first time
     * @throws Refusal unless the round is open and some of the centres can be reminded
     * @throws Overtaken when one of the centres sent meanwhile, or left the round
     */
    @Transactional
    public int remind(UUID roundId, Collection<String> chosen, UUID key) {
        rounds.hold(roundId);
        if (!reminders.claim(key, roundId, clock.instant())) {
            return reminders.mails(key);
        }
        Round round = rounds.get(roundId);
        requireSome(round, chosen);
        Set<UUID> sent = progress.sentCentres(roundId);
        List<UUID> unfinished = rounds.centres(roundId).stream()
                .filter(centre -> chosen.contains(centre.toString()) && !sent.contains(centre)).toList();
        requireUnfinished(unfinished);
        Overtaken.check(confirmed(chosen).version(), confirmed(unfinished));
        int put = mails.put(round, RoundMail.reminder, unfinished);
        reminders.keepMails(key, put);
        return put;
    }

    private static FormContent confirmed(Collection<?> centres) {
        return FormContent.of("Herinnerd", centres.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
    }

    private static void requireSome(Round round, Collection<String> chosen) {
        if (!round.isOpen()) {
            throw Refusal
                    .conflict("Herinneringen gaan alleen uit zolang een ronde open is; deze ronde is %s.".formatted(round.state().label()));
        }
        if (chosen.isEmpty()) {
            throw Refusal.invalid("Duid eerst minstens één centrum aan dat nog niet verzonden heeft.");
        }
    }

    private static void requireUnfinished(Collection<?> unfinished) {
        if (unfinished.isEmpty()) {
            throw Refusal.invalid("De aangeduide centra hebben al verzonden: zij krijgen geen herinnering meer.");
        }
    }

    /**
     * Puts the reminders that are due today. However often and at how many instances it runs, each leaves once.
     *
     * @return the number of mails
     */
    @Transactional
    int remindOnSchedule() {
        LocalDate today = BelgianDutch.today(clock);
        return reminders.reminding(today).stream().mapToInt(round -> {
            LocalDate opened = round.openedAt().map(at -> LocalDate.ofInstant(at, BelgianDutch.ZONE))
                    .filter(day -> day.isAfter(round.opensOn())).orElse(round.opensOn());
            return ReminderDays.due(round.daysBefore(), opened, round.closesOn(), round.reminded(), today)
                    .map(due -> remindOnSchedule(round.roundId(), due, today)).orElse(0);
        }).sum();
    }

    private int remindOnSchedule(UUID roundId, LocalDate due, LocalDate today) {
        rounds.hold(roundId);
        if (rounds.find(roundId).filter(Round::isOpen).isEmpty() || !reminders.addReminder(roundId, due, today)) {
            return 0;
        }
        List<UUID> centres = reminders.unfinished(roundId);
        int put = mails.put(roundId, RoundMail.reminder, centres);
        log.note(Action.mail_requested, roundId, "herinnering volgens de kalender: %s voor %s".formatted(
                BelgianDutch.counted(put, "mail", "mails"), BelgianDutch.counted(centres.size(), "centrum", "centra")));
        return put;
    }

    /** Reminds in the morning; the run at noon finds something only when the one in the morning did not succeed. */
    @Singleton
    @Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
    static class Job implements RecurringJob {
        private static final LocalTime MORNING = LocalTime.of(7, 30);
        private static final LocalTime NOON = LocalTime.of(12, 0);

        private final RemindCentres centres;

        Job(RemindCentres centres) {
            this.centres = centres;
        }

        @Override
        public String name() {
            return "round-reminders";
        }

        @Override
        public Schedule schedule() {
            return new Daily(BelgianDutch.ZONE, MORNING, NOON);
        }

        @Override
        public void run() {
            centres.remindOnSchedule();
        }
    }

    /** On which days the unfinished centres of a round are reminded. Pure. */
    static final class ReminderDays {
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
}
