package be.zelfscan.mail;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads back a mail that {@link MimeMail} made. */
final class MimeReader {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();

    private MimeReader() {}

    /** @throws IllegalStateException when the bytes are not such a mail */
    static ReceivedMail read(UUID id, byte[] content) {
        try {
            MimeMessage mime = new MimeMessage((Session) null, new ByteArrayInputStream(content));
            MimeReader reader = new MimeReader();
            reader.part(mime);
            return new ReceivedMail(id, mime.getMessageID(), mime.getSubject(), people(mime.getFrom()), people(mime.getReplyTo()),
                    people(mime.getRecipients(jakarta.mail.Message.RecipientType.TO)), mime.getSentDate().toInstant(),
                    reader.text.toString().replace("\r\n", "\n"), reader.html.toString(), List.copyOf(reader.attachments));
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException("The mail of message " + id + " cannot be read", failure);
        }
    }

    private void part(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                part(parts.getBodyPart(i));
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

    private static String people(Address[] addresses) {
        return Arrays.stream(addresses)
                .map(address -> address instanceof InternetAddress person && person.getPersonal() != null
                        ? person.getPersonal() + " <" + person.getAddress() + ">"
                        : address.toString())
                .collect(Collectors.joining(", "));
    }
}
