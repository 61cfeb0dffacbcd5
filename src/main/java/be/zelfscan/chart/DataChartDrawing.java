package be.zelfscan.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws a datagrafiek on any canvas. Width and height are in points and follow from the definition and the instrument alone, as does the place of every
 * row and column: the charts of two centres can be laid over each other. Thread-safe; the canvas is the caller's.
 */
public final class DataChartDrawing {
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

    /** The width in points. */
    public double width() {
        return definition.sizes().width();
    }

    /**
     * The height in points: at most the definition's {@code maxHeight} (less its header where that layer is left out), unless there are so many rows
     * that they would become smaller than the definition allows.
     */
    public double height(DataChart chart) {
        return new DataChartLayout(definition, chart, fonts).height();
    }

    /** Draws with its top left corner on the canvas's origin, one unit for a point. The canvas keeps its transform and clip. */
    public void draw(Graphics2D canvas, DataChart chart) {
        draw(canvas, chart, new NoFrame());
    }

    void draw(Graphics2D canvas, DataChart chart, DataChartPlot.RowFrame frame) {
        DataChartLayout layout = new DataChartLayout(definition, chart, fonts);
        Font font = fonts.font(Typeface.REGULAR, definition.type().legend().size());
        JFreeChart drawing = new JFreeChart("", font, new DataChartPlot(definition, chart, layout, fonts, frame), false);
        drawing.setTitle((String) null);
        drawing.setPadding(RectangleInsets.ZERO_INSETS);
        drawing.setBackgroundPaint(null);
        AffineTransform before = canvas.getTransform();
        drawing.draw(canvas, new Rectangle2D.Double(0, 0, width(), layout.height()));
        canvas.setTransform(before);
    }

    private record NoFrame() implements DataChartPlot.RowFrame {
        @Override
        public void open(DataChart.Row row) {}

        @Override
        public void close() {}
    }
}
