package be.zelfscan.mail;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Sends a mail again: the same kind, to the same address, about the same subject, written anew. */
@Singleton
class RepeatMessage {
    /** Why a mail cannot be sent again. */
    static final class NotRepeatable extends Problem {
        private static final long serialVersionUID = 1L;

        NotRepeatable(HttpStatus status, String sentence) {
            super(status, sentence);
        }
    }

    /** A mail that can be sent again. */
    record Repeatable(Message message, Optional<UUID> roundId) {}

    /** What was put, of which round. */
    record Repeated(UUID id, Optional<UUID> roundId) {}

    private final MessageRepository messages;
    private final JdbcOutbox outbox;
    private final Composers composers;
    private final ActivityLog log;

    RepeatMessage(MessageRepository messages, JdbcOutbox outbox, Composers composers, ActivityLog log) {
        this.messages = messages;
        this.outbox = outbox;
        this.composers = composers;
        this.log = log;
    }

    /** @throws NotRepeatable when there is no such message, or it may not be sent again (now) */
    @Transactional
    Repeatable find(UUID messageId) {
        MessageRepository.Held held = hold(messageId);
        return new Repeatable(held.message(), held.roundId());
    }

    private MessageRepository.Held hold(UUID messageId) {
        MessageRepository.Held held = messages.hold(messageId).orElseThrow(() -> new NotRepeatable(HttpStatus.NOT_FOUND,
                "Deze mail bestaat niet. Kies een mail uit de lijst op de pagina Mails."));
        String kind = held.message().kind();
        if (!composers.isRepeatable(kind)) {
            throw new NotRepeatable(HttpStatus.CONFLICT, ("Een mail van de soort ‘%s’ kan je niet opnieuw sturen: wie hem nodig heeft, "
                    + "vraagt zelf een nieuwe.").formatted(composers.label(kind)));
        }
        if (held.state().isUnderWay()) {
            throw new NotRepeatable(HttpStatus.CONFLICT, "Deze mail is nog niet afgeleverd en wordt vanzelf opnieuw geprobeerd. "
                    + "Opnieuw sturen kan zodra hij afgeleverd of mislukt is.");
        }
        return held;
    }

    /** @throws NotRepeatable as {@link #find}, also when it was sent again already */
    @Transactional
    Repeated repeat(UUID messageId) {
        MessageRepository.Held held = hold(messageId);
        UUID again = outbox.repeat(held.message(), held.roundId()).orElseThrow(() -> new NotRepeatable(HttpStatus.CONFLICT,
                "Deze mail is al opnieuw gestuurd. Je vindt de nieuwe bovenaan in de lijst."));
        log.note(Action.mail_resent, again, composers.label(held.message().kind()));
        return new Repeated(again, held.roundId());
    }
}
