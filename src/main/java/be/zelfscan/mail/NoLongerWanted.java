package be.zelfscan.mail;

/** Thrown by a {@link MailComposer} when a mail would be of no use any more; the message then ends as withdrawn and is not tried again. */
public final class NoLongerWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, in Dutch, for whoever follows the mails: "De aanmeldlink is verlopen." */
    public NoLongerWanted(String reason) {
        super(reason);
    }
}
