package be.zelfscan.chart;

import java.awt.Graphics2D;

/**
 * Draws one kind of chart on any canvas, and as an SVG element. Width and height are in points; places follow from the definition, the instrument and what
 * stands beside each other, never from what was answered. Thread-safe; the canvas is the caller's.
 *
 * @param <C> the charts that it draws
 */
public abstract class ChartDrawing<C> {
    private final String kind;
    private final ChartText<C, ?> text;
    final Look look;

    /** @param kind class of the SVG element, and of its rows with {@code -rij} behind it; letters and hyphens */
    ChartDrawing(String kind, ChartText<C, ?> text, Look look) {
        this.kind = kind;
        this.text = text;
        this.look = look;
    }

    /** What is drawn, for one drawing. */
    abstract FramedChart framed(C chart);

    /** The width in points. */
    public double width() {
        return look.sheet().width();
    }

    /** The height in points: what the sheet allows, unless there are so many rows that they could not be read. */
    public double height(C chart) {
        return framed(chart).height();
    }

    /** Draws with its top left corner on the canvas's origin, one unit for a point. The canvas keeps its transform and clip. */
    public void draw(Graphics2D canvas, C chart) {
        framed(chart).draw(canvas);
    }

    /** As an SVG element for a page that holds this chart once. */
    public String svg(C chart) {
        return svg(chart, kind + "-" + Integer.toHexString(chart.hashCode()));
    }

    /**
     * As an SVG element that can stand in a page: as wide as its place, with a title and a text alternative, text as text, no script, no style attribute
     * (a strict content security policy lets it through). Sentences about rows appear as tooltips.
     *
     * @param id begins every identifier in the element; letters, digits and hyphens, unique within the page
     * @throws IllegalArgumentException when {@code id} has other characters
     */
    public String svg(C chart, String id) {
        SvgElement element = new SvgElement(kind, id, look.style().families(), text.name(chart), text.summary(chart));
        FramedChart framed = framed(chart);
        return element.render(width(), framed.height(), framed::draw, text.rows(chart));
    }
}
