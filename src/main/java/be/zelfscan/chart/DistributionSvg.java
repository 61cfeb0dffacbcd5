package be.zelfscan.chart;

/** How groups are spread over the stages, as an SVG element. Thread-safe. */
public final class DistributionSvg extends ChartSvg<DistributionChart, DistributionChart.Row> {
    private final DistributionDrawing drawing;
    private final DistributionText text;

    public DistributionSvg(DistributionDrawing drawing, DistributionText text) {
        super("verdeling", drawing, text);
        this.drawing = drawing;
        this.text = text;
    }

    /** The same without its header, for a page that has one of its own. */
    public DistributionSvg withoutHeader() {
        return new DistributionSvg(drawing.withoutHeader(), text);
    }
}
