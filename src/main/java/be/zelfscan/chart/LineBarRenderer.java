package be.zelfscan.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** Bars in the lines of a {@link RowAxis}, labelled where it can be read, with lines behind them that stop at the headings of clusters. */
final class LineBarRenderer extends StackedBarRenderer {
    private static final long serialVersionUID = 1L;
    private static final double BEYOND = 2;

    private final transient Look look;
    private final transient RowAxis rows;
    private final double thickest;
    private final transient Label label;

    /** Draws what is said of a bar; where a category has no values, once, with the place of its whole line. */
    interface Label {
        void paint(ChartPen pen, Rectangle2D bar, int series, int category);
    }

    /**
     * @param percentages whether all bars are equally long
     * @param thickest a bar at most, in points
     */
    LineBarRenderer(Look look, RowAxis rows, boolean percentages, double thickest, Label label) {
        super(percentages);
        this.look = look;
        this.rows = rows;
        this.thickest = thickest;
        this.label = label;
        setBarPainter(new Painter());
        setShadowVisible(false);
        setDrawBarOutline(true);
        setDefaultItemLabelsVisible(true);
        setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
    }

    /** Lines that only order, behind the bars. */
    static void lines(CategoryPlot plot, Look look) {
        Paint paint = look.hairline();
        Stroke stroke = new BasicStroke((float) look.sizes().hairline());
        plot.setRangeGridlinePaint(paint);
        plot.setRangeGridlineStroke(stroke);
        plot.setRangeZeroBaselinePaint(paint);
        plot.setRangeZeroBaselineStroke(stroke);
    }

    @Override
    protected void calculateBarWidth(CategoryPlot plot, Rectangle2D dataArea, int index, CategoryItemRendererState state) {
        state.setBarWidth(Math.min(thickest, rows.lineHeight(dataArea)));
    }

    @Override
    public void drawRangeLine(Graphics2D canvas, CategoryPlot plot, ValueAxis axis, Rectangle2D dataArea, double value, Paint paint,
            Stroke stroke) {
        double x = axis.valueToJava2D(value, dataArea, plot.getRangeAxisEdge());
        canvas.setPaint(paint);
        canvas.setStroke(stroke);
        for (double[] span : rows.clusterSpans(dataArea)) {
            canvas.draw(new Line2D.Double(x, span[0] - BEYOND, x, span[1] + BEYOND));
        }
    }

    @Override
    public void drawItem(Graphics2D canvas, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot plot, CategoryAxis axis,
            ValueAxis values, CategoryDataset data, int series, int category, int pass) {
        if (CellRenderer.value(data, series, category).isPresent()) {
            super.drawItem(canvas, state, dataArea, plot, axis, values, data, series, category, pass);
        } else if (series == 0 && pass == 0) {
            double top = rows.getCategoryStart(category, data.getColumnCount(), dataArea, plot.getDomainAxisEdge());
            label.paint(look.pen(canvas), new Rectangle2D.Double(dataArea.getX(), top, dataArea.getWidth(), rows.lineHeight(dataArea)),
                    series, category);
        }
    }

    @Override
    protected void drawItemLabel(Graphics2D canvas, CategoryDataset data, int series, int category, CategoryPlot plot,
            CategoryItemLabelGenerator generator, Rectangle2D bar, boolean negative) {
        label.paint(look.pen(canvas), bar, series, category);
    }

    /** Leaves out a bar of nothing, of which the outline would be a line. */
    private static final class Painter extends StandardBarPainter {
        private static final long serialVersionUID = 1L;

        @Override
        public void paintBar(Graphics2D canvas, BarRenderer renderer, int series, int category,
                RectangularShape bar, RectangleEdge base) {
            if (bar.getWidth() > 0) {
                super.paintBar(canvas, renderer, series, category, bar, base);
            }
        }
    }
}
