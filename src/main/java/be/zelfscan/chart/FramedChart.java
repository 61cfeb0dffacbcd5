package be.zelfscan.chart;

import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;

/** A plot of building blocks with its header, its legend and its notes, as high as its rows need. Drawn once, by one thread. */
final class FramedChart {
    /** Room above the first line for its accents and dots, where no header stands above it. */
    static final double HEADROOM = 5;
    private static final int NOTE_LINES = 8;
    private static final double RULE = 0.6;

    private final JFreeChart chart;
    private final RowAxis rows;
    private final double width;
    private final double height;

    /**
     * What stands around a plot, from top to bottom.
     *
     * @param header nothing where the page or document around the chart has one
     * @param above under the header
     * @param foot legends and notes
     */
    record Frame(Optional<Header> header, List<Title> above, List<Title> foot) {}

    /** The header that all charts share: what it is and of which instrument at the left, whose and when at the right, a line beneath. */
    record Header(Look look, String heading, String instrument, String subject, String round) implements PaintedTitle.Content {
        private static final double HEADING_PART = 0.4;
        private static final double RULE_ABOVE_ROWS = 14;
        private static final double BESIDE = 400;
        private static final double BETWEEN = 12;
        private static final double INSTRUMENT_PART = 0.5;

        @Override
        public void paint(ChartPen pen, Rectangle2D area) {
            double width = area.getWidth();
            double rule = area.getMaxY() - RULE_ABOVE_ROWS;
            if (width < BESIDE) {
                stacked(pen, width, rule);
                return;
            }
            pen.linesUpTo(fit(heading, look.type().heading(), width * HEADING_PART), pen.ink(), 0, rule - 26, Align.LEFT);
            pen.linesUpTo(fit(instrument, look.type().instrument(), width * INSTRUMENT_PART), pen.muted(), 0, rule - 10.5, Align.LEFT);
            pen.linesUpTo(fit(subject, look.type().subject(), width * (1 - HEADING_PART) - BETWEEN), pen.ink(), width, rule - 26,
                    Align.RIGHT);
            pen.linesUpTo(fit(round, look.type().round(), width * (1 - INSTRUMENT_PART) - BETWEEN), pen.muted(), width, rule - 10.5,
                    Align.RIGHT);
            pen.draw(new Line2D.Double(0, rule, width, rule), pen.ink(), 1.2);
        }

        /** One under the other, where there is no room beside each other. */
        private void stacked(ChartPen pen, double width, double rule) {
            pen.linesUpTo(fit(heading, look.type().heading(), width), pen.ink(), 0, rule - 49, Align.LEFT);
            pen.linesUpTo(fit(subject, look.type().subject(), width), pen.ink(), 0, rule - 33, Align.LEFT);
            pen.linesUpTo(fit(instrument, look.type().instrument(), width), pen.muted(), 0, rule - 20, Align.LEFT);
            pen.linesUpTo(fit(round, look.type().round(), width), pen.muted(), 0, rule - 8, Align.LEFT);
            pen.draw(new Line2D.Double(0, rule, width, rule), pen.ink(), 1.2);
        }

        private FittedText fit(String text, ChartStyle.Face face, double room) {
            return look.fitter().fit(text, face, Room.oneLine(room));
        }
    }

