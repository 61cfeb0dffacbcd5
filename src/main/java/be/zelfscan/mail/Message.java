package be.zelfscan.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as it was put in the outbox: what a composer needs to know to write the mail.
 *
 * @param recipient an e-mail address
 * @param subjectId what the message is about
 * @param number tells apart messages of one kind to one recipient about one subject, from 1
 * @param messageId the Message-ID of the mail, with its angle brackets; the same at every try
 */
public record Message(UUID id, String kind, String recipient, UUID subjectId, int number, String messageId, Instant createdAt) {
    /** How far a message is. */
    public enum State {
        /** In the outbox, to be tried when it is due. */
        waiting("wacht"),
        /** In the hands of an instance, or of one that stopped in the middle: then it is taken up again. */
        sending("onderweg"),
        /** Accepted by the mail server or put in the local mailbox. */
        delivered("afgeleverd"),
        /** Given up. */
        failed("mislukt"),
        /** Of no use any more before it could leave. */
        withdrawn("vervallen");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }

        /** Whether something will still happen to it by itself. */
        public boolean isUnderWay() {
            return this == waiting || this == sending;
        }
    }

}
