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

    private void put(Optional<UUID> roundId, String kind, String recipient, UUID subjectId, int number) {
        UUID id = UUID.randomUUID();
        String messageId = "<" + id + "@" + settings.host() + ">";
        if (messages.add(new Message(id, kind, recipient, subjectId, number, messageId, clock.instant()), roundId)) {
            events.publishEvent(new MessageWaiting(id));
        }
    }
}
