package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDefinitionTest {
    private final ChartDefinitionReader reader = new ChartDefinitionReader(ObjectMapper.getDefault());

    @Test
    void theBundledDefinitionDrawsEveryLayerOnAnA4Page() {
        ChartDefinition definition = reader.bundled();
        assertThat(definition.layers()).containsExactlyInAnyOrder(Layer.values());
        assertThat(definition.sizes().width()).isEqualTo(523);
        assertThat(definition.sizes().maxHeight()).isLessThan(770);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"width\": 523 | \"width\": 280 | /sizes/width: 280.0; expected more than the 290.0",
            "\"dot\": 5.2 | \"dot\": -1 | /sizes/dot: -1.0; expected a number above 0",
            "\"row\": 36, | '' | /sizes/row: 0.0; expected a number above 0",
            "#12222e | ink | /palette/ink: ink; expected a colour as #rrggbb",
            "\"weight\": 700 | \"weight\": 900 | /weight: 900; expected 400, 500, 600 or 700",
            "\"today\": \"vandaag\", | '' | /texts/today: missing; expected a value",
            "Segoe UI | a;b | /type/families/1: a;b; expected a font family",
            "\"header\", | \"kop\", | kop", "{ | [ | /: "})
    void aFaultNamesTheFileThePlaceAndWhatIsExpected(String from, String to, String fault) throws IOException {
        byte[] broken = text().replace(from, to).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read("eigen.json", broken)).isInstanceOf(BrokenChartDefinition.class)
                .hasMessageContaining("eigen.json: /")
                .hasMessageContaining(fault);
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        byte[] broken = text().replace("#12222e", "ink").replace("\"dot\": 5.2", "\"dot\": 0").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read("eigen.json", broken)).message().hasLineCount(2);
    }

    @Test
    void withoutALayerAllElseStays() {
        ChartDefinition definition = reader.bundled();
        ChartDefinition less = definition.without(Layer.HEADER);
        assertThat(less.draws(Layer.HEADER)).isFalse();
        assertThat(less.draws(Layer.LEGEND)).isTrue();
        assertThat(less.sizes()).isEqualTo(definition.sizes());
    }

    private static String text() throws IOException {
        try (InputStream stream = ChartDefinitionTest.class.getResourceAsStream("/charts/datagrafiek.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
