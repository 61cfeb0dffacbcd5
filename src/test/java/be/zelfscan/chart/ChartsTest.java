package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.chart.ChartStyle.Palette;
import be.zelfscan.chart.DataChart.Layer;
import io.micronaut.serde.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
    private static final double READABLE = 4.5;

    @Test
    void everyChartIsMadeOfTheDefinitionsThatTravelWithTheService() throws IOException {
        assertThat(DataCharts.drawing().svg(DataCharts.north())).startsWith("<svg").contains("class=\"datagrafiek\"");
        assertThat(ManyCentres.matrixDrawing().svg(ManyCentres.matrix(3))).startsWith("<svg").contains("class=\"matrix\"");
        assertThat(ManyCentres.distributionDrawing().svg(ManyCentres.distribution())).startsWith("<svg").contains("class=\"verdeling\"");
        assertThat(ManyCentres.categoryDrawing().svg(ManyCentres.categories(3))).startsWith("<svg")
                .contains("class=\"categorieen\"");
        assertThat(read("datagrafiek.json", DataChartDrawing.Definition.class, text("datagrafiek.json")).layers())
                .containsExactlyInAnyOrder(Layer.values());
        assertThat(DataCharts.charts().look().sizes().width()).isEqualTo(523);
        assertThat(DataCharts.charts().look().sizes().maxHeight()).isLessThan(770);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"dot\": 5.2 | \"dot\": -1 | /dot: -1.0; expected a number above 0",
            "\"row\": 36, | '' | /rows/row: 0.0; expected a number above 0", "\"header\", | \"kop\", | kop", "{ | [ | /: "})
    void aFaultNamesTheFileThePlaceAndWhatIsExpected(String from, String to, String fault) throws IOException {
        String broken = text("datagrafiek.json").replace(from, to);
        assertThatThrownBy(() -> read("eigen.json", DataChartDrawing.Definition.class, broken)).hasMessageContaining("eigen.json: /")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"#12222e | ink | /palette/ink: ink; expected a colour as #rrggbb",
            "\"#d6e6ec\" | \"rood\" | /palette/ramp/0: rood; expected a colour as #rrggbb",
            "\"weight\": 700 | \"weight\": 900 | /weight: 900; expected 400, 500, 600 or 700",
            "\"size\": 7.5 | \"size\": 5 | /size: 5.0; expected a size that can be read on paper",
            "\"noteLine\": 11 | \"noteLine\": 0 | /sizes/noteLine: 0.0; expected a number above 0",
            "\"round\": { \"weight\": 400, \"size\": 9 }, | '' | /type/round: missing; expected a value",
            "Segoe UI | a;b | /families/1: a;b; expected a font family"})
    void aFaultOfTheStyleDoesSoToo(String from, String to, String fault) throws IOException {
        String broken = text("style.json").replace(from, to);
        assertThatThrownBy(() -> read("eigen.json", ChartStyle.class, broken)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eigen.json: /").hasMessageContaining(fault);
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        String broken = text("style.json").replace("#12222e", "ink").replace("\"noteLine\": 11", "\"noteLine\": 0");
        assertThatThrownBy(() -> read("eigen.json", ChartStyle.class, broken)).message().hasLineCount(2);
    }

    @Test
    void withoutALayerAllElseStays() throws IOException {
        DataChartDrawing.Definition definition = read("datagrafiek.json", DataChartDrawing.Definition.class, text("datagrafiek.json"));
        DataChartDrawing.Definition less = definition.without(Layer.HEADER);
        assertThat(less.draws(Layer.HEADER)).isFalse();
        assertThat(less.draws(Layer.LEGEND)).isTrue();
        assertThat(less.rows()).isEqualTo(definition.rows());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void theNameOfAStageCanBeReadOnItsColour(int stages) {
        Palette palette = DataCharts.charts().look().style().palette();
        for (int stage = 0; stage < stages; stage++) {
            Color ground = palette.stage(stage, stages);
            assertThat(ColourVision.contrast(palette.on(ground), ground)).as("stage %d of %d", stage, stages)
                    .isGreaterThan(stages == 4 ? READABLE : 3.9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"style.json", "datagrafiek.json", "matrix.json", "verdeling.json", "categorieen.json"})
    void noWordOfADefinitionNamesAnInstrument(String file) throws IOException {
        assertThat(text(file)).doesNotContainIgnoringCase("CLB").doesNotContain("planmatig").doesNotContain("poolster");
    }

    private static <D> D read(String file, Class<D> kind, String content) {
        return Charts.read(ObjectMapper.getDefault(), file, content.getBytes(StandardCharsets.UTF_8), kind);
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = ChartsTest.class.getResourceAsStream("/charts/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
