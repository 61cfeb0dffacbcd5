package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.List;

/** Where the columns and rows of a matrix stand, in points from the top left. */
final class MatrixLayout {
    private static final double SMALLEST_LEVEL = 6.3;
    private static final int LEVEL_LINES = 4;
    private static final double HEAD_MARGIN = 5;
    private static final int UPWARD_LINES = 2;
    private static final double CELL_MARGIN = 4;
    /** Room for the arrow behind the name of a stage. */
    static final double ARROW = 10;

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
        List<String> all = chart.centres().stream().map(MatrixChart.Centre::name).toList();
        ChartDefinition.Style style = definition.type().column();
        List<FittedText> beside = fitter.fitAll(all, style, new Room(cellWidth() - HEAD_MARGIN, LEVEL_LINES, Double.MAX_VALUE));
        this.level = beside.getFirst().font().getSize2D() >= SMALLEST_LEVEL;
        Room upwards = new Room(definition.sizes().head(), UPWARD_LINES, cellWidth() + definition.sizes().cellGap());
        List<FittedText> fitted = level ? beside : all.stream().map(name -> fitter.fit(name, style, upwards)).toList();
        this.names = fitted.subList(chart.shown().from(), chart.shown().end());
        double highest = fitted.stream().mapToDouble(name -> level ? name.height() : length(name, fonts)).max().orElse(0);
        boolean grows = chart.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(MatrixChart.Cell::grows);
        ChartDefinition.Style value = definition.type().value();
        double arrow = grows ? ARROW : 0;
        this.whole = chart.stages().stream().allMatch(
                stage -> fonts.width(stage.label(), fonts.font(value.typeface(), value.size())) + arrow + CELL_MARGIN < cellWidth());
        List<SheetLayout.Group> groups = chart.clusters().stream().map(
                cluster -> new SheetLayout.Group(cluster.title(), cluster.rows().stream().map(MatrixChart.Row::title).toList())).toList();
        this.rows = new SheetLayout(definition, groups, highest + definition.sizes().headGap(), definition.sheet().row(), keys, fonts);
    }

    private static double length(FittedText name, Fonts fonts) {
        return name.lines().stream().mapToDouble(line -> fonts.width(line, name.font())).max().orElse(0);
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
