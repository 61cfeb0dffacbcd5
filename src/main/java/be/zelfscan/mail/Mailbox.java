package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the local mailbox. There is none when a mail server is configured. */
@Singleton
@Requires(beans = LocalMailbox.class)
public class Mailbox {
    /** How many mails the list shows. */
    public static final int MOST = 200;

    private final MailboxRepository mails;

    Mailbox(MailboxRepository mails) {
        this.mails = mails;
    }

    /** The newest mails, the newest first. */
    @ReadOnly
    public List<MailboxEntry> newest() {
        return mails.newest(MOST);
    }

    /** One mail, read. */
    @ReadOnly
    public Optional<ReceivedMail> find(UUID id) {
        return mails.content(id).map(content -> MimeReader.read(id, content));
    }

    /** One mail as the bytes of an {@code .eml} file. */
    @ReadOnly
    public Optional<byte[]> raw(UUID id) {
        return mails.content(id);
    }
}
