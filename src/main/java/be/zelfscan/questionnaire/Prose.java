package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Paragraphs of running text.
 *
 * @param reference the literature or regulation that the text itself names; empty when none
 */
@Serdeable
public record Prose(List<String> text, String reference) {
    public Prose {
        reference = reference == null ? "" : reference;
    }
}
