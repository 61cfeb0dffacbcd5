package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps mails in a table, where they can be read in the browser: for a service without a mail server. With one there is no mailbox. */
@Singleton
@Requires(missingBeans = SmtpPostman.class)
public class Mailbox implements Postman {
    /** How many mails the list shows. */
    public static final int MOST = 200;

    /** A line in the list; {@code id} is the id of the message. */
    public record Entry(UUID id, String recipient, String subject, Instant receivedAt) {}

    private final MailboxQueries mails;
    private final MimeMail mime;
    private final Clock clock;

    Mailbox(MailboxQueries mails, MimeMail mime, Clock clock) {
        this.mails = mails;
        this.mime = mime;
        this.clock = clock;
    }

    @Override
    public Outcome deliver(Message message, Mail mail) {
        byte[] content;
        try {
            content = mime.bytes(message, mail);
        } catch (IllegalArgumentException failure) {
            return new Outcome.Refused("Er kan geen mail gemaakt worden voor dit adres.");
        }
        mails.add(message.id(), message.recipient(), mail.subject(), clock.instant(), content);
        return new Outcome.Delivered("In het postvak gelegd.");
    }

    /** The newest mails, the newest first. */
    @ReadOnly
    public List<Entry> newest() {
        return mails.newest(MOST);
    }

    /** One mail, read. */
    @ReadOnly
    public Optional<ReceivedMail> find(UUID id) {
        return mails.content(id).map(content -> ReceivedMail.read(id, content));
    }

    /** One mail as the bytes of an {@code .eml} file. */
    @ReadOnly
    public Optional<byte[]> raw(UUID id) {
        return mails.content(id);
    }
}
