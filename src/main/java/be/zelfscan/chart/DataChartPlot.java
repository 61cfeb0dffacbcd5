package be.zelfscan.chart;

import be.zelfscan.chart.DataChartLayout.ClusterPlace;
import be.zelfscan.chart.DataChartLayout.RowPlace;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** The datagrafiek as a plot of JFreeChart: exact places instead of axes that fit themselves to the data. */
final class DataChartPlot extends Plot {
    private static final long serialVersionUID = 1L;

    private final transient ChartDefinition definition;
    private final transient DataChart chart;
    private final transient DataChartLayout layout;
    private final transient Fonts fonts;
    private final transient RowFrame frame;

    DataChartPlot(ChartDefinition definition, DataChart chart, DataChartLayout layout, Fonts fonts, RowFrame frame) {
        this.definition = definition;
        this.chart = chart;
        this.layout = layout;
        this.fonts = fonts;
        this.frame = frame;
    }

    /** What a canvas puts around each row, such as a group with a title. */
    interface RowFrame {
        void open(DataChart.Row row);

        void close();
    }

    @Override
    public String getPlotType() {
        return "Datagrafiek";
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
        Pen pen = new Pen(canvas, fonts, definition.palette());
        new HeadPainter(definition, chart, layout, fonts, pen).paint();
        for (ClusterPlace cluster : layout.clusters()) {
            pen.linesUpTo(cluster.title(), pen.darkest(), 0, cluster.baseline(), Pen.Align.LEFT);
            pen.draw(new Line2D.Double(0, cluster.rule(), definition.sizes().width(), cluster.rule()), pen.hairline(),
                    definition.sizes().hairline());
        }
        RowPainter painter = new RowPainter(definition, chart, layout, pen);
        for (RowPlace row : layout.rows()) {
            frame.open(row.row());
            painter.paint(row);
            frame.close();
        }
        new LegendPainter(definition, layout, pen).paint();
    }
}
