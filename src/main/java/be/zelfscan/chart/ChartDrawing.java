package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws one kind of chart on any canvas, and as an SVG element. Width and height are in points; places follow from the definition, the
 * instrument and what stands beside each other, never from what was answered. Thread-safe; the canvas is the caller's.
 *
 * @param <C> the charts that it draws
 */
public abstract class ChartDrawing<C extends BlockChart<C>> {
    /** So much of a page is given up to end it where a cluster ends. */
    private static final double BETWEEN_CLUSTERS = 0.25;

    private final String kind;
    private final ChartText<C, ?> text;
    final Look look;

    /** @param kind class of the SVG element, and of its rows with {@code -rij} behind it; letters and hyphens */
    ChartDrawing(String kind, ChartText<C, ?> text, Look look) {
        this.kind = kind;
        this.text = text;
        this.look = look;
    }

    String kind() {
        return kind;
    }

    /** What is drawn, for one drawing. */
    abstract FramedChart framed(C chart);

    /** The same drawing with another look. */
    abstract ChartDrawing<C> with(Look other);

    /**
     * The same drawing, its rows as low as it takes for a chart to be at most so high, and as they can be read.
     *
     * @param height in points
     */
    public ChartDrawing<C> within(double height) {
        return with(look.within(height - FramedChart.HEADROOM - 1 + look.sizes().header()));
    }

    /**
     * The chart in as few parts as it takes for each to be at most so high, broken between clusters where that is near.
     *
     * @param first height of the first part, in points
     * @param others height of those after it
     */
    public List<C> pages(C chart, double first, double others) {
        int rows = chart.clusters().stream().mapToInt(cluster -> cluster.rows().size()).sum();
        for (int pages = 1; pages < rows; pages++) {
            for (double reach : new double[]{BETWEEN_CLUSTERS, 0}) {
                List<C> parts = parts(chart, breaks(chart, pages, reach, first / others));
                if (within(first).height(parts.getFirst()) <= first
                        && parts.stream().skip(1).allMatch(part -> within(others).height(part) <= others)) {
                    return parts;
                }
            }
        }
        return parts(chart, breaks(chart, rows, 0, 1));
    }

    /**
     * After which rows a page ends, as evenly as can be.
     *
     * @param reach how much of a page is given up for the end of a cluster
     * @param first the part of a page that the first one has
     */
    private List<Integer> breaks(C chart, int pages, double reach, double first) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (RowCluster<?> cluster : chart.clusters()) {
            end += cluster.rows().size();
            ends.add(end);
        }
        int rows = end;
        return IntStream.rangeClosed(1, pages).mapToObj(page -> {
            int even = (int) Math.round(rows * (page - 1 + first) / (pages - 1 + first));
            return ends.stream().filter(one -> Math.abs(one - even) <= reach * rows / pages)
                    .min(Comparator.comparingInt(one -> Math.abs(one - even))).orElse(even);
        }).distinct().toList();
    }

    private List<C> parts(C chart, List<Integer> ends) {
        return IntStream.range(0, ends.size()).mapToObj(page -> chart.part(page == 0 ? 0 : ends.get(page - 1), ends.get(page))).toList();
    }

    /** The width in points. */
    public double width() {
        return look.sizes().width();
    }

    /** The height in points: what the sheet allows, unless there are so many rows that they could not be read. */
    public double height(C chart) {
        return framed(chart).height();
    }

    /** Draws with its top left corner on the canvas's origin, one unit for a point. The canvas keeps its transform and clip. */
    public void draw(Graphics2D canvas, C chart) {
        framed(chart).draw(canvas);
    }

    /** As an SVG element for a page that holds this chart once. */
    public String svg(C chart) {
        return svg(chart, kind + "-" + Integer.toHexString(chart.hashCode()));
    }

    /**
     * As an SVG element that can stand in a page: as wide as its place, with a title and a text alternative, text as text, no script, no
     * style attribute (a strict content security policy lets it through). Sentences about rows appear as tooltips.
     *
     * @param id begins every identifier in the element; letters, digits and hyphens, unique within the page
     * @throws IllegalArgumentException when {@code id} has other characters
     */
    public String svg(C chart, String id) {
        SvgElement element = new SvgElement(kind, id, look.style().families(), text.name(chart), text.summary(chart));
        FramedChart framed = framed(chart);
        return element.render(width(), framed.height(), framed::draw, text.rows(chart));
    }
}
