package be.zelfscan.chart;

/** The datagrafiek as an SVG element. Thread-safe. */
public final class DataChartSvg extends ChartSvg<DataChart, DataChart.Row> {
    private final DataChartDrawing drawing;
    private final DataChartText text;

    public DataChartSvg(DataChartDrawing drawing, DataChartText text) {
        super("datagrafiek", drawing, text);
        this.drawing = drawing;
        this.text = text;
    }

    /** The same without a layer. */
    public DataChartSvg without(Layer layer) {
        return new DataChartSvg(drawing.without(layer), text);
    }
}
