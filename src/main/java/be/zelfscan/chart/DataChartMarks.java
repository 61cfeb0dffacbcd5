package be.zelfscan.chart;

import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.ChartPen.Align;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
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

/**
 * The marks of a datagrafiek, for its rows and for its legend.
 *
 * @param scale how much smaller than designed they are, 0 to 1
 */
record DataChartMarks(Look look, DataChartDrawing.Definition sizes, double scale) {
    private static final String NOT_ANSWERED = "niet ingevuld";
    private static final double PRIORITY_RADIUS = 6.4;
    private static final double STAR_RADIUS = 6.2;
    private static final double TRIANGLE = 9;
    private static final double EARLIER_RADIUS = 3.1;

    void today(ChartPen pen, double x, double y) {
        pen.fill(Mark.disc(x, y, dot()), pen.ink());
    }

    void hold(ChartPen pen, double x, double y) {
        pen.draw(Mark.disc(x, y, ring()), pen.ink(), line() * 0.85);
    }

    void held(ChartPen pen, double x, double y) {
        hold(pen, x, y);
        today(pen, x, y);
    }

    void ambition(ChartPen pen, double x, double y) {
        Shape dot = Mark.disc(x, y, dot() - line() / 2);
        pen.fill(dot, pen.paper());
        pen.draw(dot, pen.ink(), line() * 1.1);
    }

    void grow(ChartPen pen, double from, double to, double y) {
        double towards = Math.signum(to - from);
        pen.draw(Mark.arrow(from, to - towards * (dot() + 1), y, 3.8 * scale), pen.ink(), line());
        ambition(pen, to, y);
    }

    void earlier(ChartPen pen, double x, double y) {
        Shape diamond = Mark.diamond(x, y, EARLIER_RADIUS * scale);
        pen.fill(diamond, pen.faint());
        pen.draw(diamond, pen.muted(), 0.7);
    }

    /** Where the earlier stage has room above the ring. */
    double aboveRing(double y) {
        return y - ring() - (EARLIER_RADIUS + 1.2) * scale;
    }

    void differs(ChartPen pen, double x, double y) {
        for (int dot = -1; dot <= 1; dot++) {
            pen.fill(Mark.disc(x + dot * 2.8, y, 0.95), pen.ink());
        }
    }

    void inspiring(ChartPen pen, double x, double y) {
        pen.fill(Mark.star(x, y, STAR_RADIUS * scale), pen.accent());
    }

    Mark priority(int place) {
        return (pen, x, y) -> {
            pen.draw(Mark.disc(x, y, PRIORITY_RADIUS * scale), pen.accent(), 1.2);
            Font font = look.font(look.type().strong());
            pen.text(Integer.toString(place), font, pen.accent(), x, ChartPen.middle(font, y), Align.CENTRE);
        };
    }

    /** @param room width of its column */
    Mark lever(double room) {
        return Mark.lever(triangle(room));
    }

    Mark bottleneck(double room) {
        return Mark.bottleneck(triangle(room));
    }

    private double triangle(double room) {
        return Math.min(TRIANGLE * scale, room - 2.5);
    }

    /** Says in the middle of a row that there is no answer. */
    void notAnswered(ChartPen pen, Rectangle2D row) {
        Font font = look.font(look.type().value());
        double width = pen.width(NOT_ANSWERED, font) + 14;
        double height = Math.min(13, row.getHeight() - 2);
        Shape pill = new RoundRectangle2D.Double(row.getCenterX() - width / 2, row.getCenterY() - height / 2, width, height, height,
                height);
        pen.fill(pill, pen.paper());
        pen.dash(pill, pen.faint(), look.sizes().hairline());
        pen.text(NOT_ANSWERED, font, pen.muted(), row.getCenterX(), ChartPen.middle(font, row.getCenterY()), Align.CENTRE);
    }

    double ring() {
        return sizes.ring() * scale;
    }

    private double dot() {
        return sizes.dot() * scale;
    }

    private double line() {
        return sizes.line() * Math.sqrt(scale);
    }

    /**
     * Draws where a centre stands on the axis of stages, where it wants to go and where it stood: the values of each series are indexes of
     * stages.
     */
    static final class PlacementRenderer extends AbstractCategoryItemRenderer {
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
            ChartPen pen = look.pen(canvas);
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
}
