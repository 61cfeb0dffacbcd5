package be.zelfscan.chart;

import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The columns of a chart as the axis above it, at the whole numbers from 0; names in as many lines as they need, level or read upwards. */
final class ColumnAxis extends SymbolAxis {
    private static final long serialVersionUID = 1L;
    private static final double SPACE = 4.5;
    private static final double MARGIN = 4;
    private static final double SHORTEST = 50;
    private static final double LONGER = 10;

    private final transient Look look;
    private final transient Tiers tiers;
    private final transient List<ColumnHead> heads;
    private final int columns;

    /**
     * The heights in points of what stands above a column: its name, what stands smaller under that, and a tinted bar. Axes of one chart
     * share them.
     */
    record Tiers(double name, double detail, double bar) {
        int height() {
            return (int) Math.ceil(name + below());
        }

        private double below() {
            return SPACE + (detail > 0 ? detail + SPACE : 0) + (bar > 0 ? bar + SPACE / 2 : 0);
        }

        static double tallest(List<FittedText> texts) {
            return texts.stream().mapToDouble(text -> text.lines().getFirst().isEmpty() ? 0 : text.height()).max().orElse(0);
        }
    }

    /** Names that fit above their columns: level where they can be read so, else upwards. */
    record ColumnNames(List<FittedText> texts, boolean level) {
        /**
         * @param step from one column to the next, in points
         * @param lines that a level name may have
         * @param length how long a name may be that is read upwards
         */
        static ColumnNames of(Look look, List<String> names, double step, int lines, double length) {
            TextFitter fitter = look.fitter();
            ChartStyle.Face face = look.type().column();
            Room level = new Room(step - MARGIN, lines, Double.MAX_VALUE);
            if (fitter.fits(names, face, level)) {
                return new ColumnNames(fitter.fitAll(names, face, level), true);
            }
            double shortest = DoubleStream.iterate(SHORTEST, least -> least < length, least -> least + LONGER)
                    .filter(least -> fitter.fits(names, face, new Room(least, 2, step))).findFirst().orElse(length);
            return new ColumnNames(names.stream().map(name -> fitter.fit(name, face, new Room(shortest, 2, step))).toList(), false);
        }

        double height(Look look) {
            return level ? Tiers.tallest(texts)
                    : texts.stream().flatMap(text -> text.lines().stream().map(line -> look.fonts().width(line, text.font())))
                            .mapToDouble(Double::doubleValue).max().orElse(0);
        }

        /** The names from a column on. */
        ColumnNames shifted(int from) {
            return new ColumnNames(texts.subList(from, texts.size()), level);
        }

        ColumnHead head(int column, Color colour) {
            return level ? new ColumnHead.Name(column, texts.get(column), colour)
                    : new ColumnHead.Upwards(column, texts.get(column), colour);
        }
    }

    /**
     * What stands above the columns.
     *
     * @param at where, on this axis
     */
    sealed interface ColumnHead {
        double at();

        record Name(double at, FittedText text, Color colour) implements ColumnHead {}

        record Upwards(double at, FittedText text, Color colour) implements ColumnHead {}

        record Detail(double at, FittedText text, Align align) implements ColumnHead {}

        record Bar(double at, double width, Color colour) implements ColumnHead {}
    }

    /** @param columns names of the columns */
    ColumnAxis(Look look, Tiers tiers, List<String> columns, List<ColumnHead> heads) {
        super(null, columns.toArray(String[]::new));
        this.look = look;
        this.tiers = tiers;
        this.heads = heads;
        this.columns = columns.size();
        setGridBandsVisible(false);
    }

    /**
     * Places the columns from the left; what they leave is free at the right.
     *
     * @param step from one column to the next, in points
     * @param width of the whole axis, in points
     */
    void left(double step, double width) {
        setRange(-0.5, width / step - 0.5);
    }

    /** Places the columns in the middle. */
    void centre(double step, double width) {
        double middle = (columns - 1) / 2.0;
        setRange(middle - width / step / 2, middle + width / step / 2);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D canvas, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = space == null ? new AxisSpace() : space;
        reserved.ensureAtLeast(tiers.height(), edge);
        return reserved;
    }

    @Override
    public AxisState draw(Graphics2D canvas, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
            PlotRenderingInfo info) {
        ChartPen pen = look.pen(canvas);
        double base = cursor - tiers.below();
        for (ColumnHead head : heads) {
            double x = valueToJava2D(head.at(), dataArea, edge);
            switch (head) {
                case ColumnHead.Name(double at, FittedText text, Color colour) -> pen.linesUpTo(text, colour, x, base, Align.CENTRE);
                case ColumnHead.Upwards(double at, FittedText text, Color colour) -> pen.linesUpwards(text, colour, x, base);
                case ColumnHead.Detail(double at, FittedText text, Align align) ->
                    pen.linesFrom(text, pen.muted(), x, base + SPACE + text.capitals(), align);
                case ColumnHead.Bar(double at, double width, Color colour) ->
                    pen.fill(new Rectangle2D.Double(x - width / 2, cursor - tiers.bar() - SPACE / 2, width, tiers.bar()), colour);
            }
        }
        return new AxisState(cursor);
    }
}
