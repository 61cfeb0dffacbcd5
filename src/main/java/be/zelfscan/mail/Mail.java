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
    /**
     * A file that goes with a mail. The bytes are not copied: nobody may change them.
     *
     * @param name file name as the reader sees it, without a path
     * @param contentType media type, such as {@code application/pdf}
     */
    public record Attachment(String name, String contentType, byte[] content) {
        public Attachment {
            name = Texts.clean(name);
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
                throw new Impossible("An attachment needs a plain file name");
            }
            if (!contentType.matches("[\\w.+-]+/[\\w.+-]+")) {
                throw new Impossible("An attachment needs a media type without parameters");
            }
        }

        /** Size in bytes. */
        public int size() {
            return content.length;
        }
    }

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
