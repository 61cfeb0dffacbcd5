package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws where a centre stands on the axis of stages, where it wants to go and where it stood: the values of each series are indexes of stages. */
final class PlacementRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Look look;
    private final transient DoubleFunction<DataChartMarks> marks;
    private final double middle;

    /** The series, in the order in which they are drawn over each other. */
    enum Series {
        EARLIER, AMBITION, TODAY,
        /** Where subgroups differ. */
        DIFFERING
    }

    /**
     * @param marks the marks that a row of a height has room for
     * @param middle where on the axis it is said that nothing was answered
     */
    PlacementRenderer(Look look, DoubleFunction<DataChartMarks> marks, double middle) {
        this.look = look;
        this.marks = marks;
        this.middle = middle;
    }

    static CategoryDataset dataset(DataChart chart, DataChartDrawing.Definition definition) {
        DefaultCategoryDataset stages = new DefaultCategoryDataset();
        for (DataChart.Row row : chart.rows()) {
            Optional<Integer> today = row.today();
            Optional<Integer> ambition = switch (row.ambition()) {
                case DataChart.Ambition.NotAnswered() -> Optional.empty();
                case DataChart.Ambition.Hold() -> today;
                case DataChart.Ambition.Grow(int stage) -> Optional.of(stage);
            };
            add(stages, Series.EARLIER, row, row.earlier().filter(stage -> definition.draws(Layer.EARLIER)));
            add(stages, Series.AMBITION, row, ambition.filter(stage -> definition.draws(Layer.AMBITION)));
            add(stages, Series.TODAY, row, today);
            add(stages, Series.DIFFERING, row, today.filter(stage -> row.subgroupsDiffer() && definition.draws(Layer.DIFFERENCES)));
        }
        return stages;
    }

    private static void add(DefaultCategoryDataset stages, Series series, DataChart.Row row, Optional<Integer> stage) {
        stages.addValue(CellRenderer.value(stage), series, row.blockId());
    }

    @Override
    public void drawItem(Graphics2D canvas, CategoryItemRendererState state, Rectangle2D dataArea, CategoryPlot plot, CategoryAxis rows,
            ValueAxis stages, CategoryDataset dataset, int series, int row, int pass) {
        OptionalDouble stage = CellRenderer.value(dataset, series, row);
        OptionalDouble today = CellRenderer.value(dataset, Series.TODAY.ordinal(), row);
        Series drawn = Series.values()[series];
        boolean unanswered = today.isEmpty() && drawn == Series.TODAY;
        if (stage.isEmpty() && !unanswered || today.isEmpty() && drawn == Series.AMBITION) {
            return;
        }
        Pen pen = look.pen(canvas);
        Rectangle2D cell = CellRenderer.area(plot, dataArea, rows, stages, stage.orElse(middle), row,
                dataset.getColumnCount(), 0);
        DataChartMarks room = marks.apply(cell.getHeight());
        double x = cell.getCenterX();
        double y = cell.getCenterY();
        switch (drawn) {
            case EARLIER -> room.earlier(pen, x, room.aboveRing(y));
            case AMBITION -> {
                if (stage.equals(today)) {
                    room.hold(pen, x, y);
                } else {
                    room.grow(pen, stages.valueToJava2D(today.orElseThrow(), dataArea, plot.getRangeAxisEdge()), x, y);
                }
            }
            case TODAY -> {
                if (unanswered) {
                    room.notAnswered(pen, cell);
                } else {
                    room.today(pen, x, y);
                }
            }
            case DIFFERING -> room.differs(pen, x, Math.min(y + room.ring() + 4, cell.getMaxY() - 1.6));
        }
    }
}
