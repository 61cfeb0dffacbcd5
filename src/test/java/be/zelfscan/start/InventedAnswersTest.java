package be.zelfscan.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.start.InventedAnswers.Notes;
import be.zelfscan.support.Definitions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The invented answers of the demonstration. */
class InventedAnswersTest {
    private final Questionnaire questionnaire = Definitions.shipped();
    private final List<InventedNet.InventedCentre> centres = InventedNet.read().centres().stream()
            .filter(centre -> centre.invented().isPresent())
            .toList();

    @Test
    void theSameSeedGivesTheSameAnswersAndAnotherGivesOthers() {
        assertThat(of(centres.getFirst(), 1)).isEqualTo(of(centres.getFirst(), 1)).isNotEqualTo(of(centres.getFirst(), 2));
    }

    @Test
    void noTwoCentresAnswerTheSame() {
        Set<Object> placements = new HashSet<>();
        Set<Object> notes = new HashSet<>();
        centres.forEach(centre -> {
            Map<String, Map<String, List<String>>> sections = of(centre, centre.id().hashCode());
            placements.add(questionnaire.blocks().stream().map(block -> sections.get(block.id()).get("stage.choice")).toList());
            notes.add(questionnaire.blocks().stream().map(block -> String.valueOf(sections.get(block.id()).get("motive.note"))).toList());
        });

        assertThat(placements).hasSameSizeAs(centres);
        assertThat(notes).hasSameSizeAs(centres);
    }

    @Test
    void everyStageOccursAndSoDoManyNotes() {
        Set<String> stages = new HashSet<>();
        Set<String> notes = new HashSet<>();
        centres.forEach(centre -> of(centre, centre.id().hashCode()).values().forEach(fields -> {
            stages.addAll(fields.getOrDefault("stage.choice", List.of()));
            fields.forEach((field, values) -> {
                if (field.endsWith(".note")) {
                    notes.addAll(values);
                }
            });
        }));

        assertThat(stages).hasSize(questionnaire.scale().stages().size());
        assertThat(notes).hasSizeGreaterThan(120).doesNotContain("");
    }

    @Test
    void whoIsHalfwayAnsweredTheFirstBlocksOnly() {
        assertThat(new InventedAnswers(questionnaire, Notes.read(), centres.getFirst().invented().orElseThrow(), 1, 0).sections(4))
                .hasSize(4);
    }

    private Map<String, Map<String, List<String>>> of(InventedNet.InventedCentre centre, long seed) {
        return new InventedAnswers(questionnaire, Notes.read(), centre.invented().orElseThrow(), seed, 0)
                .sections(questionnaire.blocks().size());
    }
}
