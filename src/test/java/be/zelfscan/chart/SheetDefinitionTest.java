package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDefinitionTest {
    private static final double READABLE = 4.5;

    private final ChartDefinitionReader reader = ManyCentres.reader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"titleColumn\": 124 | \"titleColumn\": 500 | /sheet/width: 523.0; expected more than the 591.0",
            "\"smallestRow\": 12 | \"smallestRow\": 99 | /sheet/smallestRow: 99.0; expected at most the row",
            "\"endColumn\": 82 | \"endColumn\": 0 | /sizes/endColumn: 0.0; expected a number above 0",
            "#12222e | ink | /palette/ink: ink; expected a colour as #rrggbb",
            "\"weight\": 700 | \"weight\": 900 | /weight: 900; expected 400, 500, 600 or 700",
            "\"grows\": \"wil evolueren\", | '' | /texts/grows: missing; expected a value", "{ | [ | /: "})
    void aFaultNamesTheFileThePlaceAndWhatIsExpected(String from, String to, String fault) throws IOException {
        byte[] broken = text("matrix.json").replace(from, to).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read("eigen.json", broken, MatrixDefinition.class)).isInstanceOf(BrokenChartDefinition.class)
                .hasMessageContaining("eigen.json: /").hasMessageContaining(fault);
    }

    @Test
    void theChartsOfManyCentresShareTheirColoursAndTheirWidthWithEachOtherAndWithTheDatagrafiek() {
        List<SheetDefinition> all = List.of(reader.matrix(), reader.distribution(), reader.categories());
        assertThat(all).extracting(SheetDefinition::palette).containsOnly(reader.matrix().palette());
        assertThat(all).extracting(definition -> definition.sheet().width()).containsOnly(reader.bundled().sizes().width());
        Palette one = reader.bundled().palette();
        Palette other = reader.matrix().palette();
        for (int stage = 0; stage < 4; stage++) {
            assertThat(ColourVision.FULL.distance(one.stage(stage, 4), other.stage(stage, 4))).as("stage %d", stage).isLessThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void theNameOfAStageCanBeReadOnItsColour(int stages) {
        Palette palette = reader.matrix().palette();
        Pen pen = new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), new Fonts(),
                palette);
        for (int stage = 0; stage < stages; stage++) {
            Color ground = palette.stage(stage, stages);
            assertThat(ColourVision.contrast(pen.on(ground), ground)).as("stage %d of %d", stage, stages)
                    .isGreaterThan(stages == 4 ? READABLE : 3.9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix.json", "verdeling.json", "hefbomen-knelpunten.json"})
    void noWordOfADefinitionNamesAnInstrument(String file) throws IOException {
        assertThat(text(file)).doesNotContainIgnoringCase("CLB").doesNotContain("planmatig").doesNotContain("poolster");
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = SheetDefinitionTest.class.getResourceAsStream("/charts/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
