package be.zelfscan.chart;

/** Levers and bottlenecks by category, as an SVG element. Thread-safe. */
public final class CategorySvg extends ChartSvg<CategoryChart, CategoryChart.Row> {
    private final CategoryDrawing drawing;
    private final CategoryText text;

    public CategorySvg(CategoryDrawing drawing, CategoryText text) {
        super("hefbomen-knelpunten", drawing, text);
        this.drawing = drawing;
        this.text = text;
    }

    /** The same without its header, for a page that has one of its own. */
    public CategorySvg withoutHeader() {
        return new CategorySvg(drawing.withoutHeader(), text);
    }
}
