package be.zelfscan.mail;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells how far messages are, and sends one again. */
@Singleton
public class MessageLedger {
    /**
     * How far the mails of a round are. A mail that was sent again counts once, as its latest.
     *
     * @param kinds per kind of mail, in the order in which the kinds were first put
     * @param failed those that were given up, the newest first; at most {@link #MOST_FAILED}
     */
    public record RoundMessages(List<Kind> kinds, List<Failure> failed) {
        public static final int MOST_FAILED = 50;

        /**
         * @param label as the interface words the kind
         * @param underWay those that wait or are being handed over
         * @param withdrawn those that were of no use any more before they left
         */
        public record Kind(String kind, String label, int underWay, int delivered, int failed, int withdrawn) {
            /** All that should reach somebody. */
            public int total() {
                return underWay + delivered + failed;
            }

            /** "37 van 40 afgeleverd, 2 onderweg, 1 mislukt". */
            public String words() {
                return "%d van %d afgeleverd".formatted(delivered, total()) + part(underWay, "onderweg") + part(failed, "mislukt")
                        + part(withdrawn, "vervallen");
            }

            private static String part(int count, String what) {
                return count == 0 ? "" : ", %d %s".formatted(count, what);
            }
        }

        /**
         * @param kind as the interface words it
         * @param answer the last word of the mail server, or why the mail was given up
         */
        public record Failure(String kind, String recipient, String answer) {}

        /** Whether something will still happen by itself. */
        public boolean isUnderWay() {
            return kinds.stream().anyMatch(kind -> kind.underWay() > 0);
        }
    }

    /**
     * A message as whoever follows it sees it.
     *
     * @param tries how often delivery was begun
     * @param deliveredAt when it was delivered; empty as long as it is not
     * @param lastAnswer the last word of the mail server, or why the message did not go; empty before the first try
     */
    public record Status(String kind, String recipient, int number, Message.State state, int tries, Instant createdAt,
            Optional<Instant> deliveredAt, String lastAnswer) {}

    /** A page of the ledger, and the rounds that one can choose from. */
    record Page(LedgerQueries.Filter filter, List<LedgerQueries.Entry> entries, int total, List<LedgerQueries.RoundChoice> rounds) {}

    /** A mail that can be sent again, and of which round it is. */
    record Repeatable(Message message, Optional<UUID> roundId) {}

    /** What was sent again, and of which round it is. */
    record Repeated(UUID id, Optional<UUID> roundId) {}

    /** Why a mail cannot be sent again. */
    private static final class NotRepeatable extends Problem {
        private static final long serialVersionUID = 1L;

        NotRepeatable(HttpStatus status, String sentence) {
            super(status, sentence);
        }
    }

    private final LedgerQueries ledger;
    private final MessageQueries messages;
    private final Outbox outbox;
    private final Composers composers;
    private final ActivityLog log;

    MessageLedger(LedgerQueries ledger, MessageQueries messages, Outbox outbox, Composers composers, ActivityLog log) {
        this.ledger = ledger;
        this.messages = messages;
        this.outbox = outbox;
        this.composers = composers;
        this.log = log;
    }

    /** The messages about a subject, in the order in which they were put; at most 500. */
    @ReadOnly
    public List<Status> about(UUID subjectId) {
        return ledger.about(subjectId);
    }

    /** How far the mails of a round are, and which of them did not arrive. */
    @ReadOnly
    public RoundMessages ofRound(UUID roundId) {
        return new RoundMessages(ledger.kinds(roundId, composers::label), ledger.failed(roundId, composers::label));
    }

    @ReadOnly
    Page page(LedgerQueries.Filter filter) {
        return new Page(filter, ledger.page(filter), ledger.total(filter), ledger.rounds());
    }

    /**
     * Sends a mail again: the same kind, to the same person, about the same subject, written anew.
     *
     * @throws Problem when there is no such message, or it may not be sent again (now)
     */
    @Transactional
    Repeated repeat(UUID messageId) {
        Repeatable earlier = repeatable(messageId);
        UUID again = outbox.repeat(earlier.message(), earlier.roundId()).orElseThrow(() -> new NotRepeatable(HttpStatus.CONFLICT,
                "Deze mail is al opnieuw gestuurd. Je vindt de nieuwe bovenaan in de lijst."));
        log.note(Action.mail_resent, again, composers.label(earlier.message().kind()));
        return new Repeated(again, earlier.roundId());
    }

    /** @throws Problem when there is no such message, or it may not be sent again (now) */
    @Transactional
    Repeatable repeatable(UUID messageId) {
        MessageQueries.LockedMessage earlier = messages.lock(messageId).orElseThrow(() -> new NotRepeatable(HttpStatus.NOT_FOUND,
                "Deze mail bestaat niet. Kies een mail uit de lijst op de pagina Mails."));
        String kind = earlier.message().kind();
        if (!composers.isRepeatable(kind)) {
            throw new NotRepeatable(HttpStatus.CONFLICT, ("Een mail van de soort ‘%s’ kan je niet opnieuw sturen: wie hem nodig heeft, "
                    + "vraagt zelf een nieuwe.").formatted(composers.label(kind)));
        }
        if (earlier.state().isUnderWay()) {
            throw new NotRepeatable(HttpStatus.CONFLICT, "Deze mail is nog niet afgeleverd en wordt vanzelf opnieuw geprobeerd. "
                    + "Opnieuw sturen kan zodra hij afgeleverd of mislukt is.");
        }
        return new Repeatable(earlier.message(), earlier.roundId());
    }
}
