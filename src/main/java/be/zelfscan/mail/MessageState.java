package be.zelfscan.mail;

/** How far a message is. */
public enum MessageState {
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

    MessageState(String label) {
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
