package be.zelfscan.mail;

import java.util.List;

/**
 * The content of one mail, the same in plain text and in HTML.
 *
 * @param subject one line
 * @param text plain text
 * @param html a whole HTML document that needs nothing from elsewhere
 */
public record Mail(String subject, String text, String html, List<Attachment> attachments) {
    public Mail {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A mail needs a subject of one line");
        }
        if (text.isBlank() || html.isBlank()) {
            throw new IllegalArgumentException("A mail needs its text both plain and as HTML");
        }
        attachments = List.copyOf(attachments);
    }
}
