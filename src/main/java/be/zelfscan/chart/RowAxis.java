package be.zelfscan.chart;

import be.zelfscan.chart.ChartStyle.Face;
import be.zelfscan.chart.ChartStyle.Rows;
import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The building blocks as the axis at the left of a chart, under the headings of their clusters. Headings have a height of their own; the
 * rows share what is left. A row has one or more lines, each a category of the plot.
 */
final class RowAxis extends CategoryAxis {
    private static final long serialVersionUID = 1L;
    private static final double FIRST_CLUSTER_GAP = 0.6;
    private static final double TITLE_MARGIN = 6;
    private static final double TITLE_HEIGHT = 0.98;
    private static final int TITLE_LINES = 3;
    /** Between the last line of a title and the row below it. */
    private static final double UNDER_TITLE = 5;

    private final transient Look look;
    private final transient Rows sizes;
    private final transient List<RowCluster<String>> clusters;
    private final transient List<String> titles;
    private final double row;
    private final int lines;
    private final double lineGap;
    /** Room in a row for its title above its line; nothing where titles stand at the left. */
    private final double above;

    /** @param clusters titles of the rows */
    RowAxis(Look look, Rows sizes, List<RowCluster<String>> clusters) {
        this(look, sizes, clusters, sizes.row(), 1, 0);
    }

    /** Rows with their titles above them, over the whole width of the sheet. */
    static RowAxis withTitlesAbove(Look look, Rows sizes, List<RowCluster<String>> clusters) {
        double above = look.fitter().fitAll(RowCluster.rows(clusters), look.type().block(), new Room(look.sizes().width(), TITLE_LINES,
                Double.MAX_VALUE)).stream().mapToDouble(title -> title.lines().size() * title.leading()).max().orElse(0) + UNDER_TITLE;
        return new RowAxis(look, sizes, clusters, sizes.row() + above, 1, 0, above);
    }

    /**
     * Rows of several lines.
     *
     * @param row height of a row where there is room for it, in points
     * @param lineGap between two lines of a row, in points
     */
    RowAxis(Look look, Rows sizes, List<RowCluster<String>> clusters, double row, int lines, double lineGap) {
        this(look, sizes, clusters, row, lines, lineGap, 0);
    }

    private RowAxis(Look look, Rows sizes, List<RowCluster<String>> clusters, double row, int lines, double lineGap, double above) {
        this.look = look;
        this.sizes = sizes;
        this.clusters = clusters;
        this.titles = RowCluster.rows(clusters);
        this.row = row;
        this.lines = lines;
        this.lineGap = lineGap;
        this.above = above;
    }

    int count() {
        return titles.size();
    }

    /**
     * The whole height in points that the rows with their headings take where there is so much room; more where they need it to be read.
     */
    double height(double room) {
        double least = headings() + smallest() * shares();
        double most = headings() + row * shares();
        return Math.max(Math.ceil(least), Math.min(Math.floor(room), Math.ceil(most)));
    }

    /** The height at which the titles can be read. */
    private double smallest() {
        if (above > 0) {
            return row;
        }
        Face readable = new Face(look.type().block().weight(), TextFitter.SMALLEST);
        double tallest = look.fitter().fitAll(titles, readable, titleRoom(Double.MAX_VALUE)).stream()
                .mapToDouble(title -> title.lines().size() * title.leading()).max().orElse(0);
        return Math.min(row, Math.max(lines * sizes.smallestRow() + (lines - 1) * lineGap, tallest / TITLE_HEIGHT));
    }

    private Room titleRoom(double height) {
        return above > 0 ? new Room(look.sizes().width(), TITLE_LINES, Double.MAX_VALUE)
                : new Room(sizes.titleColumn() - TITLE_MARGIN, TITLE_LINES, height * TITLE_HEIGHT);
    }

    /** How many rows there would be room for without the gaps between them. */
    private double shares() {
        int gaps = clusters.stream().mapToInt(cluster -> Math.max(0, cluster.rows().size() - 1)).sum();
        return titles.size() + gaps * sizes.rowGap() / row;
    }

    private double headings() {
        double height = 0;
        for (int index = 0; index < clusters.size(); index++) {
            height += heading(index);
        }
        return height;
    }

    private double heading(int cluster) {
        double gap = look.sizes().clusterGap() * (cluster == 0 ? FIRST_CLUSTER_GAP : 1);
        return gap + (clusters.get(cluster).title().isBlank() ? 0 : look.sizes().clusterHeading());
    }

    double rowHeight(Rectangle2D area) {
        return (area.getHeight() - headings()) / shares();
    }

