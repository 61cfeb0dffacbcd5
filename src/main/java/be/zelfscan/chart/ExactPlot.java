package be.zelfscan.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;

/** A drawing as a plot of JFreeChart: exact places instead of axes that fit themselves to the data. */
final class ExactPlot extends Plot {
    private static final long serialVersionUID = 1L;

    private final transient String type;
    private final transient Consumer<Graphics2D> painter;

    private ExactPlot(String type, Consumer<Graphics2D> painter) {
        this.type = type;
        this.painter = painter;
    }

    /** Draws with the top left corner on the canvas's origin, one unit for a point. The canvas keeps its transform and clip. */
    static void draw(Graphics2D canvas, String type, Font font, Rectangle2D area, Consumer<Graphics2D> painter) {
        JFreeChart drawing = new JFreeChart("", font, new ExactPlot(type, painter), false);
        drawing.setTitle((String) null);
        drawing.setPadding(RectangleInsets.ZERO_INSETS);
        drawing.setBackgroundPaint(null);
        AffineTransform before = canvas.getTransform();
        drawing.draw(canvas, area);
        canvas.setTransform(before);
    }

    @Override
    public String getPlotType() {
        return type;
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
        painter.accept(canvas);
    }
}
