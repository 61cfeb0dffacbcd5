package be.zelfscan.mail;

import be.zelfscan.web.Problem;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the mails of one kind. Each composer is a bean, found by its kind; it stands with whoever knows the content. Safe for use by
 * several threads.
 *
 * <p>A composer is called outside any transaction and may be called again for the same message, at another instance too: it opens the
 * transactions that it needs and changes nothing. What it throws besides {@link NoLongerWanted} and {@link Mail.Impossible} counts as a
 * passing trouble: the message is tried again later. A {@link Problem} that says that the service is too busy now is no trouble at all:
 * the message waits a moment, and that is not a try.
 */
public interface MailComposer {
    /** Thrown when a mail would be of no use any more; the message then ends as withdrawn and is not tried again. */
    final class NoLongerWanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why, in Dutch, for whoever follows the mails: "De aanmeldlink is verlopen." */
        public NoLongerWanted(String reason) {
            super(reason);
        }

        /** The person had to do with a centre when the message was put, and has not any more. */
        public static NoLongerWanted left() {
            return new NoLongerWanted("Deze persoon heeft niets meer met dit centrum te maken.");
        }
    }

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

    /** The address of a page that shows what such a mail of a round says; empty when there is none. */
    default Optional<String> example(UUID roundId) {
        return Optional.empty();
    }

    /** Whether somebody sits waiting for a mail of this kind: it then goes before all others. */
    default boolean isUrgent() {
        return false;
    }

    /**
     * Writes the mail, to the address that the message says: that of its person at this moment.
     *
     * @throws NoLongerWanted when the mail would be of no use any more
     */
    Mail compose(Message message);
}
