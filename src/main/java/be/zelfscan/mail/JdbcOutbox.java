package be.zelfscan.mail;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The outbox as a table: a message exists when the transaction of its cause commits, and only then. */
@Singleton
class JdbcOutbox implements Outbox {
    private final MessageRepository messages;
    private final MailSettings settings;
    private final ApplicationEventPublisher<MessageWaiting> events;
    private final Clock clock;

    JdbcOutbox(MessageRepository messages, MailSettings settings, ApplicationEventPublisher<MessageWaiting> events, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String kind, String recipient, UUID subjectId, int number) {
        put(Optional.empty(), kind, recipient, subjectId, number);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putOfRound(UUID roundId, String kind, String recipient, UUID subjectId, int number) {
        put(Optional.of(roundId), kind, recipient, subjectId, number);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int nextNumber(String kind, UUID subjectId) {
        return messages.highestNumber(kind, subjectId) + 1;
    }

    /** Puts a message again, under the next number, in the place of the earlier one; empty when somebody else just did. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<UUID> repeat(Message earlier, Optional<UUID> roundId) {
        Message again = message(earlier.kind(), earlier.recipient(), earlier.subjectId(),
                messages.highestNumber(earlier.kind(), earlier.subjectId()) + 1);
        if (!messages.addInPlaceOf(earlier.id(), again, roundId)) {
            return Optional.empty();
        }
        events.publishEvent(new MessageWaiting(again.id(), again.kind()));
        return Optional.of(again.id());
    }

    private void put(Optional<UUID> roundId, String kind, String recipient, UUID subjectId, int number) {
        Message message = message(kind, recipient, subjectId, number);
        if (messages.add(message, roundId)) {
            events.publishEvent(new MessageWaiting(message.id(), message.kind()));
        }
    }

    private Message message(String kind, String recipient, UUID subjectId, int number) {
        UUID id = UUID.randomUUID();
        return new Message(id, kind, recipient, subjectId, number, "<" + id + "@" + settings.host() + ">", clock.instant());
    }
}
