package be.zelfscan.mail;

/** How far a message is. */
public enum MessageState {
    /** In the outbox, to be tried when it is due. */
    waiting,
    /** In the hands of an instance, or of one that stopped in the middle: then it is taken up again. */
    sending,
    /** Accepted by the mail server or put in the local mailbox. */
    delivered,
    /** Given up. */
    failed
}
