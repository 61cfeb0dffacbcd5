package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Draws one kind of chart on any canvas. Width and height are in points; places follow from the definition, the instrument and what stands beside each
 * other, never from what was answered. Thread-safe; the canvas is the caller's.
 *
 * @param <C> the charts that it draws
 * @param <R> their rows
 */
public abstract class ChartDrawing<C, R> {
    /** The width in points. */
    public abstract double width();

    /** The height in points. */
    public abstract double height(C chart);

    /** Draws with its top left corner on the canvas's origin, one unit for a point. The canvas keeps its transform and clip. */
    public final void draw(Graphics2D canvas, C chart) {
        draw(canvas, chart, RowFrame.none());
    }

    abstract void draw(Graphics2D canvas, C chart, RowFrame<R> frame);

    /** Families of type for style sheets. */
    abstract List<String> families();
}
