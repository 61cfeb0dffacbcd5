package be.zelfscan.mail;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Where messages are put to be delivered: a message exists when the transaction of its cause commits, and only then. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {
    /** A message was put here; of use after the transaction commits. */
    record MessagePut(String kind) {}

    private final MessageQueries messages;
    private final MailSettings settings;
    private final ApplicationEventPublisher<MessagePut> events;
    private final Clock clock;

    Outbox(MessageQueries messages, MailSettings settings, ApplicationEventPublisher<MessagePut> events, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a message in the outbox, in the transaction of the caller; it is delivered after that transaction commits. A message with the
     * same kind, recipient, subject and number exists once: putting it again does nothing.
     *
     * @param kind names the {@link MailComposer} of its content
     * @param recipient an e-mail address
     * @param subjectId what the message is about
     * @param number tells apart messages of one kind to one recipient about one subject, from 1
     */
    public void put(String kind, String recipient, UUID subjectId, int number) {
        put(message(kind, recipient, subjectId, number), Optional.empty(), Optional.empty());
    }

    /** Does what {@link #put} does, for a message of a round: the ledger of the round shows it. */
    public void putOfRound(UUID roundId, String kind, String recipient, UUID subjectId, int number) {
        put(message(kind, recipient, subjectId, number), Optional.of(roundId), Optional.empty());
    }

    /** The number of the next message of a kind about a subject, whoever it goes to: one more than the highest so far. */
    public int nextNumber(String kind, UUID subjectId) {
        return messages.highestNumber(kind, subjectId) + 1;
    }

    /** Puts a message again, under the next number, in the place of the earlier one; empty when somebody else just did. */
    Optional<UUID> repeat(Message earlier, Optional<UUID> roundId) {
        Message again = message(earlier.kind(), earlier.recipient(), earlier.subjectId(), nextNumber(earlier.kind(), earlier.subjectId()));
        return put(again, roundId, Optional.of(earlier.id())) ? Optional.of(again.id()) : Optional.empty();
    }

    private boolean put(Message message, Optional<UUID> roundId, Optional<UUID> repeats) {
        boolean isNew = messages.add(message, roundId, repeats);
        if (isNew) {
            events.publishEvent(new MessagePut(message.kind()));
        }
        return isNew;
    }

    private Message message(String kind, String recipient, UUID subjectId, int number) {
        UUID id = UUID.randomUUID();
        return new Message(id, kind, recipient, subjectId, number, "<" + id + "@" + settings.host() + ">", clock.instant());
    }
}
