package be.zelfscan.mail;

import be.zelfscan.mail.Mail.Attachment;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A mail read back from the bytes that went over the line: the mailbox keeps those, and shows what they hold, not what was meant to be
 * in them.
 *
 * @param from sender, with name
 * @param replyTo where answers go; the sender when the mail names nobody else
 */
public record ReceivedMail(UUID id, String messageId, String subject, String from, String replyTo, String to, Instant date, String text,
        String html, List<Attachment> attachments) {

    /**
     * Reads a mail that {@link MimeMail} made.
     *
     * @throws IllegalStateException when the bytes are not such a mail
     */
    static ReceivedMail read(UUID id, byte[] content) {
        try {
            MimeMessage mime = new MimeMessage((Session) null, new ByteArrayInputStream(content));
            Parts parts = new Parts(new StringBuilder(), new StringBuilder(), new ArrayList<>());
            parts.add(mime);
            return new ReceivedMail(id, mime.getMessageID(), mime.getSubject(), people(mime.getFrom()), people(mime.getReplyTo()),
                    people(mime.getRecipients(jakarta.mail.Message.RecipientType.TO)), mime.getSentDate().toInstant(),
                    parts.text.toString().replace("\r\n", "\n"), parts.html.toString(), List.copyOf(parts.attachments));
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException("The mail of message " + id + " cannot be read", failure);
        }
    }

    /** An attachment by its place, from 1. */
    public Optional<Attachment> attachment(int number) {
        return number >= 1 && number <= attachments.size() ? Optional.of(attachments.get(number - 1)) : Optional.empty();
    }

    private record Parts(StringBuilder text, StringBuilder html, List<Attachment> attachments) {
        void add(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    add(parts.getBodyPart(i));
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                try (InputStream bytes = part.getInputStream()) {
                    String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
                    attachments.add(new Attachment(part.getFileName(), type, bytes.readAllBytes()));
                }
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else {
                text.append(part.getContent());
            }
        }
    }

    private static String people(Address[] addresses) {
        return Arrays.stream(addresses)
                .map(address -> address instanceof InternetAddress person && person.getPersonal() != null
                        ? person.getPersonal() + " <" + person.getAddress() + ">"
                        : address.toString())
                .collect(Collectors.joining(", "));
    }
}
