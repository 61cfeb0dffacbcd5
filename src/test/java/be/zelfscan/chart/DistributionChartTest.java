package be.zelfscan.chart;

import static be.zelfscan.chart.ManyCentres.counts;
import static be.zelfscan.chart.ManyCentres.distribution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import be.zelfscan.chart.DistributionChart.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionChartTest {
    private static final List<String> TWO_GROUPS = List.of("GO!", "Demostroom");

    private final DistributionText text = new DistributionText();

    @Test
    void barsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> distribution(DataCharts.FOUR_STAGES, TWO_GROUPS, (row, group) -> counts(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a count for each stage of Behartiger van de leerling");
        assertThatThrownBy(() -> distribution(DataCharts.FOUR_STAGES, List.of(), (row, group) -> counts(1, 2, 3, 4)))
                .hasMessageContaining("one to four groups");
        assertThatThrownBy(() -> counts(1, -1, 0, 0)).hasMessageContaining("counts from 0");
        DistributionChart.Row one = distribution().rows().getFirst();
        assertThatThrownBy(() -> new DistributionChart("i", "r", DataCharts.FOUR_STAGES, TWO_GROUPS,
                List.of(new RowCluster<>("c", List.of(one))))).hasMessageContaining("a bar for each group");
    }

    @Test
    void aSentenceSaysHowManyStandWhere() {
        assertThat(text.rows(distribution()).get(1))
                .isEqualTo("Voor Geïntegreerde benadering van de kernprocessen staat 1 van de 12 centra op "
                        + "fragmentair, 5 op planmatig, 4 op geïntegreerd en 2 op systematisch.");
        assertThat(text.summary(distribution()))
                .startsWith("Verdeling over de stadia, GO!: GO! poolster-CLB in beeld, afname 2025–2026; 11 bouwstenen. "
                        + "Voor Behartiger van de leerling staan 5 van de 11 centra op planmatig");
    }

    @Test
    void whatMayNotBeShownIsSaidAndNotDrawn() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, TWO_GROUPS,
                (row, group) -> group == 0 ? counts(1, 0, 4, 0) : new Bar.TooFew(5));
        assertThat(text.rows(chart).getFirst()).isEqualTo("Voor Behartiger van de leerling: in GO! staat 1 van de 5 centra op fragmentair "
                + "en 4 op geïntegreerd; in Demostroom zijn er nog te weinig centra om te tonen (minstens 5).");
        assertThat(text.table(chart).header()).containsExactly("Bouwsteen", "Groep", "Fragmentair", "Planmatig", "Geïntegreerd",
                "Systematisch",
                "Aantal centra");
        assertThat(text.table(chart).sections().getFirst().rows().subList(0, 2)).containsExactly(
                List.of("Behartiger van de leerling", "GO!", "1 (20%)", "0 (0%)", "4 (80%)", "0 (0%)", "5"),
                List.of("Behartiger van de leerling", "Demostroom", "–", "–", "–", "–", "te weinig (minstens 5)"));
        List<String> words = new SvgPicture(ManyCentres.distributionSvg().render(chart)).words();
        assertThat(words).filteredOn(word -> word.equals("nog te weinig centra om te tonen (minstens 5)")).hasSize(11);
        assertThat(words).filteredOn(word -> word.equals("n = 5")).hasSize(11);
    }

    @Test
    void aGroupWithoutCentresHasNoBar() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, List.of("GO!"), (row, group) -> counts(0, 0, 0, 0));
        assertThat(text.rows(chart).getFirst()).isEqualTo("Voor Behartiger van de leerling zijn er nog geen centra.");
        assertThat(new SvgPicture(ManyCentres.distributionSvg().render(chart)).words()).contains("nog geen centra").doesNotContain("n = 0");
    }

    @Test
    void theMiddleOfAnEvenScaleLiesBetweenItsMiddleStagesThatOfAnOddOneInItsMiddleStage() {
        DistributionLayout even = layout(distribution());
        assertThat(even.barLeft(counts(1, 2, 3, 4))).isCloseTo(even.middle() - even.barLength() * 0.3, within(0.001));
        assertThat(even.barLeft(counts(0, 0, 3, 4))).isCloseTo(even.middle(), within(0.001));
        assertThat(even.barLeft(counts(3, 0, 0, 0))).isCloseTo(even.middle() - even.barLength(), within(0.001));
        List<DataChart.Stage> five = DataCharts.scale(5, 1, 1, "Blok").stages();
        DistributionChart odd = distribution(five, List.of("GO!"), (row, group) -> counts(1, 1, 2, 1, 0));
        assertThat(layout(odd).barLeft(counts(1, 1, 2, 1, 0))).isCloseTo(layout(odd).middle() - layout(odd).barLength() * 0.6,
                within(0.001));
        assertThat(DistributionText.middle(distribution())).contains("tussen planmatig en geïntegreerd");
        assertThat(DistributionText.middle(odd)).isEqualTo("het midden van stadium C op de middellijn valt");
    }

    @Test
    void everyCountIsPrintedInItsSegment() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, List.of("GO!"), (row, group) -> counts(17, 1, 6, 1));
        List<String> words = new SvgPicture(ManyCentres.distributionSvg().render(chart)).words();
        assertThat(words).filteredOn("17"::equals).hasSize(11);
        assertThat(words).filteredOn("1"::equals).hasSize(22);
    }

    private static DistributionLayout layout(DistributionChart chart) {
        DistributionDefinition definition = ManyCentres.reader().distribution();
        return new DistributionLayout(definition, chart, new Keys(definition, new Fonts()), new Fonts());
    }
}
