package be.zelfscan.mail;

/**
 * Writes the mails of one kind. Each composer is a bean, found by its kind; it stands with whoever knows the content.
 *
 * <p>A composer is called outside any transaction and may be called again for the same message, at another instance too: it opens the transactions that
 * it needs and changes nothing. What it throws besides {@link NoLongerWanted} and {@link ImpossibleMail} counts as a passing trouble: the message is tried again later. Safe
 * for use by several threads.
 */
public interface MailComposer {
    /** The kind of message that this composer writes, as given to {@link Outbox#put}. */
    String kind();

    /** As the interface words the kind, without article: "uitnodiging". */
    default String label() {
        return kind();
    }

    /** Whether a mail of this kind can be sent again by whoever follows the mails. */
    default boolean isRepeatable() {
        return true;
    }

    /**
     * Writes the mail.
     *
     * @throws NoLongerWanted when the mail would be of no use any more
     */
    Mail compose(Message message);
}
