package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.List;

/** Where the columns and rows of a matrix stand, in points from the top left. */
final class MatrixLayout {
    private static final double SMALLEST_LEVEL = 6.3;
    private static final int LEVEL_LINES = 4;
    private static final double HEAD_MARGIN = 5;
    private static final double ARROW = 12;

    private final MatrixDefinition definition;
    private final MatrixChart chart;
    private final List<FittedText> names;
    private final boolean level;
    private final boolean whole;
    private final SheetLayout rows;

    MatrixLayout(MatrixDefinition definition, MatrixChart chart, Keys keys, Fonts fonts) {
        this.definition = definition;
        this.chart = chart;
        TextFitter fitter = new TextFitter(fonts);
        List<String> texts = chart.columns().stream().map(MatrixChart.Centre::name).toList();
        ChartDefinition.Style style = definition.type().column();
        List<String> all = chart.centres().stream().map(MatrixChart.Centre::name).toList();
        Room beside = new Room(cellWidth() - HEAD_MARGIN, LEVEL_LINES, Double.MAX_VALUE);
        this.level = fitter.fitAll(all, style, beside).getFirst().font().getSize2D() >= SMALLEST_LEVEL;
        Room room = level ? beside : new Room(definition.sizes().head(), 2, cellWidth());
        List<FittedText> fitted = fitter.fitAll(all, style, room);
        this.names = texts.isEmpty() ? List.of() : fitted.subList(chart.shown().from(), chart.shown().end());
        double highest = fitted.stream()
                .mapToDouble(name -> level ? name.height()
                        : name.lines().stream().mapToDouble(line -> fonts.width(line, name.font())).max().orElse(0))
                .max().orElse(0);
        ChartDefinition.Style value = definition.type().value();
        this.whole = chart.stages().stream()
                .allMatch(stage -> fonts.width(stage.label(), fonts.font(value.typeface(), value.size())) + 2 * ARROW < cellWidth());
        List<SheetLayout.Group> groups = chart.clusters().stream().map(
                cluster -> new SheetLayout.Group(cluster.title(), cluster.rows().stream().map(MatrixChart.Row::title).toList())).toList();
        this.rows = new SheetLayout(definition, groups, highest + definition.sizes().headGap(), definition.sheet().row(), keys, fonts);
    }

    SheetLayout rows() {
        return rows;
    }

    /** Names of the shown centres. */
    List<FittedText> names() {
        return names;
    }

    /** Whether the names are written level, and not upwards. */
    boolean level() {
        return level;
    }

    /** Whether cells have room for the whole name of a stage. */
    boolean whole() {
        return whole;
    }

    double cellWidth() {
        double strip = definition.sheet().width() - definition.sheet().titleColumn() - definition.reserved();
        int room = chart.shown().room();
        return Math.min(definition.sizes().widestCell(), (strip - (room - 1) * definition.sizes().cellGap()) / room);
    }

    /** @param column among the shown ones, from 0 */
    double cellLeft(int column) {
        return definition.sheet().titleColumn() + column * (cellWidth() + definition.sizes().cellGap());
    }

    double cellCentre(int column) {
        return cellLeft(column) + cellWidth() / 2;
    }

    /** Where what stands at the end of a row begins. */
    double endLeft() {
        return cellLeft(chart.shown().count() - 1) + cellWidth() + definition.sizes().endGap();
    }

    double right() {
        return endLeft() + definition.sizes().endColumn();
    }
}
