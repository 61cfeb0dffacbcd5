package be.zelfscan.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail read back from the bytes that went over the line.
 *
 * @param from sender, with name
 * @param replyTo where answers go; the sender when the mail names nobody else
 */
public record ReceivedMail(UUID id, String messageId, String subject, String from, String replyTo, String to, Instant date, String text,
        String html, List<Attachment> attachments) {

    /** An attachment by its place, from 1. */
    public Optional<Attachment> attachment(int number) {
        return number >= 1 && number <= attachments.size() ? Optional.of(attachments.get(number - 1)) : Optional.empty();
    }
}
