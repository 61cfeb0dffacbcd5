package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.alone;
import static be.zelfscan.chart.DataCharts.north;
import static be.zelfscan.chart.DataCharts.scale;
import static be.zelfscan.chart.DataCharts.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.zelfscan.chart.ChartStyle.Palette;
import be.zelfscan.chart.DataChart.Layer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataChartGeometryTest {
    private static final String SIXTY = "Samenwerking met leersteuncentra en externe welzijnspartners";

    private final Fonts fonts = new Fonts();
    private final DataChartDrawing drawing = DataCharts.drawing();
    private final Palette palette = DataCharts.charts().look().style().palette();

    /** What was drawn: where the rows stand, and the middle of the column of each stage. */
    private record Places(double height, List<Rectangle2D> rows, List<Double> columns) {}

    static Stream<DataChart> allKinds() {
        return Stream.of(north(), alone(north()), unanswered(north()), scale(3, 3, 3, "Ruimte voor ouders"), scale(5, 3, 4, SIXTY),
                scale(6, 2, 11, SIXTY), scale(4, 5, 6, "Blok"), scale(3, 1, 1, SIXTY), longNames());
    }

    private static DataChart longNames() {
        DataChart chart = north();
        return new DataChart("Een instrument met een naam die langer is dan de helft van het blad breed is", chart.words(),
                SIXTY + " van de Kempen en omstreken",
                "Tweede afname van het schooljaar 2025–2026", chart.sent(), chart.version(), chart.statement(), chart.scanNumber(),
                chart.stages(),
                chart.categories(),
                chart.clusters(), chart.comparisonGroup());
    }

    @Test
    void twoCentresOfOneInstrumentCanBeLaidOverEachOther() throws Exception {
        for (DataChart other : List.of(alone(north()), unanswered(north()))) {
            assertThat(places(other)).isEqualTo(places(north()));
        }
    }

    @Test
    void everyTextThatTwoCentresShareStandsAtTheSamePlace() throws Exception {
        List<SvgPicture.Text> one = new SvgPicture(drawing.svg(north())).texts();
        List<SvgPicture.Text> other = new SvgPicture(drawing.svg(alone(north()))).texts();
        assertThat(one).containsAll(other).hasSizeGreaterThan(other.size());
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void noTextTouchesAnotherOrLeavesTheChart(DataChart chart) throws Exception {
        List<SvgPicture.Text> texts = new SvgPicture(drawing.svg(chart)).levelTexts();
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
    void everyKindFitsOnOnePageAndRowsDoNotTouch(DataChart chart) throws Exception {
        Places places = places(chart);
        assertThat(places.height()).isLessThanOrEqualTo(730.01);
        SvgPicture picture = new SvgPicture(drawing.svg(chart));
        double above = picture.text(chart.stages().getFirst().label()).y();
        for (Rectangle2D row : places.rows()) {
            assertThat(row.getMinY()).isGreaterThan(above);
            List<Rectangle2D> title = picture.texts().stream().filter(text -> text.x() == 0).map(text -> text.box(fonts))
                    .filter(row::intersects).toList();
            assertThat(title).hasSizeBetween(1, 3).allSatisfy(line -> {
                assertThat(line.getMinY()).isGreaterThanOrEqualTo(row.getMinY());
                assertThat(line.getMaxY()).isLessThanOrEqualTo(row.getMaxY());
            });
            above = row.getMaxY();
        }
        assertThat(picture.text("vandaag").y()).isGreaterThan(above);
        assertThat(places.columns()).isSorted().hasSameSizeAs(chart.stages());
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void noTextIsTooSmallForPaper(DataChart chart) throws Exception {
        assertThat(new SvgPicture(drawing.svg(chart)).texts()).allSatisfy(text -> assertThat(text.size()).isGreaterThanOrEqualTo(7.5));
    }

    @Test
    void withoutItsHeaderTheChartOnlyMovesUp() throws Exception {
        double header = 58 - FramedChart.HEADROOM;
        assertThat(drawing.without(Layer.HEADER).height(north())).isCloseTo(drawing.height(north()) - header, within(0.001));
        SvgPicture whole = new SvgPicture(drawing.svg(north()));
        for (SvgPicture.Text text : new SvgPicture(drawing.without(Layer.HEADER).svg(north())).texts()) {
            assertThat(whole.texts()).anySatisfy(same -> {
                assertThat(same.content()).isEqualTo(text.content());
                assertThat(same.x()).isEqualTo(text.x());
                assertThat(same.y()).isCloseTo(text.lower(header).y(), within(0.02));
            });
        }
    }

    @Test
    void todayIsAFilledDotAndTheAmbitionAHollowOneInTheMiddleOfTheirStage() throws Exception {
        DataChart chart = alone(north());
        Places places = places(chart);
        BufferedImage picture = picture(chart);
        for (int index = 0; index < places.rows().size(); index++) {
            DataChart.Row row = chart.rows().get(index);
            double axis = places.rows().get(index).getCenterY();
            double today = places.columns().get(row.today().orElseThrow());
            assertThat(at(picture, today, axis)).isEqualTo(Palette.color(palette.ink()));
            if (row.ambition() instanceof DataChart.Ambition.Grow(int stage)) {
                assertThat(at(picture, places.columns().get(stage), axis)).isEqualTo(Color.WHITE);
                assertThat(at(picture, places.columns().get(stage) + 5.2 - 0.8, axis).getRed()).isLessThan(60);
            } else {
                assertThat(at(picture, today + 8.2, axis).getRed()).isLessThan(90);
            }
        }
    }

    @Test
    void notAnsweredHasNoDotInAnyStage() throws Exception {
        DataChart chart = unanswered(north());
        Places places = places(chart);
        BufferedImage picture = picture(chart);
        for (Rectangle2D row : places.rows()) {
            for (double column : places.columns()) {
                assertThat(at(picture, column, row.getCenterY()).getRed()).isGreaterThan(120);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1", "9, 3, 4", "4, 6, 10", "9, 1, 60"})
    void anyScaleAndAnyNumberOfRowsCanBeRead(int stages, int clusters, int rows) throws Exception {
        DataChart chart = scale(stages, clusters, rows, SIXTY + " en nog twintig meer");
        assertThat(places(chart).rows()).hasSize(clusters * rows);
        noTextTouchesAnotherOrLeavesTheChart(chart);
        noTextIsTooSmallForPaper(chart);
    }

    private Places places(DataChart chart) throws Exception {
        List<Rectangle2D> rows = drawing.framed(chart).draw(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
        List<Double> columns = new SvgPicture(drawing.svg(chart)).rectangles().stream().filter(box -> box.getHeight() == 3)
                .map(Rectangle2D::getCenterX).toList();
        return new Places(drawing.height(chart), rows, columns);
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
