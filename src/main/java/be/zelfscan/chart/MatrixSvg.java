package be.zelfscan.chart;

/** Centres side by side as an SVG element. Thread-safe. */
public final class MatrixSvg extends ChartSvg<MatrixChart, MatrixChart.Row> {
    private final MatrixDrawing drawing;
    private final MatrixText text;

    public MatrixSvg(MatrixDrawing drawing, MatrixText text) {
        super("matrix", drawing, text);
        this.drawing = drawing;
        this.text = text;
    }

    /** The same without its header, for a page that has one of its own. */
    public MatrixSvg withoutHeader() {
        return new MatrixSvg(drawing.withoutHeader(), text);
    }
}
