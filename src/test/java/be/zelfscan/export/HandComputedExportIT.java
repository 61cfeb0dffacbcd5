package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedFigures;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who counts what was taken out comes to the figures that were counted by hand. */
class HandComputedExportIT {
    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = TestService.get().questionnaire();
    private final List<Map<String, String>> rows = ExportScene
            .rows(round.visitor(round.net().support()).get("/uitvoer/" + round.id() + "/centra.csv"), ';');

    @Test
    void theNetAndEverySchoolGroup() {
        assertThat(rows).hasSize(12);
        for (String group : List.of("net", "A", "B", "C", "A+B")) {
            HandComputedFigures.Group expected = HandComputedRound.figures(group);
            Set<String> centres = expected.centres().stream().map(round::centre).map(String::valueOf).collect(Collectors.toSet());
            List<Map<String, String>> ofGroup = rows.stream().filter(row -> centres.contains(row.get("centrum_id"))).toList();
            assertThat(ofGroup).as(group).hasSize(expected.n());
            questionnaire.blocks().forEach(block -> assertBlock(ofGroup, block, expected.block(block.id())));
        }
    }

    private void assertBlock(List<Map<String, String>> ofGroup, Section block, HandComputedFigures.Block expected) {
        String placed = block.id() + "." + questionnaire.placement().id();
        expected.stages()
                .forEach((stage, count) -> assertThat(count(ofGroup, placed, stage)).as(placed + " " + stage).isEqualTo(count.longValue()));
        assertOptions(ofGroup, block, Use.LEVER, expected.levers());
        assertOptions(ofGroup, block, Use.BOTTLENECK, expected.bottlenecks());
        assertOptions(ofGroup, block, Use.DIFFERENCE, expected.differences());
        String closing = questionnaire.closing().orElseThrow().id() + ".";
        assertThat(count(ofGroup, closing + questionnaire.inspiringPractices().orElseThrow().question().id() + "." + block.id(), "1"))
                .isEqualTo(expected.inspiring());
        List<Integer> places = IntStream.rangeClosed(1, questionnaire.priorities().orElseThrow().question().most())
                .mapToObj(place -> (int) count(ofGroup, closing + questionnaire.priorities().orElseThrow().question().id() + "." + place,
                        block.id()))
                .toList();
        assertThat(places).as(block.id()).isEqualTo(expected.priority().places());
    }

    private void assertOptions(List<Map<String, String>> ofGroup, Section block, String use, Map<String, Integer> expected) {
        String question = block.id() + "." + questionnaire.blockQuestionFor(use).orElseThrow().id() + ".";
        expected.forEach(
                (option, count) -> assertThat(count(ofGroup, question + option, "1")).as(question + option).isEqualTo(count.longValue()));
    }

    private static long count(List<Map<String, String>> rows, String column, String value) {
        assertThat(rows).allSatisfy(row -> assertThat(row).containsKey(column));
        return rows.stream().filter(row -> row.get(column).equals(value)).count();
    }
}
