package be.zelfscan.chart;

/**
 * A chart as an SVG element that can stand in a page: as wide as its place, with a title and a text alternative, text as text, no script, no style
 * attribute (a strict content security policy lets it through). Sentences about rows appear as tooltips. Thread-safe.
 *
 * @param <C> the charts that it renders
 * @param <R> their rows
 */
public class ChartSvg<C, R> {
    private final String kind;
    private final ChartDrawing<C, R> drawing;
    private final ChartText<C, R> text;

    /** @param kind class of the element, and of its rows with {@code -rij} behind it; letters and hyphens */
    ChartSvg(String kind, ChartDrawing<C, R> drawing, ChartText<C, R> text) {
        this.kind = kind;
        this.drawing = drawing;
        this.text = text;
    }

    /** Renders for a page that holds this chart once. */
    public String render(C chart) {
        return render(chart, kind + "-" + Integer.toHexString(chart.hashCode()));
    }

    /**
     * Renders one of several charts in a page.
     *
     * @param id begins every identifier in the element; letters, digits and hyphens, unique within the page
     * @throws IllegalArgumentException when {@code id} has other characters
     */
    public String render(C chart, String id) {
        SvgElement element = new SvgElement(kind, id, drawing.families(), text.name(chart), text.summary(chart));
        return element.render(drawing.width(), drawing.height(chart),
                canvas -> drawing.draw(canvas, chart, element.rows(canvas, row -> text.row(chart, row))));
    }
}
