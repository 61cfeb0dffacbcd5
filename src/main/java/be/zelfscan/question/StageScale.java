package be.zelfscan.question;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * The continuum: ordered, described stages. Their distances mean nothing, so stages are compared by order only, never averaged.
 *
 * @param afterSections how many sections of the introduction stand before it; all of them when the definition does not say
 */
@Serdeable
public record StageScale(String title, String source, List<String> text, @Nullable Integer afterSections, List<Stage> stages) {

    /** How many sections of an introduction of so many stand before the scale. */
    public int sectionsBefore(int all) {
        return afterSections == null ? all : Math.min(afterSections, all);
    }

    public Optional<Stage> stage(String stageId) {
        return position(stageId).map(stages::get);
    }

    /** Position of a stage, from 0; empty for a stage that this scale does not have. */
    public Optional<Integer> position(String stageId) {
        for (int index = 0; index < stages.size(); index++) {
            if (stages.get(index).id().equals(stageId)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** The stages after the given one, in order; empty for the last one and for an unknown one. */
    public List<Stage> after(String stageId) {
        return position(stageId).map(index -> stages.subList(index + 1, stages.size())).orElse(List.of());
    }
}
