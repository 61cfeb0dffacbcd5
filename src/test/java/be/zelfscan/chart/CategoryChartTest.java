package be.zelfscan.chart;

import static be.zelfscan.chart.ManyCentres.categories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import be.zelfscan.chart.CategoryChart.Mentions;
import be.zelfscan.chart.CategoryChart.Row;
import be.zelfscan.chart.ChartText.DataTable;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryChartTest {
    private final CategoryText text = new CategoryText();

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> chart(4, new Mentions(1, 1), new Mentions(0, 5), new Mentions(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most its 4 centres for Preventie");
        assertThatThrownBy(() -> chart(4, new Mentions(1, 1))).hasMessageContaining("counts for each category of Preventie");
        assertThatThrownBy(() -> new Mentions(-1, 0)).hasMessageContaining("counts from 0");
        assertThatThrownBy(() -> chart(0, new Mentions(0, 0), new Mentions(0, 0), new Mentions(0, 0)))
                .hasMessageContaining("at least one centre");
    }

    @Test
    void aSentenceSaysWhatIsNamedAndByHowMany() {
        CategoryChart chart = chart(14, new Mentions(5, 0), new Mentions(1, 12), new Mentions(0, 0));
        assertThat(text.rows(chart))
                .containsExactly("Voor Preventie noemen de 14 centra als hefboom: missie-visie-strategie, kernprocessen en "
                        + "leiderschap (5), mensen en cultuur (1); als knelpunt: mensen en cultuur (12).");
        assertThat(text.rows(chart(1, new Mentions(1, 0), new Mentions(0, 0), new Mentions(0, 0))))
                .containsExactly(
                        "Voor Preventie noemt het ene centrum als hefboom: missie-visie-strategie, kernprocessen en leiderschap; als "
                                + "knelpunt: geen.");
    }

    @Test
    void theTableHasLeversFirstAndThenBottlenecks() {
        DataTable table = text.table(chart(14, new Mentions(5, 0), new Mentions(1, 12), new Mentions(0, 3)));
        assertThat(table.caption()).endsWith("(14 centra)");
        assertThat(table.header()).startsWith("Bouwsteen", "Hefboom: missie-visie-strategie, kernprocessen en leiderschap").hasSize(7);
        assertThat(table.sections().getFirst().rows()).containsExactly(List.of("Preventie", "5", "1", "0", "0", "12", "3"));
    }

    @Test
    void everyCountIsPrintedAndNobodyIsAPoint() throws Exception {
        SvgPicture picture = new SvgPicture(
                ManyCentres.categoryDrawing().svg(chart(14, new Mentions(5, 0), new Mentions(1, 12), new Mentions(0, 3))));
        assertThat(picture.words()).contains("5", "1", "12", "3", "hefboom", "knelpunt").doesNotContain("0");
        assertThat(picture.elements("ellipse")).hasSize(2);
    }

    @Test
    void theNamesOfItsSidesAreNotCutWhereColumnsAreNarrow() throws Exception {
        List<DataChart.Category> six = IntStream.range(0, 6)
                .mapToObj(at -> new DataChart.Category("c" + at, "C", DataCharts.CATEGORIES.getFirst().label())).toList();
        Row row = new Row("Preventie", "Preventie", Collections.nCopies(6, new Mentions(1, 2)));
        List<String> words = new SvgPicture(ManyCentres.categoryDrawing().svg(new CategoryChart("Instrument", DataCharts.WORDS, "Groep",
                "Afname", 4, six, List.of(new RowCluster<>("Cluster", List.of(row)))))).words();
        assertThat(words).filteredOn(word -> word.startsWith("hef") || word.startsWith("knel")).as("in the legend only")
                .containsExactly("hefboom", "knelpunt");
    }

    @Test
    void aBarIsAsLongAsItsShareAndStandsOnItsSide() throws Exception {
        SvgPicture picture = new SvgPicture(
                ManyCentres.categoryDrawing().svg(chart(10, new Mentions(10, 5), new Mentions(5, 10), new Mentions(0, 0))));
        List<Rectangle2D> bars = picture.rectangles().stream().filter(box -> box.getHeight() == 9).distinct().toList();
        assertThat(bars).hasSize(4);
        double whole = bars.get(0).getWidth();
        assertThat(bars.get(1).getWidth()).isBetween(whole / 2 - 0.02, whole / 2 + 0.02);
        assertThat(bars.get(0).getMaxX()).isCloseTo(bars.get(1).getX(), within(0.02));
        assertThat(bars.get(2).getWidth()).isCloseTo(bars.get(3).getWidth() / 2, within(0.02));
        assertThat(bars.get(3).getWidth()).as("as long beside each other").isCloseTo(whole, within(whole / 100));
        assertThat(picture.words()).contains("vet: genoemd door de helft van de centra of meer");
        assertThat(picture.text("10").weight()).isEqualTo(700);
    }

    @Test
    void whatTheMajorityNamesIsBoldAndTheRestIsNot() throws Exception {
        SvgPicture picture = new SvgPicture(ManyCentres.categoryDrawing().svg(categories(14)));
        assertThat(picture.texts()).filteredOn(text -> text.content().matches("[0-9]+") && text.size() > 7)
                .allSatisfy(text -> assertThat(text.weight()).isEqualTo(Integer.parseInt(text.content()) >= 7 ? 700 : 500));
    }

    private static CategoryChart chart(int centres, Mentions... mentions) {
        return new CategoryChart("Instrument", DataCharts.WORDS, "Groep", "Afname", centres, DataCharts.CATEGORIES,
                List.of(new RowCluster<>("Cluster", List.of(new Row("Preventie", "Preventie", List.of(mentions))))));
    }
}
