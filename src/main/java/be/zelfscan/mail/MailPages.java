package be.zelfscan.mail;

import be.zelfscan.web.Shell;

/** What the pages of the local mailbox show; the templates of {@code src/main/jte/mail} take these. */
public final class MailPages {
    private MailPages() {}

    /** The list of mails. */
    public record Box(Shell shell, MailboxPage mailbox) {}

    /** One mail. */
    public record One(Shell shell, MailPage mail) {}
}
