package be.zelfscan.mail;

import be.zelfscan.database.Scope;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.MessageQueries.Claim;
import be.zelfscan.mail.Postman.Outcome;
import be.zelfscan.web.PeopleFirst;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due, one message at a time for each thread that calls, and lets people go first ({@link PeopleFirst}). Any number of
 * threads and instances may do so together: each message is claimed in the database first, its holder gives signs of life all the while,
 * and a claim that outlives its holder is taken up by whoever comes next.
 *
 * <p>A message is delivered at least once: should the service die between the mail server's word and the mark in the database, the
 * mail goes again, with the same Message-ID.
 */
@Singleton
class MailDelivery {
    /** How long a claim lasts after the last sign of life of its holder; so long a message waits when its instance dies. */
    static final Duration CLAIM = Duration.ofSeconds(30);
    /** How long a holder gives signs of life: longer than writing and handing over a mail may take. */
    static final Duration LONGEST_TRY = Duration.ofMinutes(4);

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    static final int MOST_IN_ONE_RUN = 50;
    private static final int LONGEST_ANSWER = 300;
    private static final Duration SIGN_OF_LIFE = CLAIM.dividedBy(6);
    private static final Duration NOT_YET = Duration.ofSeconds(5);
    /** How soon a message is tried again: ten times in some three days. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24),
            Duration.ofHours(24));
    static final int MOST_TRIES = PAUSES.size() + 1;

    private final MessageQueries messages;
    private final Composers composers;
    private final Postman postman;
    private final TaskScheduler timer;
    private final PeopleFirst people;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    MailDelivery(MessageQueries messages, Composers composers, Postman postman, @Named(TaskExecutors.SCHEDULED) TaskScheduler timer,
            PeopleFirst people, Clock clock) {
        this.messages = messages;
        this.composers = composers;
        this.postman = postman;
        this.timer = timer;
        this.people = people;
        this.clock = clock;
    }

    /** Delivers what is due now, the urgent first, up to a bounded number; returns how many messages it took in hand. */
    int run() {
        return run(false);
    }

    /** Delivers only the urgent of these, which so never wait for a thread that is busy with others. */
    int runUrgent() {
        return run(true);
    }

    private int run(boolean urgentOnly) {
        int taken = 0;
        boolean goOn = true;
        while (goOn && !isStopping() && taken < MOST_IN_ONE_RUN) {
            PeopleFirst.Work work = people.begin();
            Optional<Claim> claim = messages.claim(clock.instant(), lapse(), composers.urgent(), urgentOnly);
            if (claim.isEmpty()) {
                break;
            }
            taken++;
            goOn = deliver(claim.get()) && (urgentOnly || !work.rest(stopping)); // somebody waits for an urgent one
        }
        return taken;
    }

    /** Takes nothing more in hand; what is under way ends. */
    void stop() {
        stopping.countDown();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private Instant lapse() {
        return clock.instant().plus(CLAIM);
    }

    /** Returns false when the mail server could not be reached. */
    private boolean deliver(Claim claim) {
        Message message = claim.message();
        ScheduledFuture<?> signs = signsOfLife(claim);
        Outcome outcome;
        try {
            outcome = attempt(claim);
        } finally {
            signs.cancel(false);
        }
        String answer = shortened(outcome.answer());
        LOG.info("Message {} of kind {}, try {}: {}", message.id(), message.kind(), claim.tries(), outcome.getClass().getSimpleName());
        boolean marked = switch (outcome) {
            case Outcome.Delivered delivered -> messages.settle(claim, Message.State.delivered, clock.instant(), answer);
            case Outcome.Refused refused -> messages.settle(claim, Message.State.failed, clock.instant(), answer);
            case Outcome.Postponed postponed -> messages.putBack(claim, clock.instant().plus(NOT_YET), answer);
            case Outcome.Withdrawn withdrawn -> messages.settle(claim, Message.State.withdrawn, clock.instant(), answer);
            case Outcome.Deferred deferred when claim.tries() < MOST_TRIES ->
                messages.settle(claim, Message.State.waiting, clock.instant().plus(pauseAfter(claim.tries())), answer);
            case Outcome.Deferred deferred -> messages.settle(claim, Message.State.failed, clock.instant(),
                    shortened("Opgegeven na %d pogingen. %s".formatted(claim.tries(), answer)));
        };
        if (!marked) {
            LOG.warn("Message {} was taken up by another before try {} ended", message.id(), claim.tries());
        }
        return !(outcome instanceof Outcome.Deferred deferred) || deferred.reached();
    }

    private ScheduledFuture<?> signsOfLife(Claim claim) {
        AtomicInteger left = new AtomicInteger((int) LONGEST_TRY.dividedBy(SIGN_OF_LIFE));
        return timer.scheduleAtFixedRate(SIGN_OF_LIFE, SIGN_OF_LIFE, () -> {
            try {
                if (left.getAndDecrement() > 0) {
                    new Scope.Service().call(() -> messages.extend(claim, lapse()));
                }
            } catch (RuntimeException failure) {
                LOG.warn("The claim of message {} could not be made to last longer", claim.message().id(), failure);
            }
        });
    }

    private Outcome attempt(Claim claim) {
        Message message = claim.message();
        if (claim.tries() > MOST_TRIES) {
            return new Outcome.Refused("Opgegeven: geen van de %d pogingen liep ten einde.".formatted(MOST_TRIES));
        }
        Optional<MailComposer> composer = composers.of(message.kind());
        if (composer.isEmpty()) {
            LOG.error("Message {}: no composer for kind {}", message.id(), message.kind());
            return new Outcome.Deferred("Deze soort mail kent Zelfscan niet. Vraag het aan wie Zelfscan beheert.", true);
        }
        try {
            Mail mail = composer.get().compose(message);
            return messages.extend(claim, lapse()) ? postman.deliver(message, mail)
                    : new Outcome.Deferred("De opmaak duurde te lang.", true);
        } catch (NoLongerWanted late) {
            // Its person may have got another address while it was written, and was then not found by this one.
            return messages.isReaddressed(claim) ? new Outcome.Postponed("Het e-mailadres is intussen veranderd.")
                    : new Outcome.Withdrawn(late.getMessage());
        } catch (Mail.Impossible never) {
            LOG.error("Message {} of kind {} can never be a mail", message.id(), message.kind(), never);
            return new Outcome.Refused("Deze mail kan niet gemaakt worden: kijk het adres na van wie hem krijgt.");
        } catch (RuntimeException failure) {
            if (failure instanceof Problem busy && busy.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                return new Outcome.Postponed("Er worden nu veel documenten gemaakt; deze mail wacht op zijn beurt.");
            }
            LOG.error("Message {} of kind {} could not be made or handed over", message.id(), message.kind(), failure);
            return new Outcome.Deferred("De mail kon niet gemaakt of afgegeven worden. De oorzaak staat in het log van de dienst; "
                    + "vraag het aan wie Zelfscan beheert.", true);
        }
    }

    /** The pause after a try that did not succeed, the first being 1; not after the last. */
    static Duration pauseAfter(int tries) {
        return PAUSES.get(tries - 1);
    }

    private static String shortened(String answer) {
        String line = answer.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER - 1) + "…";
    }
}
