package be.zelfscan.chart;

import be.zelfscan.chart.DataChartLayout.ClusterPlace;
import be.zelfscan.chart.DataChartLayout.RowPlace;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Paints all of a datagrafiek on one canvas. */
record DataChartPainter(ChartDefinition definition, DataChart chart, DataChartLayout layout, Fonts fonts, RowFrame<DataChart.Row> frame) {
    void paint(Graphics2D canvas) {
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
