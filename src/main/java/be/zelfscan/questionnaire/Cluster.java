package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Predicate;

/** A titled group of building blocks. */
@Serdeable
public record Cluster(String id, String title, String source, List<BuildingBlock> blocks) {
    Cluster only(Predicate<BuildingBlock> shown) {
        return new Cluster(id, title, source, blocks.stream().filter(shown).toList());
    }
}
