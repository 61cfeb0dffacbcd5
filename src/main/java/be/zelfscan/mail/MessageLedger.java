package be.zelfscan.mail;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells how far messages are. */
@Singleton
public class MessageLedger {
    private final MessageRepository messages;

    MessageLedger(MessageRepository messages) {
        this.messages = messages;
    }

    /** The messages about a subject, in the order in which they were put; at most 500. */
    @ReadOnly
    public List<MessageStatus> about(UUID subjectId) {
        return messages.about(subjectId);
    }
}
