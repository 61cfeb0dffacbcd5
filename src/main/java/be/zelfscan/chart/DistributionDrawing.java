package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws how groups of centres are spread over the stages. Thread-safe. */
public final class DistributionDrawing extends ChartDrawing<DistributionChart, DistributionChart.Row> {
    private final DistributionDefinition definition;
    private final Fonts fonts;

    public DistributionDrawing(DistributionDefinition definition, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public DistributionDrawing withoutHeader() {
        return new DistributionDrawing(definition.withoutHeader(), fonts);
    }

    @Override
    public double width() {
        return definition.sheet().width();
    }

    @Override
    public double height(DistributionChart chart) {
        return layout(chart).rows().height();
    }

    private DistributionLayout layout(DistributionChart chart) {
        String middle = DistributionText.middle(chart);
        Keys keys = new Keys(definition, fonts).note(definition.texts().explanation().replace("{middle}", middle))
                .note(definition.texts().statement());
        return new DistributionLayout(definition, chart, keys, fonts);
    }

    @Override
    void draw(Graphics2D canvas, DistributionChart chart, RowFrame<DistributionChart.Row> frame) {
        DistributionLayout layout = layout(chart);
        ExactPlot.draw(canvas, "Verdeling", fonts.font(Typeface.REGULAR, definition.type().legend().size()),
                new Rectangle2D.Double(0, 0, width(), layout.rows().height()), target -> paint(target, chart, layout, frame));
    }

    private void paint(Graphics2D canvas, DistributionChart chart, DistributionLayout layout, RowFrame<DistributionChart.Row> frame) {
        Pen pen = new Pen(canvas, fonts, definition.palette());
        SheetPainter sheet = new SheetPainter(definition, layout.rows(), pen);
        DistributionPainter painter = new DistributionPainter(definition, chart, layout, pen);
        String group = chart.groups().size() == 1 ? chart.groups().getFirst()
                : definition.texts().groups().replace("{count}", "" + chart.groups().size());
        sheet.header(new TextFitter(fonts), definition.texts().heading(), chart.title(), group, chart.round());
        painter.heads();
        sheet.clusters(width());
        painter.grid();
        for (int index = 0; index < layout.rows().rows().size(); index++) {
            DistributionChart.Row row = chart.rows().get(index);
            frame.open(row);
            sheet.title(layout.rows().rows().get(index));
            painter.row(layout.rows().rows().get(index), row);
            frame.close();
        }
        sheet.legend();
    }

    @Override
    List<String> families() {
        return definition.type().families();
    }
}
