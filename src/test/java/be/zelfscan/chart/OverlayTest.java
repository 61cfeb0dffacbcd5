package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.HOLD;
import static be.zelfscan.chart.DataCharts.NONE;
import static be.zelfscan.chart.DataCharts.alone;
import static be.zelfscan.chart.DataCharts.north;
import static be.zelfscan.chart.DataCharts.spread;
import static be.zelfscan.chart.DataCharts.to;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.DataChart.Row;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Datagrafieken of two centres laid over each other: read back from what was drawn, not from what the layout says. */
class OverlayTest {
    private static final double DOT = 5.2;
    private static final double HOLLOW = 4.45;
    private static final double RING = 8.2;
    private static final double POINT = 0.8;
    /** Height of the bar under the name of a stage. */
    private static final double HEAD = 3;
    private static final double PRIORITY = 6.4;

    /** Centres that share nothing but the instrument. */
    static Stream<DataChart> others() {
        return Stream.of(alone(north()), opposite(), opposite().since("Afname 2021–2022", everywhere(3)),
                north().since(
                        "Een eerdere afname met een titel die veel langer is dan die van andere afnames, en daarna nog langer, en nog eens",
                        everywhere(0)),
                opposite().comparedWith(
                        "Scholengroep met een naam die zo lang is dat de regel onder de legende er twee regels van maakt, 2025–2026",
                        Map.of("Preventie", spread(.9, .1, 0, 0).orElseThrow())),
                DataCharts.unanswered(north()));
    }

    private static Map<String, Integer> everywhere(int stage) {
        return north().rows().stream().collect(Collectors.toMap(Row::blockId, row -> stage));
    }

