package be.zelfscan.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws a datagrafiek on any canvas. Width and height are in points and follow from the definition and the instrument alone, as does the place of every
 * row and column: the charts of two centres can be laid over each other. Thread-safe; the canvas is the caller's.
 */
public final class DataChartDrawing extends ChartDrawing<DataChart, DataChart.Row> {
    private final ChartDefinition definition;
    private final Fonts fonts;

    public DataChartDrawing(ChartDefinition definition, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
    }

    /** The same drawing without a layer; used by a document that has the heading as text of its own. */
    public DataChartDrawing without(Layer layer) {
        return new DataChartDrawing(definition.without(layer), fonts);
    }

    public ChartDefinition definition() {
        return definition;
    }

    @Override
    public double width() {
        return definition.sizes().width();
    }

    /**
     * The height in points: at most the definition's {@code maxHeight} (less its header where that layer is left out), unless there are so many rows
     * that they would become smaller than the definition allows.
     */
    @Override
    public double height(DataChart chart) {
        return new DataChartLayout(definition, chart, fonts).height();
    }

    @Override
    void draw(Graphics2D canvas, DataChart chart, RowFrame<DataChart.Row> frame) {
        DataChartLayout layout = new DataChartLayout(definition, chart, fonts);
        Font font = fonts.font(Typeface.REGULAR, definition.type().legend().size());
        ExactPlot.draw(canvas, "Datagrafiek", font, new Rectangle2D.Double(0, 0, width(), layout.height()),
                new DataChartPainter(definition, chart, layout, fonts, frame)::paint);
    }

    @Override
    List<String> families() {
        return definition.type().families();
    }
}
