package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws centres side by side. Thread-safe. */
public final class MatrixDrawing extends ChartDrawing<MatrixChart, MatrixChart.Row> {
    private final MatrixDefinition definition;
    private final Fonts fonts;

    public MatrixDrawing(MatrixDefinition definition, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public MatrixDrawing withoutHeader() {
        return new MatrixDrawing(definition.withoutHeader(), fonts);
    }

    @Override
    public double width() {
        return definition.sheet().width();
    }

    @Override
    public double height(MatrixChart chart) {
        return layout(chart).rows().height();
    }

    private MatrixLayout layout(MatrixChart chart) {
        return new MatrixLayout(definition, chart, MatrixPainter.keys(definition, chart, fonts), fonts);
    }

    @Override
    void draw(Graphics2D canvas, MatrixChart chart, RowFrame<MatrixChart.Row> frame) {
        MatrixLayout layout = layout(chart);
        ExactPlot.draw(canvas, "Matrix", fonts.font(Typeface.REGULAR, definition.type().legend().size()),
                new Rectangle2D.Double(0, 0, width(), layout.rows().height()), target -> paint(target, chart, layout, frame));
    }

    private void paint(Graphics2D canvas, MatrixChart chart, MatrixLayout layout, RowFrame<MatrixChart.Row> frame) {
        Pen pen = new Pen(canvas, fonts, definition.palette());
        SheetPainter sheet = new SheetPainter(definition, layout.rows(), pen);
        MatrixPainter painter = new MatrixPainter(definition, chart, layout, fonts, pen);
        sheet.header(new TextFitter(fonts), definition.texts().heading(), chart.title(), chart.group(), chart.round() + part(chart));
        painter.heads();
        sheet.clusters(layout.right());
        for (int index = 0; index < layout.rows().rows().size(); index++) {
            MatrixChart.Row row = chart.rows().get(index);
            frame.open(row);
            sheet.title(layout.rows().rows().get(index));
            painter.row(layout.rows().rows().get(index), row);
            frame.close();
        }
        sheet.legend();
    }

    private String part(MatrixChart chart) {
        MatrixChart.Shown shown = chart.shown();
        return shown.count() == chart.centres().size() ? ""
                : " · " + definition.texts().part().replace("{from}", "" + (shown.from() + 1)).replace("{to}", "" + shown.end())
                        .replace("{all}", "" + chart.centres().size());
    }

    @Override
    List<String> families() {
        return definition.type().families();
    }
}
