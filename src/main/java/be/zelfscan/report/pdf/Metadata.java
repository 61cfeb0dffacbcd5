package be.zelfscan.report.pdf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a document says of itself. Equal metadata and equal content give equal bytes.
 *
 * @param language tag of what it is mostly written in
 * @param created shown as creation and modification moment, to the second
 * @param identity a text that is unique for the document, such as "scan 12, submission 3"; the file identifier is derived from it
 */
public record Metadata(String title, String author, String subject, String language, Instant created, String identity) {
    public Metadata {
        title = CleanText.line(title);
        author = CleanText.line(author);
        subject = CleanText.line(subject);
        created = created.truncatedTo(ChronoUnit.SECONDS);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A document needs a title");
        }
    }
}
