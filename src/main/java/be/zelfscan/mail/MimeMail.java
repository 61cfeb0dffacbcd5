package be.zelfscan.mail;

import be.zelfscan.mail.Mail.Attachment;
import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * Turns a message and its content into a mail as it goes over the line, with the sender of the settings. Safe for use by several
 * threads.
 */
@Singleton
public final class MimeMail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;

    MimeMail(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * The mail as the bytes of an {@code .eml} file.
     *
     * @throws Mail.Impossible when the recipient is not one e-mail address
     */
    public byte[] bytes(Message message, Mail mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            of(message, mail).writeTo(bytes);
        } catch (MessagingException failure) {
            throw new Mail.Impossible("Message " + message.id() + " cannot be made into a mail", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    MimeMessage of(Message message, Mail mail) throws MessagingException {
        MimeMessage mime = new WithFixedId(message.messageId());
        mime.setFrom(sender());
        if (!settings.replyTo().isEmpty()) {
            mime.setReplyTo(new InternetAddress[]{new InternetAddress(settings.replyTo(), true)});
        }
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.recipient(), true));
        mime.setSubject(mail.subject(), UTF_8);
        mime.setSentDate(Date.from(message.createdAt()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContentLanguage(mail.languages().toArray(String[]::new));
        mime.setContent(content(mail));
        mime.saveChanges();
        return mime;
    }

    private InternetAddress sender() throws MessagingException {
        InternetAddress sender = new InternetAddress(settings.from(), true);
        try {
            sender.setPersonal(settings.fromName(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sender;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(new MimeMultipart("alternative", text, html));
        MimeMultipart whole = new MimeMultipart("mixed", words);
        for (Attachment attachment : mail.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
            file.setFileName(attachment.name());
            file.setDisposition(Part.ATTACHMENT);
            file.setHeader("Content-Transfer-Encoding", "base64");
            whole.addBodyPart(file);
        }
        return whole;
    }

    /** Keeps the Message-ID that was made with the row, where Jakarta Mail would make a new one at each send. */
    private static final class WithFixedId extends MimeMessage {
        private final String messageId;

        WithFixedId(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
