package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Refusal;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final ScanProgress progress;
    private final FreezeComparison comparison;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    CloseRound(RoundRepository rounds, ScanProgress progress, FreezeComparison comparison, MailOut mails, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.progress = progress;
        this.comparison = comparison;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
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
        if (rounds.close(roundId, clock.instant()) == 0) {
            throw Refusal.conflict(
                    round.isDraft() ? "De ronde ‘%s’ is nog niet geopend en kan dus niet afgesloten worden.".formatted(round.title())
                            : "De ronde ‘%s’ is al afgesloten; er zijn geen nieuwe mails gemaakt.".formatted(round.title()));
        }
        Overtaken.check(seen, unsent(roundId));
        log.note(Action.round_closed, roundId, round.title());
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
        if (!rounds.holdFinishing(roundId)) {
            return OptionalInt.empty();
        }
        Round round = rounds.get(roundId);
        if (!round.closingUnfinished()) {
            return OptionalInt.empty();
        }
        comparison.freeze(roundId);
        int put = mails.putClosing(round);
        rounds.finishClosing(roundId);
        return OptionalInt.of(put);
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
        new Scope.Service().run(() -> rounds.closingUnfinished().forEach(this::tryToFinish));
    }
}
