package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts mails in a table, where they can be read in the browser: for a service without a mail server. */
@Singleton
@Requires(missingBeans = SmtpPostman.class)
final class LocalMailbox implements Postman {
    private final MailboxRepository mailbox;
    private final MimeMail mime;
    private final Clock clock;

    LocalMailbox(MailboxRepository mailbox, MimeMail mime, Clock clock) {
        this.mailbox = mailbox;
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
        mailbox.add(message.id(), message.recipient(), mail.subject(), clock.instant(), content);
        return new Outcome.Delivered("In het postvak gelegd.");
    }
}
