package be.zelfscan.mail;

import be.zelfscan.text.Texts;
import java.util.List;

/**
 * The content of one mail, the same in plain text and in HTML.
 *
 * @param subject put on one line, without signs that nobody sees
 * @param text plain text
 * @param html a whole HTML document that needs nothing from elsewhere
 * @param languages tags of what it is written in
 */
public record Mail(String subject, String text, String html, List<Attachment> attachments, List<String> languages) {
    private static final String DUTCH = "nl-BE";
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

    /** In Dutch. */
    public Mail(String subject, String text, String html, List<Attachment> attachments) {
        this(subject, text, html, attachments, List.of(DUTCH));
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
        languages = List.copyOf(languages);
    }

    /** The same, about an instrument in this language: what it calls things stands between our own words. */
    public Mail about(String language) {
        return language.startsWith("nl") ? this : new Mail(subject, text, html, attachments, List.of(DUTCH, language));
    }
}
