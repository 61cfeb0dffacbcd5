package be.zelfscan.mail;

import be.zelfscan.text.Texts;

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
            throw new Mail.Impossible("An attachment needs a plain file name");
        }
        if (!contentType.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new Mail.Impossible("An attachment needs a media type without parameters");
        }
    }

    /** Size in bytes. */
    public int size() {
        return content.length;
    }
}
