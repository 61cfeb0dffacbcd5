package be.zelfscan.chart;

import static be.zelfscan.chart.ManyCentres.counts;
import static be.zelfscan.chart.ManyCentres.distribution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import be.zelfscan.chart.DistributionChart.Bar;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        assertThatThrownBy(() -> new DistributionChart("i", DataCharts.WORDS, "r", DataCharts.FOUR_STAGES, TWO_GROUPS,
                List.of(new RowCluster<>("c", List.of(one))))).hasMessageContaining("a bar for each group");
    }

    @Test
    void aSentenceSaysHowManyStandWhere() {
        assertThat(text.rows(distribution()).get(1))
                .isEqualTo("Voor Geïntegreerde benadering van de kernprocessen staat 1 van de 12 centra op "
                        + "fragmentair, 5 op planmatig, 4 op geïntegreerd en 2 op systematisch.");
        assertThat(text.summary(distribution()))
                .startsWith("Verdeling over de stadia, GO!: GO! poolster-CLB in beeld, Afname 2025–2026; 11 bouwstenen. "
                        + "Voor Behartiger van de leerling staan 5 van de 11 centra op planmatig");
    }

    @Test
    void whatMayNotBeShownIsSaidAndNotDrawn() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, TWO_GROUPS,
                (row, group) -> group == 0 ? counts(1, 0, 4, 0) : new Bar.TooFew(5));
        assertThat(text.rows(chart).getFirst()).isEqualTo("Voor Behartiger van de leerling: in GO! staat 1 van de 5 centra op fragmentair "
                + "en 4 op geïntegreerd; in Demostroom zijn er te weinig centra om te tonen (minstens 5).");
        assertThat(text.table(chart).header()).containsExactly("Bouwsteen", "Groep", "Fragmentair", "Planmatig", "Geïntegreerd",
                "Systematisch",
                "Aantal centra");
        assertThat(text.table(chart).sections().getFirst().rows().subList(0, 2)).containsExactly(
                List.of("Behartiger van de leerling", "GO!", "1 (20%)", "0 (0%)", "4 (80%)", "0 (0%)", "5"),
                List.of("Behartiger van de leerling", "Demostroom", "–", "–", "–", "–", "te weinig (minstens 5)"));
        List<String> words = new SvgPicture(ManyCentres.distributionDrawing().svg(chart)).words();
        assertThat(words).filteredOn(word -> word.equals("te weinig centra om te tonen (minstens 5)")).hasSize(11);
        assertThat(words).filteredOn(word -> word.equals("n = 5")).hasSize(11);
    }

    @Test
    void aNarrowTableSaysOnlyWhereThereAreCentres() {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, TWO_GROUPS,
                (row, group) -> group == 0 ? counts(1, 0, 4, 0) : new Bar.TooFew(5));
        assertThat(text.narrowTable(chart).header()).containsExactly("Bouwsteen", "Groep", "Stadia", "Aantal centra");
        assertThat(text.narrowTable(chart).sections().getFirst().rows().subList(0, 2)).containsExactly(
                List.of("Behartiger van de leerling", "GO!", "Fragmentair 1 (20%), Geïntegreerd 4 (80%)", "5"),
                List.of("Behartiger van de leerling", "Demostroom", "–", "te weinig (minstens 5)"));
    }

    @Test
    void aGroupWithoutCentresHasNoBar() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, List.of("GO!"), (row, group) -> counts(0, 0, 0, 0));
        assertThat(text.rows(chart).getFirst()).isEqualTo("Voor Behartiger van de leerling zijn er geen centra.");
        assertThat(new SvgPicture(ManyCentres.distributionDrawing().svg(chart)).words()).contains("geen centra")
                .doesNotContain("n = 0");
    }

    @Test
    void everyBarBeginsAtTheSameLineAndIsAsLong() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, TWO_GROUPS, (row, group) -> counts(row % 3, 5 * group, 4, 2));
        List<Rectangle2D> bars = new SvgPicture(ManyCentres.distributionDrawing().svg(chart)).rectangles().stream()
                .filter(box -> box.getHeight() > 10 && box.getWidth() < 400).toList();
        Map<Double, List<Rectangle2D>> lines = bars.stream().collect(Collectors.groupingBy(Rectangle2D::getY));
        assertThat(lines).hasSize(22);
        assertThat(lines.values()).allSatisfy(line -> {
            assertThat(line.stream().mapToDouble(Rectangle2D::getMinX).min().orElseThrow()).isEqualTo(124);
            assertThat(line.stream().mapToDouble(Rectangle2D::getMaxX).max().orElseThrow()).isCloseTo(523 - 136 - 9, within(0.05));
        });
    }

    @Test
    void everyCountIsPrintedInItsSegment() throws Exception {
        DistributionChart chart = distribution(DataCharts.FOUR_STAGES, List.of("GO!"), (row, group) -> counts(17, 1, 6, 1));
        List<String> words = new SvgPicture(ManyCentres.distributionDrawing().svg(chart)).words();
        assertThat(words).filteredOn("17"::equals).hasSize(11);
        assertThat(words).filteredOn("1"::equals).hasSize(22);
    }
}
