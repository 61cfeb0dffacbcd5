package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The continuum: ordered, described stages. Their distances mean nothing, so stages are compared by order only, never averaged.
 */
@Serdeable
public record StageScale(String title, String source, List<String> text, List<Stage> stages) {

    public Optional<Stage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    /** Position of a stage, from 0; empty for a stage that this scale does not have. */
    public Optional<Integer> position(String stageId) {
        return IntStream.range(0, stages.size()).filter(index -> stages.get(index).id().equals(stageId)).boxed().findFirst();
    }

    /** The stages after the given one, in order; empty for the last one and for an unknown one. */
    public List<Stage> after(String stageId) {
        return position(stageId).map(index -> stages.subList(index + 1, stages.size())).orElse(List.of());
    }
}