    /** @param heads height of what stands above the columns, a whole number: JFreeChart cuts the area of a plot down to these */
    FramedChart(Look look, CategoryPlot plot, RowAxis rows, double heads, Frame frame) {
        ChartStyle.Sizes sizes = look.sizes();
        this.rows = rows;
        this.width = sizes.width();
        double below = frame.foot().isEmpty() ? 0 : sizes.legendGap() + height(frame.foot(), width);
        double above = height(frame.above(), width) + heads;
        double top = frame.header().isPresent() ? sizes.header() : HEADROOM;
        this.height = Math.ceil(top + above + rows.height(sizes.maxHeight() - sizes.header() - above - below) + below);
        this.chart = new JFreeChart(null, look.font(look.type().note()), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.addSubtitle(new PaintedTitle(look, RectangleEdge.TOP, top,
                (pen, area) -> frame.header().ifPresent(header -> header.paint(pen, area))));
        frame.above().forEach(chart::addSubtitle);
        frame.foot().reversed().forEach(chart::addSubtitle);
        if (!frame.foot().isEmpty()) {
            chart.addSubtitle(new PaintedTitle(look, RectangleEdge.BOTTOM, sizes.legendGap(), (pen, area) -> {
                double rule = area.getMinY() + area.getHeight() * RULE;
                pen.draw(new Line2D.Double(area.getMinX(), rule, area.getMaxX(), rule), pen.hairline(), sizes.hairline());
            }));
        }
    }

    /** A part of a chart without anything that is not asked for; several of these share their rows. */
    static CategoryPlot plot(CategoryDataset data, ValueAxis columns, CategoryItemRenderer renderer) {
        CategoryPlot plot = new CategoryPlot(data, null, columns, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** Plots side by side, to be added, that share their rows. */
    static CombinedDomainCategoryPlot combined(RowAxis rows, double gap, AxisSpace beside) {
        CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(rows);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setGap(gap);
        plot.setFixedDomainAxisSpace(beside);
        return plot;
    }

    /** The room for the titles of the rows, and for what stands at their end. */
    static AxisSpace beside(double left, double right) {
        AxisSpace space = new AxisSpace();
        space.setLeft(left);
        space.setRight(right);
        return space;
    }

    /** The room for what stands above the columns. */
    static AxisSpace above(double top) {
        AxisSpace space = new AxisSpace();
        space.setTop(top);
        return space;
    }

    /** A note under a chart, of as many lines as it needs; {@code least} are kept for it. */
    static Title note(Look look, String text, int least) {
        double line = look.sizes().noteLine();
        FittedText lines = look.fitter().fit(text, look.type().note(),
                new Room(look.sizes().width(), NOTE_LINES, Double.MAX_VALUE));
        int count = Math.max(least, lines.lines().size());
        return new PaintedTitle(look, RectangleEdge.BOTTOM, count * line, (pen, area) -> {
            for (int index = 0; index < lines.lines().size(); index++) {
                pen.text(lines.lines().get(index), lines.font(), pen.muted(), area.getMinX(),
                        ChartPen.middle(lines.font(), area.getMinY() + (index + 0.5) * line), Align.LEFT);
            }
        });
    }

    /** How high titles are, measured as every canvas does. */
    private static double height(List<Title> titles, double width) {
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        measure.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        RectangleConstraint room = new RectangleConstraint(width, new Range(0, width), LengthConstraintType.RANGE, Short.MAX_VALUE,
                new Range(0, Short.MAX_VALUE), LengthConstraintType.RANGE);
        double height = titles.stream().mapToDouble(title -> title.arrange(measure, room).getHeight()).sum();
        measure.dispose();
        return height;
    }

    double height() {
        return height;
    }

    /**
     * Draws with the top left corner on the canvas's origin, one unit for a point, and returns where each row stands. The canvas keeps its
     * transform.
     */
    List<Rectangle2D> draw(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        AffineTransform before = canvas.getTransform();
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, width, height), info);
        canvas.setTransform(before);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return IntStream.range(0, rows.count())
                .mapToObj(row -> (Rectangle2D) new Rectangle2D.Double(0, rows.rowTop(row, area), width, rows.rowHeight(area))).toList();
    }

    /** A title block as wide as its chart and of a height that is known before it is drawn, so that two charts have the same places. */
    static final class PaintedTitle extends Title {
        private static final long serialVersionUID = 1L;

        private final transient Look look;
        private final transient Content content;
        private final double height;

        /** What a block shows. */
        interface Content {
            void paint(ChartPen pen, Rectangle2D area);
        }

        PaintedTitle(Look look, RectangleEdge edge, double height, Content content) {
            this.look = look;
            this.content = content;
            this.height = height;
            setPosition(edge);
        }

        @Override
        public Size2D arrange(Graphics2D canvas, RectangleConstraint constraint) {
            return new Size2D(constraint.getWidth(), height);
        }

        @Override
        public void draw(Graphics2D canvas, Rectangle2D area) {
            content.paint(look.pen(canvas), area);
        }

        @Override
        public Object draw(Graphics2D canvas, Rectangle2D area, Object parameters) {
            draw(canvas, area);
            return null;
        }
    }
}
