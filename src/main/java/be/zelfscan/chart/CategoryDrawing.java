package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws which categories return as lever and as bottleneck. Thread-safe. */
public final class CategoryDrawing extends ChartDrawing<CategoryChart, CategoryChart.Row> {
    private final CategoryDefinition definition;
    private final Fonts fonts;

    public CategoryDrawing(CategoryDefinition definition, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public CategoryDrawing withoutHeader() {
        return new CategoryDrawing(definition.withoutHeader(), fonts);
    }

    @Override
    public double width() {
        return definition.sheet().width();
    }

    @Override
    public double height(CategoryChart chart) {
        return layout(chart, CategoryPainter.labels(definition, chart, fonts)).height();
    }

    private SheetLayout layout(CategoryChart chart, List<FittedText> labels) {
        List<SheetLayout.Group> clusters = chart.clusters().stream().map(
                cluster -> new SheetLayout.Group(cluster.title(), cluster.rows().stream().map(CategoryChart.Row::title).toList())).toList();
        return new SheetLayout(definition, clusters, CategoryPainter.headsHeight(definition, labels), definition.sheet().row(),
                CategoryPainter.keys(definition, chart, fonts), fonts);
    }

    @Override
    void draw(Graphics2D canvas, CategoryChart chart, RowFrame<CategoryChart.Row> frame) {
        List<FittedText> labels = CategoryPainter.labels(definition, chart, fonts);
        SheetLayout layout = layout(chart, labels);
        ExactPlot.draw(canvas, "Hefbomen en knelpunten", fonts.font(Typeface.REGULAR, definition.type().legend().size()),
                new Rectangle2D.Double(0, 0, width(), layout.height()), target -> paint(target, chart, layout, labels, frame));
    }

    private void paint(Graphics2D canvas, CategoryChart chart, SheetLayout layout, List<FittedText> labels,
            RowFrame<CategoryChart.Row> frame) {
        Pen pen = new Pen(canvas, fonts, definition.palette());
        SheetPainter sheet = new SheetPainter(definition, layout, pen);
        CategoryPainter painter = new CategoryPainter(definition, chart, pen);
        String centres = chart.centres() == 1 ? definition.texts().centre()
                : definition.texts().centres().replace("{n}", "" + chart.centres());
        sheet.header(new TextFitter(fonts), definition.texts().heading(), chart.title(), chart.group(), chart.round() + " · " + centres);
        painter.heads(labels, layout.headsBottom());
        sheet.clusters(width());
        for (int index = 0; index < layout.rows().size(); index++) {
            CategoryChart.Row row = chart.rows().get(index);
            frame.open(row);
            sheet.title(layout.rows().get(index));
            painter.row(layout.rows().get(index), row);
            frame.close();
        }
        sheet.legend();
    }

    @Override
    List<String> families() {
        return definition.type().families();
    }
}
