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
    /** What can never be a mail, however often it is tried: its recipient is no address, or it has no subject or no text. */
    public static final class Impossible extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Impossible(String what) {
            super(what);
        }

        Impossible(String what, Throwable cause) {
            super(what, cause);
        }
    }

    public Mail {
        subject = Texts.clean(subject);
        if (subject.isEmpty()) {
            throw new Impossible("A mail needs a subject");
        }
        if (text.isBlank() || html.isBlank()) {
            throw new Impossible("A mail needs its text both plain and as HTML");
        }
        attachments = List.copyOf(attachments);
    }
}
