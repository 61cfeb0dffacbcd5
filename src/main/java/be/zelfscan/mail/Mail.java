package be.zelfscan.mail;

import be.zelfscan.text.Texts;
import java.util.List;

/**
 * The content of one mail, the same in plain text and in HTML.
 *
 * @param subject put on one line, without signs that nobody sees
 * @param text plain text
 * @param html a whole HTML document that needs nothing from elsewhere
 */
public record Mail(String subject, String text, String html, List<Attachment> attachments) {
    public Mail {
        subject = Texts.clean(subject);
        if (subject.isEmpty()) {
            throw new ImpossibleMail("A mail needs a subject");
        }
        if (text.isBlank() || html.isBlank()) {
            throw new ImpossibleMail("A mail needs its text both plain and as HTML");
        }
        attachments = List.copyOf(attachments);
    }
}
