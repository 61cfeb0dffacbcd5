package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.alone;
import static be.zelfscan.chart.DataCharts.north;
import static be.zelfscan.chart.DataCharts.scale;
import static be.zelfscan.chart.DataCharts.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataChartGeometryTest {
    private static final String SIXTY = "Samenwerking met leersteuncentra en externe welzijnspartners";

    private final Fonts fonts = new Fonts();
    private final ChartDefinition definition = DataCharts.definition();
    private final DataChartDrawing drawing = new DataChartDrawing(definition, fonts);

    static Stream<DataChart> allKinds() {
        return Stream.of(north(), alone(north()), unanswered(north()), scale(3, 3, 3, "Ruimte voor ouders"), scale(5, 3, 4, SIXTY),
                scale(6, 2, 11, SIXTY), scale(4, 5, 6, "Blok"), scale(3, 1, 1, SIXTY), longNames());
    }

    private static DataChart longNames() {
        DataChart chart = north();
        return new DataChart("Een instrument met een naam die langer is dan de helft van het blad breed is",
                SIXTY + " van de Kempen en omstreken",
                "Tweede afname van het schooljaar 2025–2026", chart.sent(), chart.version(), chart.scanNumber(), chart.stages(),
                chart.categories(),
                chart.clusters(), chart.comparisonGroup());
    }

    @Test
    void twoCentresOfOneInstrumentCanBeLaidOverEachOther() {
        DataChartLayout north = layout(north());
        for (DataChart other : List.of(alone(north()), unanswered(north()))) {
            DataChartLayout layout = layout(other);
            assertThat(layout.height()).isEqualTo(north.height());
            assertThat(layout.rows()).extracting(DataChartLayout.RowPlace::axis)
                    .isEqualTo(north.rows().stream().map(DataChartLayout.RowPlace::axis).toList());
            assertThat(layout.cellCentre(3)).isEqualTo(north.cellCentre(3));
        }
    }

    @Test
    void everyTextThatTwoCentresShareStandsAtTheSamePlace() throws Exception {
        List<SvgPicture.Text> one = new SvgPicture(DataCharts.svg().render(north())).texts();
        List<SvgPicture.Text> other = new SvgPicture(DataCharts.svg().render(alone(north()))).texts();
        assertThat(one).containsAll(other).hasSizeGreaterThan(other.size());
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void noTextTouchesAnotherOrLeavesTheChart(DataChart chart) throws Exception {
        List<SvgPicture.Text> texts = new SvgPicture(DataCharts.svg().render(chart)).texts();
        Rectangle2D sheet = new Rectangle2D.Double(-0.1, -0.1, drawing.width() + 0.2, drawing.height(chart) + 0.2);
        for (int index = 0; index < texts.size(); index++) {
            Rectangle2D box = texts.get(index).box(fonts);
            assertThat(sheet.contains(box)).as(texts.get(index).content()).isTrue();
            for (SvgPicture.Text other : texts.subList(0, index)) {
                assertThat(box.intersects(other.box(fonts))).as(texts.get(index).content() + " and " + other.content()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void everyKindFitsOnOnePageAndRowsDoNotTouch(DataChart chart) {
        DataChartLayout layout = layout(chart);
        assertThat(layout.height()).isLessThanOrEqualTo(definition.sizes().maxHeight() + 0.01);
        double above = layout.headsBottom();
        for (DataChartLayout.RowPlace row : layout.rows()) {
            assertThat(row.top()).isGreaterThan(above);
            assertThat(row.title().lines()).hasSizeLessThanOrEqualTo(3);
            assertThat(row.title().height()).isLessThanOrEqualTo(row.height());
            above = row.top() + row.height();
        }
        assertThat(layout.legendTop()).isGreaterThan(above);
        assertThat(layout.cellLeft(chart.stages().size() - 1) + layout.cellWidth()).isCloseTo(layout.stripRight(), within(0.01));
    }

    @Test
    void withoutItsHeaderTheChartOnlyMovesUp() throws Exception {
        double header = definition.sizes().header() - SheetLayout.HEADROOM;
        DataChartSvg svg = DataCharts.svg();
        assertThat(drawing.without(Layer.HEADER).height(north())).isCloseTo(drawing.height(north()) - header, within(0.001));
        SvgPicture whole = new SvgPicture(svg.render(north()));
        for (SvgPicture.Text text : new SvgPicture(svg.without(Layer.HEADER).render(north())).texts()) {
            assertThat(whole.texts()).anySatisfy(same -> {
                assertThat(same.content()).isEqualTo(text.content());
                assertThat(same.x()).isEqualTo(text.x());
                assertThat(same.y()).isCloseTo(text.lower(header).y(), within(0.02));
            });
        }
    }

    @Test
    void todayIsAFilledDotAndTheAmbitionAHollowOneInTheMiddleOfTheirStage() {
        DataChart chart = alone(north());
        DataChartLayout layout = layout(chart);
        BufferedImage picture = picture(chart);
        for (DataChartLayout.RowPlace place : layout.rows()) {
            int today = place.row().today().orElseThrow();
            assertThat(at(picture, layout.cellCentre(today), place.axis())).isEqualTo(Palette.color(definition.palette().ink()));
            if (place.row().ambition() instanceof DataChart.Ambition.Grow(int stage)) {
                assertThat(at(picture, layout.cellCentre(stage), place.axis())).isEqualTo(Color.WHITE);
                assertThat(at(picture, layout.cellCentre(stage) + definition.sizes().dot() - 0.8, place.axis()).getRed()).isLessThan(60);
            } else {
                assertThat(at(picture, layout.cellCentre(today) + definition.sizes().ring(), place.axis()).getRed()).isLessThan(90);
            }
        }
    }

    @Test
    void notAnsweredHasNoDotInAnyStage() {
        DataChart chart = unanswered(north());
        DataChartLayout layout = layout(chart);
        BufferedImage picture = picture(chart);
        for (DataChartLayout.RowPlace place : layout.rows()) {
            for (int stage = 0; stage < 4; stage++) {
                assertThat(at(picture, layout.cellCentre(stage), place.axis()).getRed()).isGreaterThan(120);
            }
        }
    }

    private DataChartLayout layout(DataChart chart) {
        return new DataChartLayout(definition, chart, fonts);
    }

    private BufferedImage picture(DataChart chart) {
        BufferedImage picture = new BufferedImage((int) (2 * drawing.width()), (int) (2 * drawing.height(chart)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setPaint(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.scale(2, 2);
        drawing.draw(canvas, chart);
        canvas.dispose();
        return picture;
    }

    private static Color at(BufferedImage picture, double x, double y) {
        return new Color(picture.getRGB((int) (2 * x), (int) (2 * y)));
    }
}
