package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupInWordsTest {
    private final Questionnaire questionnaire = Definitions.shipped();
    private final String block = questionnaire.blocks().getFirst().id();
    private final List<String> stages = questionnaire.scale().stages().stream().map(Stage::id).toList();

    private Figures figures(Figures.Flow... flows) {
        return new Figures(Stream.of(flows).mapToInt(Figures.Flow::centres).sum(),
                List.of(new Figures.BlockFigures(block, List.of(flows), List.of(), 0, 0, 0)), 0);
    }

    private Figures.Flow flow(int from, int to, int centres) {
        return new Figures.Flow(stages.get(from), stages.get(to), centres);
    }

    @Test
    void oneCentreStandsAndSeveralStand() {
        Figures figures = figures(flow(0, 0, 1), flow(1, 2, 4), flow(3, 3, 1));
        assertThat(GroupInWords.spread(questionnaire, figures, block, GroupFigures.Withheld.NONE))
                .isEqualTo("1 van de 6 centra staat op fragmentair, 4 op planmatig en 1 op systematisch.");
        assertThat(GroupInWords.ambition(Definitions.shipped().words().stage(), figures, block, GroupFigures.Withheld.NONE))
                .isEqualTo("2 houden hun stadium aan, 4 willen naar een ander stadium.");
    }

    @Test
    void whereAllStandTogetherItSaysSo() {
        Figures figures = figures(flow(1, 1, 1), flow(1, 2, 1), flow(1, 3, 3));
        assertThat(GroupInWords.spread(questionnaire, figures, block, GroupFigures.Withheld.NONE))
                .isEqualTo("Alle 5 centra staan op planmatig.");
        assertThat(GroupInWords.ambition(Definitions.shipped().words().stage(), figures, block, GroupFigures.Withheld.NONE))
                .isEqualTo("1 houdt zijn stadium aan, 4 willen naar een ander stadium.");
    }

    @Test
    void ofNobodyThereIsNothingToSay() {
        assertThat(GroupInWords.spread(questionnaire, figures(), block, GroupFigures.Withheld.NONE)).isEmpty();
        assertThat(GroupInWords.ambition(Definitions.shipped().words().stage(), figures(), block, GroupFigures.Withheld.NONE)).isEmpty();
    }
}
