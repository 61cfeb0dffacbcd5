package be.zelfscan.campaign;

import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.schedule.RecurringJob;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what follows on the closing of a round: what it is compared by, and the mails. Whoever closes a round has it done at once; the job does it for a
 * closing that was cut off. Both together do it once: it is one transaction with the mark that it was done.
 */
@Singleton
class FinishClosing implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(FinishClosing.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RoundRepository rounds;
    private final FreezeComparison comparison;
    private final MailOut mails;

    FinishClosing(RoundRepository rounds, FreezeComparison comparison, MailOut mails) {
        this.rounds = rounds;
        this.comparison = comparison;
        this.mails = mails;
    }

    /**
     * @return the number of mails; empty when another did it already
     */
    @Transactional
    OptionalInt finish(UUID roundId) {
        if (rounds.finishClosing(roundId) == 0) {
            return OptionalInt.empty();
        }
        Round round = rounds.find(roundId).orElseThrow();
        comparison.freeze(roundId);
        return OptionalInt.of(mails.putClosing(round));
    }

    @Override
    public String name() {
        return "round-closing";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(PAUSE);
    }

    /** A round that cannot be finished does not keep the others from it. */
    @Override
    public void run() {
        new Scope.Service().run(() -> rounds.closingUnfinished().forEach(this::tryToFinish));
    }

    private void tryToFinish(UUID roundId) {
        try {
            finish(roundId);
        } catch (RuntimeException failure) {
            LOG.error("The comparison and the mails of closed round {} could not be made", roundId, failure);
        }
    }
}
