package be.zelfscan.chart;

import static be.zelfscan.chart.ManyCentres.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.chart.MatrixChart.Cell;
import be.zelfscan.chart.MatrixChart.CentreColumn;
import be.zelfscan.chart.MatrixChart.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixChartTest {
    private static final List<CentreColumn> TWO = List.of(new CentreColumn("Noord", true), new CentreColumn("Zuid", false));

    private final MatrixText text = new MatrixText();

    static Stream<Arguments> rowsThatDoNotFit() {
        return Stream.of(Arguments.of(List.of(Cell.of(1)), "a cell for each centre of Preventie"),
                Arguments.of(List.of(Cell.of(4), Cell.EMPTY), "within the scale"),
                Arguments.of(List.of(new Cell(Optional.of(0), Optional.of(-1)), Cell.EMPTY), "within the scale"),
                Arguments.of(List.of(Cell.of(1), Cell.of(1)), "no answer of a centre that has not sent"));
    }

    @ParameterizedTest
    @MethodSource("rowsThatDoNotFit")
    void aRowThatDoesNotFitTheCentresIsRefused(List<Cell> cells, String reason) {
        assertThatThrownBy(() -> chart(TWO, cells)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    @Test
    void aMatrixHasACentreAndABlockAndEachBlockOnce() {
        assertThatThrownBy(() -> chart(List.of(), List.of())).hasMessageContaining("at least one column");
        Row row = new Row("Preventie", "Preventie", List.of(Cell.of(1), Cell.EMPTY));
        assertThatThrownBy(
                () -> new MatrixChart("i", DataCharts.WORDS, "g", "r", DataCharts.FOUR_STAGES, TWO,
                        List.of(new RowCluster<>("c", List.of(row, row)))))
                .hasMessageContaining("not Preventie twice");
        assertThatThrownBy(() -> new MatrixChart("i", DataCharts.WORDS, "g", "r", DataCharts.FOUR_STAGES, TWO, List.of()))
                .hasMessageContaining("one block");
    }

    @Property
    void pagesShowEveryCentreOnceAndNoMoreThanAsked(@ForAll @IntRange(min = 1, max = 26) int centres,
            @ForAll @IntRange(min = 1, max = 30) int most) {
        List<MatrixChart> pages = matrix(centres).pages(most);
        assertThat(pages.stream().flatMap(page -> page.columns().stream()).toList()).isEqualTo(matrix(centres).centres());
        assertThat(pages).allSatisfy(page -> assertThat(page.shown().count()).isBetween(1, most));
        assertThat(pages.stream().map(page -> page.shown().room()).distinct()).hasSize(1);
    }

    @Test
    void aPageSaysOfARowWhatHoldsForAllCentres() {
        MatrixChart all = matrix(20);
        for (MatrixChart page : all.pages(6)) {
            assertThat(MatrixChart.StageCounts.of(page, page.rows().getFirst()))
                    .isEqualTo(MatrixChart.StageCounts.of(all, all.rows().getFirst()));
            assertThat(text.table(page).header()).hasSize(page.shown().count() + 2);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"0 0 0 0|''", "0 1 0 0|''", "0 2 0 0|beide planmatig", "0 0 5 0|alle 5 geïntegreerd",
            "1 3 1 0|3 van 5 planmatig", "2 2 0 0|2 fragmentair, 2 planmatig", "1 2 0 2|2 planmatig, 2 systematisch",
            "1 1 1 0|verspreid over 3 stadia", "2 2 2 2|verspreid over 4 stadia"}, delimiter = '|')
    void agreementIsSaidInAFewWordsAndNeverAsAMean(String counts, String words) {
        assertThat(new MatrixChart.StageCounts(Stream.of(counts.split(" ")).map(Integer::valueOf).toList()).words(DataCharts.FOUR_STAGES,
                DataCharts.WORDS.stage()))
                .isEqualTo(words);
    }

    @Test
    void aSentenceNamesWhoStandsWhereAndWhoIsOpen() {
        List<CentreColumn> centres = List.of(new CentreColumn("Noord", true), new CentreColumn("Zuid", true),
                new CentreColumn("Oost", true),
                new CentreColumn("West", true),
                new CentreColumn("Kust", false));
        MatrixChart chart = chart(centres,
                List.of(Cell.of(1), Cell.of(0), new Cell(Optional.of(1), Optional.of(3)), Cell.EMPTY, Cell.EMPTY));
        assertThat(text.rows(chart))
                .containsExactly("Voor Preventie staat Zuid op fragmentair, Noord en Oost (ambitie: systematisch) op planmatig; "
                        + "niet ingevuld: West; samen: 2 van 3 planmatig.");
        assertThat(text.table(chart).header()).containsExactly("Bouwsteen", "Noord", "Zuid", "Oost", "West", "Kust", "Samen");
        assertThat(text.table(chart).sections().getFirst().rows()).containsExactly(List.of("Preventie", "Planmatig", "Fragmentair",
                "Planmatig, ambitie: systematisch", "niet ingevuld", "niet verzonden", "2 van 3 planmatig"));
    }

    @Test
    void theSummarySaysWhereCentresAgreeAndWhereTheyDiffer() {
        String summary = text.summary(matrix(8));
        assertThat(summary).startsWith("Centra naast elkaar, Scholengroep Demostroom: GO! poolster-CLB in beeld, Afname 2025–2026; "
                + "8 centra, 11 bouwstenen op een schaal van fragmentair tot systematisch; niet verzonden: CLB H; "
                + "alle centra gelijk voor Preventie")
                .contains("over drie of meer stadia verspreid voor Behartiger van de leerling");
    }

    @Test
    void nothingAnsweredIsSaidAndIsNoStage() {
        MatrixChart chart = matrix(2, (row, centre) -> Cell.EMPTY);
        assertThat(text.rows(chart).getFirst())
                .isEqualTo("Voor Behartiger van de leerling staat er nog niets; niet ingevuld: CLB A en CLB B.");
        assertThat(text.summary(chart)).doesNotContain("gelijk").doesNotContain("verspreid");
    }

    @Test
    void shortLabelsAreTheFewestLettersThatDiffer() {
        assertThat(MatrixDrawing.shortLabels(DataCharts.FOUR_STAGES)).containsExactly("F", "P", "G", "S");
        assertThat(MatrixDrawing.shortLabels(stages("Startend", "Stevig", "Sterk"))).containsExactly("1", "2", "3");
        assertThat(MatrixDrawing.shortLabels(stages("Zaaien", "Zorgen", "Oogsten"))).containsExactly("Za", "Zo", "Oo");
    }

    private static List<DataChart.ChartStage> stages(String... labels) {
        return Stream.of(labels).map(label -> new DataChart.ChartStage(label, label, "")).toList();
    }

    private static MatrixChart chart(List<CentreColumn> centres, List<Cell> cells) {
        return new MatrixChart("Instrument", DataCharts.WORDS, "Groep", "Afname", DataCharts.FOUR_STAGES, centres,
                List.of(new RowCluster<>("Cluster", List.of(new Row("Preventie", "Preventie", cells)))));
    }
}
