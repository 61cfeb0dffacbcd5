package be.zelfscan.mail;

import java.util.UUID;

/** Where messages are put to be delivered. */
public interface Outbox {
    /**
     * Puts a message in the outbox, in the transaction of the caller; it is delivered after that transaction commits. A message with the same kind,
     * recipient, subject and number exists once: putting it again does nothing.
     *
     * @param kind names the {@link MailComposer} of its content
     * @param recipient an e-mail address
     * @param subjectId what the message is about
     * @param number tells apart messages of one kind to one recipient about one subject, from 1
     */
    void put(String kind, String recipient, UUID subjectId, int number);

    /** The same, for a message of a round: the ledger of the round shows it. */
    void putOfRound(UUID roundId, String kind, String recipient, UUID subjectId, int number);

    /** The number of the next message of a kind about a subject, whoever it goes to: one more than the highest so far. */
    int nextNumber(String kind, UUID subjectId);
}