    private static DataChart opposite() {
        List<RowCluster<DataChart.Row>> clusters = new ArrayList<>();
        int number = 0;
        for (RowCluster<DataChart.Row> cluster : north().clusters()) {
            List<Row> rows = new ArrayList<>();
            for (Row row : cluster.rows()) {
                int stage = (3 - row.today().orElseThrow() + number) % 4;
                rows.add(number == 4 ? DataCharts.row(row.title(), -1, NONE, "", "", 0, false, false, Optional.empty())
                        : DataCharts.row(row.title(), stage, stage == 3 ? HOLD : to(3), number % 2 == 0 ? "VMS" : "", "VMS",
                                number == 7 ? 12 : number == 9 ? 5 : 0, number % 3 == 0, number % 2 == 1, Optional.empty()));
                number++;
            }
            clusters.add(new RowCluster<>(cluster.title(), rows));
        }
        DataChart chart = north();
        return new DataChart(chart.title(), chart.words(),
                "Centrum voor Leerlingenbegeleiding " + "Aan de Overkant van het Water ".repeat(4), "Najaar",
                Optional.<LocalDate>empty(), "Versie 9", chart.statement(), Optional.empty(), chart.stages(), chart.categories(), clusters,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("others")
    void cellsHeadsLinesAndTitlesStandAtTheSamePoints(DataChart other) throws Exception {
        SvgPicture one = new SvgPicture(DataCharts.drawing().svg(north()));
        SvgPicture two = new SvgPicture(DataCharts.drawing().svg(other));
        assertThat(cells(two)).isEqualTo(cells(one)).hasSize(44);
        assertThat(places(two, "rect", "x", "y", "width", "height")).isEqualTo(places(one, "rect", "x", "y", "width", "height"))
                .hasSize(4 + 11);
        assertThat(places(two, "line", "x1", "y1", "x2", "y2")).isEqualTo(places(one, "line", "x1", "y1", "x2", "y2")).hasSize(5);
        assertThat(two.root().getAttribute("viewBox")).isEqualTo(one.root().getAttribute("viewBox"));
        List<String> fixed = Stream.of(Stream.of("Datagrafiek", north().title(), "Hefbomen", "Knelpunten", "vandaag"),
                north().stages().stream().map(DataChart.ChartStage::label), north().clusters().stream().map(RowCluster::title),
                Stream.of("Preventie", "Sterk teamwerk", "van de kernprocessen", "leergemeenschap (PLG)")).flatMap(each -> each).toList();
        Predicate<SvgPicture.Text> isFixed = text -> fixed.contains(text.content());
        assertThat(two.texts().stream().filter(isFixed)).isEqualTo(one.texts().stream().filter(isFixed).toList())
                .hasSizeGreaterThanOrEqualTo(fixed.size());
        assertThat(baselinesOfTheHeader(two)).isEqualTo(baselinesOfTheHeader(one)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyDotStandsInTheMiddleOfAColumnAndOnTheLineOfARow(DataChart other) throws Exception {
        SvgPicture whole = new SvgPicture(DataCharts.drawing().svg(north()));
        TreeSet<Double> columns = centres(whole, HEAD, Rectangle2D::getCenterX);
        TreeSet<Double> axes = DataCharts.drawing().framed(north())
                .draw(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics())
                .stream().map(row -> rounded(row.getCenterY())).collect(Collectors.toCollection(TreeSet::new));
        double legend = whole.elements("line").stream().mapToDouble(line -> number(line, "y1")).max().orElseThrow();
        SvgPicture picture = new SvgPicture(DataCharts.drawing().svg(other));
        long expected = other.rows().stream().filter(row -> row.today().isPresent()).count();
        assertThat(discs(picture, legend, DOT)).hasSize((int) expected);
        for (double radius : List.of(DOT, HOLLOW, RING)) {
            assertThat(discs(picture, legend, radius)).allSatisfy(disc -> {
                assertThat(columns).contains(disc.x());
                assertThat(axes).contains(disc.y());
            });
        }
        assertThat(discs(picture, legend, PRIORITY).stream().map(Disc::x).distinct().count()).isLessThanOrEqualTo(1);
        assertThat(discs(picture, legend, POINT).stream().map(Disc::x).distinct().count()).isLessThanOrEqualTo(6);
        List<Double> earlier = diamonds(picture, legend);
        assertThat(earlier).hasSize((int) other.rows().stream().filter(row -> row.earlier().isPresent()).count())
                .allSatisfy(x -> assertThat(columns).contains(x));
    }

    /** Where the rectangles of a height stand. */
    private static TreeSet<Double> centres(SvgPicture picture, double height, ToDoubleFunction<Rectangle2D> middle) {
        return picture.rectangles().stream().filter(box -> box.getHeight() == height).map(box -> rounded(middle.applyAsDouble(box)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Disc(double x, double y) {}

    private static List<Disc> discs(SvgPicture picture, double above, double radius) {
        return picture.elements("ellipse").stream().filter(disc -> number(disc, "rx") == radius && number(disc, "cy") < above)
                .map(disc -> new Disc(number(disc, "cx"), number(disc, "cy"))).toList();
    }

    /** Where the marks of the earlier round stand: of four corners, filled with the faint colour. */
    private static List<Double> diamonds(SvgPicture picture, double above) {
        return picture.elements("path").stream().filter(path -> filled(path).equals("rgb(169,184,193)"))
                .map(path -> path.getAttribute("d")).filter(d -> d.matches("M[^CLMZ]+(L[^CLMZ]+){3}Z"))
                .map(d -> d.substring(1, d.length() - 1).split("[L,]")).filter(corner -> Double.parseDouble(corner[1]) < above)
                .map(corner -> rounded((Double.parseDouble(corner[0]) + Double.parseDouble(corner[4])) / 2)).toList();
    }

    /** The fill of a shape, which stands on it or on the group around it. */
    private static String filled(Element shape) {
        return shape.hasAttribute("fill") ? shape.getAttribute("fill") : ((Element) shape.getParentNode()).getAttribute("fill");
    }

    /** The outlines of the cells, filled or drawn: rounded rectangles that are higher than the note of a row without an answer. */
    private static TreeSet<String> cells(SvgPicture picture) {
        return picture.elements("path").stream().map(path -> path.getAttribute("d")).filter(d -> d.contains("C") && height(d) > 20)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double height(String path) {
        List<Double> numbers = Stream.of(path.split("[MLCZ,]")).filter(part -> !part.isBlank()).map(Double::parseDouble).toList();
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int at = 1; at < numbers.size(); at += 2) {
            least = Math.min(least, numbers.get(at));
            most = Math.max(most, numbers.get(at));
        }
        return most - least;
    }

    private static List<String> places(SvgPicture picture, String element, String... attributes) {
        return picture.elements(element).stream()
                .map(found -> Stream.of(attributes).map(found::getAttribute).collect(Collectors.joining(" "))).toList();
    }

    private static TreeSet<Double> baselinesOfTheHeader(SvgPicture picture) {
        double rule = picture.elements("line").stream().mapToDouble(line -> number(line, "y1")).min().orElseThrow();
        return picture.texts().stream().map(SvgPicture.Text::y).filter(y -> y < rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
