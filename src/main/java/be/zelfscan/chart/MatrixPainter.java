package be.zelfscan.chart;

import be.zelfscan.chart.Pen.Align;
import be.zelfscan.chart.SheetLayout.RowPlace;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Pattern;

/** Paints the cells of a matrix, the names above and what stands at the end of a row. */
final class MatrixPainter {
    /** A second count stays with its stage when the words break into lines. */
    private static final Pattern TIE = Pattern.compile("(, \\d+) ");
    private static final double END_MARK = 14;
    private static final double NARROW = 26;

    private final MatrixDefinition definition;
    private final MatrixChart chart;
    private final MatrixLayout layout;
    private final TextFitter fitter;
    private final Pen pen;
    private final MatrixMarks marks;
    private final ShortLabels labels;

    MatrixPainter(MatrixDefinition definition, MatrixChart chart, MatrixLayout layout, Fonts fonts, Pen pen) {
        this.definition = definition;
        this.chart = chart;
        this.layout = layout;
        this.fitter = new TextFitter(fonts);
        this.pen = pen;
        this.marks = new MatrixMarks(definition);
        this.labels = ShortLabels.of(chart.stages());
    }

    void heads() {
        double bottom = layout.rows().headsBottom() - definition.sizes().headGap();
        for (int column = 0; column < chart.shown().count(); column++) {
            FittedText name = layout.names().get(column);
            Color colour = chart.columns().get(column).sent() ? pen.ink() : pen.muted();
            if (layout.level()) {
                pen.linesUpTo(name, colour, layout.cellCentre(column), bottom, Align.CENTRE);
            } else {
                pen.linesUpwards(name, colour, layout.cellCentre(column), bottom);
            }
        }
    }

    void row(RowPlace place, MatrixChart.Row row) {
        for (int column = 0; column < chart.shown().count(); column++) {
            int centre = chart.shown().from() + column;
            Rectangle2D cell = new Rectangle2D.Double(layout.cellLeft(column), place.top(), layout.cellWidth(), place.height());
            cell(cell, row.cells().get(centre), chart.centres().get(centre).sent());
        }
        end(place, RowAgreement.of(chart, row));
    }

    private void cell(Rectangle2D area, MatrixChart.Cell cell, boolean sent) {
        if (!sent) {
            marks.notSent(pen, area);
        } else if (cell.today().isEmpty()) {
            marks.notAnswered(pen, area);
        } else {
            placed(area, cell, cell.today().get());
        }
    }

    private void placed(Rectangle2D area, MatrixChart.Cell cell, int stage) {
        Color ground = pen.stage(stage, chart.stages().size());
        pen.fill(marks.shape(area), ground);
        String label = layout.whole() ? chart.stages().get(stage).label() : labels.get(stage);
        Font font = font(area);
        boolean narrow = cell.grows() && area.getWidth() < NARROW;
        double centre = area.getCenterX()
                - (narrow ? Math.min(2.6, area.getWidth() * 0.14) : cell.grows() && layout.whole() ? MatrixLayout.ARROW / 2 : 0);
        pen.text(label, font, pen.on(ground), centre, area.getCenterY() + font.getSize2D() * 0.36, Align.CENTRE);
        if (cell.grows()) {
            double x = narrow ? area.getMaxX() - Math.min(4.4, area.getWidth() * 0.23)
                    : Math.min(area.getMaxX() - 5, centre + pen.width(label, font) / 2 + MatrixLayout.ARROW * 0.65);
            marks.grows(pen, x, area.getCenterY(), pen.on(ground), narrow ? 0.62 : 1);
        }
    }

    /** The type of a cell, smaller where a short label would not fit. */
    private Font font(Rectangle2D area) {
        ChartDefinition.Style style = definition.type().value();
        double size = Math.min(style.size(), area.getHeight() * 0.62);
        return pen.font(new ChartDefinition.Style(style.weight(), layout.whole() ? size : Math.min(size + 0.8, area.getWidth() * 0.6)));
    }

    private void end(RowPlace place, RowAgreement agreement) {
        double left = layout.endLeft();
        boolean stands = agreement.alike() || agreement.spread();
        if (agreement.alike()) {
            marks.alike(pen, left, place.axis());
        } else if (agreement.spread()) {
            marks.spread(pen, left, place.axis());
        }
        String words = agreement.words(chart.stages());
        if (!words.isEmpty()) {
            ChartDefinition.Style style = definition.type().end();
            FittedText text = fitter.fit(TIE.matcher(words).replaceAll("$1\u00a0"),
                    new ChartDefinition.Style(stands ? 600 : 400, style.size()),
                    new Room(definition.sizes().endColumn() - END_MARK, 2, place.height()));
            pen.linesAround(text, stands ? pen.ink() : pen.muted(), left + END_MARK, place.axis(), Align.LEFT);
        }
    }

    /** The keys of the legend, which need no layout. */
    static Keys keys(MatrixDefinition definition, MatrixChart chart, Fonts fonts) {
        MatrixMarks marks = new MatrixMarks(definition);
        ShortLabels labels = ShortLabels.of(chart.stages());
        Keys keys = new Keys(definition, fonts);
        List<DataChart.Stage> stages = chart.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            int index = stage;
            keys.add(14, (pen, left, axis) -> marks.stage(pen, left, axis, pen.stage(index, stages.size()), labels.get(index)),
                    stages.get(stage).label());
        }
        keys.add(8, (pen, left, axis) -> marks.grows(pen, left + 4, axis, pen.ink(), 1), definition.texts().grows());
        keys.add(14, (pen, left, axis) -> marks.notAnswered(pen, marks.key(left, axis)), definition.texts().notAnswered());
        keys.add(14, (pen, left, axis) -> marks.notSent(pen, marks.key(left, axis)), definition.texts().notSent());
        if (chart.centres().size() > 1) {
            keys.add(9, marks::alike, definition.texts().alike());
            keys.add(9, marks::spread, definition.texts().spread());
        }
        return keys.note(definition.texts().statement());
    }
}
