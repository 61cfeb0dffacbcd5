package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.Figures;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommonGroundTest {
    private final Questionnaire questionnaire = Scans.poolster();
    private final List<Section> blocks = questionnaire.blocks();

    /** @param counts on each stage, by place of the block; all others have one centre on the second stage and two on the third */
    private CommonGround agreement(Map<Integer, int[]> counts) {
        List<Figures.BlockFigures> figures = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            int[] stages = counts.getOrDefault(at, new int[]{0, 1, 2, 0});
            List<Figures.Flow> flows = new ArrayList<>();
            for (int stage = 0; stage < stages.length; stage++) {
                String id = questionnaire.scale().stages().get(stage).id();
                if (stages[stage] > 0) {
                    flows.add(new Figures.Flow(id, id, stages[stage]));
                }
            }
            figures.add(new Figures.BlockFigures(blocks.get(at).id(), flows, List.of(), 0, 0, 0));
        }
        return CommonGround.of(questionnaire, new Figures(Arrays.stream(counts.getOrDefault(0, new int[]{0, 1, 2, 0})).sum(), figures, 0));
    }

    private static List<String> lines(Definition definition) {
        return definition.value().spans().stream().map(Inline.Span::text).collect(Collectors.joining()).lines().toList();
    }

    @Test
    void theBlocksOnWhichAllStandAlikeAreNamedByStage() {
        assertThat(lines(agreement(Map.of(1, new int[]{0, 0, 3, 0}, 4, new int[]{3, 0, 0, 0}, 6, new int[]{0, 0, 3, 0})).alike("")))
                .containsExactly(blocks.get(4).title() + ": allemaal op fragmentair",
                        "%s, %s: allemaal op geïntegreerd".formatted(blocks.get(1).title(), blocks.get(6).title()));
    }

    @Test
    void whereTheyNeverAllStandAlikeThoseAreNamedWhereMostDo() {
        assertThat(lines(agreement(Map.of()).alike(""))).hasSize(4).startsWith(
                "Nergens staan ze allemaal gelijk. Het dichtst bij elkaar:",
                blocks.get(0).title() + ": 2 van 3 op geïntegreerd");
    }

    @Test
    void theWidestSpreadComesFirst() {
        assertThat(lines(agreement(Map.of(2, new int[]{1, 0, 0, 2}, 5, new int[]{1, 1, 0, 1}, 8, new int[]{0, 1, 1, 1})).apart("")))
                .containsExactly(
                        blocks.get(5).title() + ": 1 fragmentair, 1 planmatig, 1 systematisch",
                        blocks.get(2).title() + ": 1 fragmentair, 2 systematisch",
                        blocks.get(8).title() + ": 1 planmatig, 1 geïntegreerd, 1 systematisch");
    }
}
