package be.zelfscan.question;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One step of the continuum.
 *
 * @param cycle the part of the improvement cycle it stands for, in a few words
 * @param description paragraphs; the placeholder {@code {block}} stands for the building block
 */
@Serdeable
public record Stage(String id, String label, @Nullable String cycle, List<String> description) {
    public Stage {
        cycle = cycle == null ? "" : cycle;
    }
}