    /** Where a row begins, from 0. */
    double rowTop(int index, Rectangle2D area) {
        double height = rowHeight(area);
        double gap = sizes.rowGap() * height / row;
        double top = area.getMinY();
        int before = 0;
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            int rows = clusters.get(cluster).rows().size();
            top += heading(cluster);
            if (index < before + rows) {
                return top + (index - before) * (height + gap);
            }
            before += rows;
            top += rows * height + Math.max(0, rows - 1) * gap;
        }
        throw new IllegalArgumentException("No row " + index);
    }

    /** From where to where the rows of each cluster stand: top and bottom, in points. */
    List<double[]> clusterSpans(Rectangle2D area) {
        List<double[]> spans = new ArrayList<>();
        int before = 0;
        for (RowCluster<String> cluster : clusters) {
            int rows = cluster.rows().size();
            if (rows > 0) {
                spans.add(new double[]{rowTop(before, area), rowTop(before + rows - 1, area) + rowHeight(area)});
            }
            before += rows;
        }
        return spans;
    }

    double lineHeight(Rectangle2D area) {
        return (rowHeight(area) - above - (lines - 1) * lineGap(area)) / lines;
    }

    private double lineGap(Rectangle2D area) {
        return lineGap * rowHeight(area) / row;
    }

    @Override
    public double getCategoryStart(int category, int count, Rectangle2D area, RectangleEdge edge) {
        return rowTop(category / lines, area) + above + category % lines * (lineHeight(area) + lineGap(area));
    }

    @Override
    public double getCategoryEnd(int category, int count, Rectangle2D area, RectangleEdge edge) {
        return getCategoryStart(category, count, area, edge) + lineHeight(area);
    }

    @Override
    public double getCategoryMiddle(int category, int count, Rectangle2D area, RectangleEdge edge) {
        return getCategoryStart(category, count, area, edge) + lineHeight(area) / 2;
    }

    @Override
    public AxisState draw(Graphics2D canvas, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
            PlotRenderingInfo info) {
        ChartPen pen = look.pen(canvas);
        double height = rowHeight(dataArea);
        List<FittedText> fitted = look.fitter().fitAll(titles, look.type().block(), titleRoom(height));
        int before = 0;
        for (RowCluster<String> cluster : clusters) {
            if (!cluster.title().isBlank() && !cluster.rows().isEmpty()) {
                heading(pen, cluster.title(), plotArea, rowTop(before, dataArea) - look.sizes().clusterHeading());
            }
            for (int index = before; index < before + cluster.rows().size(); index++) {
                if (above > 0) {
                    pen.linesUpTo(fitted.get(index), pen.ink(), plotArea.getMinX(), rowTop(index, dataArea) + above - UNDER_TITLE,
                            Align.LEFT);
                } else {
                    pen.linesAround(fitted.get(index), pen.ink(), plotArea.getMinX(), rowTop(index, dataArea) + height / 2, Align.LEFT);
                }
            }
            before += cluster.rows().size();
        }
        return new AxisState(cursor);
    }

    private void heading(ChartPen pen, String title, Rectangle2D area, double top) {
        pen.linesUpTo(look.fitter().fit(title, look.type().cluster(), Room.oneLine(area.getWidth())), pen.darkest(), area.getMinX(),
                top + look.sizes().clusterHeading() * 0.46, Align.LEFT);
        double rule = top + look.sizes().clusterHeading() * 0.74;
        pen.draw(new Line2D.Double(area.getMinX(), rule, area.getMaxX(), rule), pen.hairline(), look.sizes().hairline());
    }

    /** What is said at the right of each line of the rows, as a second axis of these. */
    static final class Ends extends CategoryAxis {
        private static final long serialVersionUID = 1L;

        private final transient Look look;
        private final transient RowAxis rows;
        private final transient Content content;
        private final int lines;

        /** Draws what is said of a line in the room beside it. */
        interface Content {
            void paint(ChartPen pen, Rectangle2D room, int line);
        }

        Ends(Look look, RowAxis rows, int lines, Content content) {
            this.look = look;
            this.rows = rows;
            this.lines = lines;
            this.content = content;
        }

        @Override
        public AxisState draw(Graphics2D canvas, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge,
                PlotRenderingInfo info) {
            ChartPen pen = look.pen(canvas);
            for (int line = 0; line < lines; line++) {
                double top = rows.getCategoryStart(line, lines, dataArea, edge);
                content.paint(pen, new Rectangle2D.Double(cursor, top, plotArea.getMaxX() - cursor, rows.lineHeight(dataArea)), line);
            }
            return new AxisState(cursor);
        }
    }
}
