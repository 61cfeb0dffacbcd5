package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.ROUND;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundEnded;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.round.RoundState;
import be.zelfscan.scan.HintsInRound;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Refusal;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a round for good. That is two transactions. The first ends the round and is short, since everybody who answers waits for
 * it: what is under way at that moment still counts, nothing that comes after it does. The second makes what follows: the figures
 * by which the round is compared are frozen ({@link FreezeComparison}), and the mails are put ({@link MailOut#putClosing}; {@link
 * RoundClosedMail} writes them). Whoever closes a round has it done at once; the job does it for a closing that was cut off. Both
 * together do it once: one at a time, in one transaction with the mark that it was done.
 */
@Singleton
public class CloseRound implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(CloseRound.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RoundRepository rounds;
    private final FollowRound follow;
    private final ScanProgress progress;
    private final ScanReading scans;
    private final Instruments instruments;
    private final FreezeComparison comparison;
    private final MailOut mails;
    private final DSLContext sql;
    private final ActivityLog log;
    private final ApplicationEventPublisher<RoundEnded> events;
    private final Clock clock;

    CloseRound(RoundRepository rounds, FollowRound follow, ScanProgress progress, ScanReading scans, Instruments instruments,
            FreezeComparison comparison, MailOut mails, DSLContext sql, ActivityLog log, ApplicationEventPublisher<RoundEnded> events,
            Clock clock) {
        this.rounds = rounds;
        this.follow = follow;
        this.progress = progress;
        this.scans = scans;
        this.instruments = instruments;
        this.comparison = comparison;
        this.mails = mails;
        this.sql = sql;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal unless the round is open */
    RoundQuestion question(UUID roundId) {
        String seen = version(roundId); // before what is shown is read, so that it is never newer
        FollowRound.Followed followed = follow.open(roundId, "afsluiten");
        List<FollowRound.Line> unsent = followed.lines().stream().filter(line -> !line.isSent()).toList();
        List<Confirmation.Fact> about = new ArrayList<>(List.of(new Confirmation.Fact(sending(unsent.size(), followed.lines().size()),
                unsent.stream().map(line -> "%s: %s".formatted(line.centre().name(), line.progress().state().label())).toList())));
        hints(followed.round()).ifPresent(about::add);
        MailOut.Reach reach = mails.reach(roundId, RoundMail.round_closed, followed.centres());
        List<String> happens = new ArrayList<>(List.of("Niemand kan nog invullen of verzenden. Wat ingevuld is, blijft bewaard."));
        if (instruments.find(followed.round().questionnaire()).filter(Questionnaire::isScaled).isPresent()) {
            happens.add("De vergelijking wordt gemaakt en ligt dan vast.");
        }
        if (reach.people() > 0) {
            happens.add("De afsluitende mails gaan uit.");
        }
        return new RoundQuestion(followed.round(), "De ronde afsluiten?", "Wie nog niet verzond, kan dat daarna niet meer.",
                about, happens, Optional.of(reach), "Afsluiten kan je niet ongedaan maken.", "/afsluiting",
                List.of(new Form.Field(FormContent.VERSION, seen)), "De ronde afsluiten");
    }

    /** How many of the centres did not send, in words. */
    private static String sending(int unsent, int all) {
        if (all == 1) {
            return unsent == 0 ? "Het centrum verzond zijn zelfscan" : "Het centrum verzond nog niet";
        }
        return unsent == 0 ? "Alle centra verzonden hun zelfscan"
                : "%d van de %d centra %s nog niet".formatted(unsent, all, unsent == 1 ? "verzond" : "verzonden");
    }

    /** What the centres may want to look at once more in what they sent: it is opened again before the round is closed, or not at all. */
    private Optional<Confirmation.Fact> hints(Round round) {
        return scans.hintsInRound(round).map(HintsInRound::sentences).filter(sentences -> !sentences.isEmpty())
                .map(sentences -> new Confirmation.Fact("Om nog eens naar te kijken", sentences));
    }

    /** The version of what somebody confirms who closes the round: which centres did not send, and cannot any more afterwards. */
    @Transactional
    public String version(UUID roundId) {
        return unsent(roundId).version();
    }

    private FormContent unsent(UUID roundId) {
        Set<UUID> sent = progress.sentCentres(roundId);
        return FormContent.of("Nog niet verzonden", rounds.centres(roundId).stream().filter(centre -> !sent.contains(centre))
                .map(UUID::toString).sorted().collect(Collectors.joining(" ")));
    }

    /**
     * @param seen the {@link #version} that was confirmed
     * @return the number of closing mails; empty when they are still to be made
     * @throws Refusal unless the round is open
     * @throws Overtaken when other centres did not send by now
     */
    public OptionalInt close(UUID roundId, String seen) {
        end(roundId, seen);
        return tryToFinish(roundId);
    }

    /** The closing itself, without what follows on it. */
    @Transactional
    void end(UUID roundId, String seen) {
        rounds.holdAlone(roundId);
        Round round = rounds.get(roundId);
        int ended = sql.update(ROUND).set(ROUND.STATE, RoundState.closed.name()).set(ROUND.CLOSED_AT, clock.instant())
                .set(ROUND.CLOSING_UNFINISHED, true).where(ROUND.ID.eq(roundId)).and(ROUND.STATE.eq(RoundState.open.name())).execute();
        if (ended == 0) {
            throw Refusal.conflict(
                    round.isDraft() ? "De ronde ‘%s’ is nog niet geopend en kan dus niet afgesloten worden.".formatted(round.title())
                            : "De ronde ‘%s’ is al afgesloten; er zijn geen nieuwe mails gemaakt.".formatted(round.title()));
        }
        Overtaken.check(seen, unsent(roundId));
        log.note(Action.round_closed, roundId, round.title());
        events.publishEvent(new RoundEnded(roundId));
    }

    /** A round that cannot be finished now is tried again later, and keeps no other from it. */
    private OptionalInt tryToFinish(UUID roundId) {
        try {
            return finish(roundId);
        } catch (RuntimeException failure) {
            LOG.error("Round {} is closed; its comparison and mails could not be made yet", roundId, failure);
            return OptionalInt.empty();
        }
    }

    /**
     * Who saves an answer holds the row of the round, so that this changes it last of all: until then everybody is told at once that
     * the round is closed.
     *
     * @return the number of mails; empty when another does it now, or did it already
     */
    @Transactional
    OptionalInt finish(UUID roundId) {
        if (!holdFinishing(roundId)) {
            return OptionalInt.empty();
        }
        Round round = rounds.get(roundId);
        if (!round.closingUnfinished()) {
            return OptionalInt.empty();
        }
        comparison.freeze(roundId);
        int put = mails.putClosing(round);
        sql.update(ROUND).set(ROUND.CLOSING_UNFINISHED, false).where(ROUND.ID.eq(roundId)).execute();
        return OptionalInt.of(put);
    }

    /** Lets nobody else finish it until the transaction ends; returns false, and does not wait, when another does so now. */
    private boolean holdFinishing(UUID roundId) {
        return sql
                .select(field("pg_try_advisory_xact_lock(hashtextextended('closing ' || cast({0} as uuid), 0))", Boolean.class,
                        val(roundId)))
                .fetchSingle().value1();
    }

    /** The closed rounds whose comparison and mails are not made yet, the longest closed first. */
    @ReadOnly
    List<UUID> unfinished() {
        return sql.select(ROUND.ID).from(ROUND).where(ROUND.CLOSING_UNFINISHED).orderBy(ROUND.CLOSED_AT, ROUND.ID).fetch(ROUND.ID);
    }

    @Override
    public String name() {
        return "round-closing";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(PAUSE);
    }

    @Override
    public void run() {
        new Scope.Service().run(() -> unfinished().forEach(this::tryToFinish));
    }
}
