package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Definitions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread of(Map<String, Integer> placements) {
        return new Spread(placements, Map.of());
    }

    @Test
    void theTeamDisagreesAsFarAsItsMembersDifferByTwosHoweverFarApartTheirStagesAre() {
        assertThat(of(Map.of("a", 4)).disagreement()).isZero();
        assertThat(of(Map.of("a", 2, "b", 2)).disagreement()).isEqualTo(of(Map.of("a", 2, "d", 2)).disagreement())
                .isGreaterThan(of(Map.of("a", 3, "b", 1)).disagreement());
        assertThat(of(Map.of("a", 1, "b", 1, "c", 1)).disagreement()).isEqualTo(1);
        assertThat(of(Map.of("a", 1, "unsure", 1, "unseen", 1)).disagreement()).isZero();
        assertThat(of(Map.of()).disagreement()).isZero();
    }

    @Test
    void firstComesWhereItAgreesLeastThenWhatFewerCouldPlaceThenTheRestInOrder() {
        Questionnaire questionnaire = Definitions.small();
        List<String> sections = questionnaire.sections().stream().map(Section::id).toList();
        String first = sections.get(0);
        String second = sections.get(1);
        String third = sections.get(2);

        assertThat(Spread.byDisagreement(questionnaire, Map.of())).isEqualTo(sections);
        assertThat(Spread.byDisagreement(questionnaire, Map.of(first, of(Map.of("a", 3)), second, of(Map.of("a", 2, "unsure", 1)),
                third, of(Map.of("a", 2, "b", 1))))).startsWith(third, second, first).containsExactlyInAnyOrderElementsOf(sections);
        assertThat(Spread.byDisagreement(questionnaire, Map.of(third, of(Map.of("a", 3))))).startsWith(third, first, second);
    }

    @Test
    void itCountsByStageAndByOtherView() {
        Spread spread = of(Map.of("a", 2, "unsure", 1, "unseen", 3));

        assertThat(spread.members()).isEqualTo(6);
        assertThat(List.of(spread.at("a"), spread.at("b"), spread.of(Spread.View.unsure), spread.of(Spread.View.unseen)))
                .containsExactly(2, 0, 1, 3);
    }
}
