package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/** Draws each value of a dataset in the cell where its series, a column, crosses its category, a row. A value may be absent. */
final class CellRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Look look;
    private final double gap;
    private final transient CellPainter cell;

    /** Draws one cell. */
    interface CellPainter {
        void paint(ChartPen pen, Rectangle2D area, int column, int row, OptionalDouble value);
    }

    /** @param gap between two cells of a row, in points */
    CellRenderer(Look look, double gap, CellPainter cell) {
        this.look = look;
        this.gap = gap;
        this.cell = cell;
    }

    @Override
    public void drawItem(Graphics2D canvas, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot plot, CategoryAxis rows,
            ValueAxis columns, CategoryDataset dataset, int series, int category, int pass) {
        cell.paint(look.pen(canvas), area(plot, dataArea, rows, columns, series, category, dataset.getColumnCount(), gap), series, category,
                value(dataset, series, category));
    }

    /** A value for a dataset. JFreeChart draws nothing at all of a dataset without values, so that an absent one is no number. */
    static Number value(Optional<? extends Number> value) {
        return value.isPresent() ? value.get() : Double.NaN;
    }

    /** A value of a dataset. */
    static OptionalDouble value(CategoryDataset dataset, int series, int category) {
        double value = dataset.getValue(series, category).doubleValue();
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static Rectangle2D area(CategoryPlot plot, Rectangle2D dataArea, CategoryAxis rows, ValueAxis columns, double column, int row,
            int count, double gap) {
        double left = columns.valueToJava2D(column - 0.5, dataArea, plot.getRangeAxisEdge()) + gap / 2;
        double right = columns.valueToJava2D(column + 0.5, dataArea, plot.getRangeAxisEdge()) - gap / 2;
        double top = rows.getCategoryStart(row, count, dataArea, plot.getDomainAxisEdge());
        double bottom = rows.getCategoryEnd(row, count, dataArea, plot.getDomainAxisEdge());
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }
}
