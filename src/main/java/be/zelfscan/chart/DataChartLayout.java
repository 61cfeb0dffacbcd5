package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands, in points from the top left. It follows from the definition and from the instrument (stages, categories, clusters and their
 * titles), never from what a centre answered: the charts of two centres can be laid over each other.
 */
final class DataChartLayout {
    private static final double FIRST_CLUSTER_GAP = 0.6;
    private static final double HEAD_SPACE = 4.5;
    private static final double TITLE_MARGIN = 4;
    private static final double TITLE_HEIGHT = 0.98;
    private static final int TITLE_LINES = 3;

    private final ChartDefinition.Sizes sizes;
    private final List<FittedText> stageLabels;
    private final List<FittedText> cycles;
    private final List<ClusterPlace> clusters = new ArrayList<>();
    private final List<RowPlace> rows = new ArrayList<>();
    private final LegendLayout legend;
    private final int stages;
    private final boolean hasContext;
    private final double top;
    private final double headsBottom;
    private final double rowHeight;
    private final double height;

    /** A heading: its baseline and the line under it. */
    record ClusterPlace(FittedText title, double baseline, double rule) {}

    /** A row: the top and height of its cells and the line that its dots, its title and its marks share. */
    record RowPlace(DataChart.Row row, FittedText title, double top, double height, double axis) {}

    DataChartLayout(ChartDefinition definition, DataChart chart, Fonts fonts) {
        TextFitter fitter = new TextFitter(fonts);
        this.sizes = definition.sizes();
        this.stages = chart.stages().size();
        this.hasContext = definition.draws(Layer.CONTEXT) && !chart.categories().isEmpty();
        boolean header = definition.draws(Layer.HEADER);
        this.top = header ? sizes.header() : SheetLayout.HEADROOM;
        Room head = new Room(cellWidth() - 2, 2, Double.MAX_VALUE);
        this.stageLabels = fitter.fitAll(chart.stages().stream().map(DataChart.Stage::label).toList(), definition.type().stage(), head);
        this.cycles = fitter.fitAll(chart.stages().stream().map(DataChart.Stage::cycle).toList(), definition.type().cycle(), head);
        this.headsBottom = top + tallest(stageLabels) + HEAD_SPACE + tallest(cycles) + HEAD_SPACE + sizes.columnHead();
        this.legend = new LegendLayout(definition, chart, fonts);
        this.rowHeight = rowHeight(chart, header ? 0 : sizes.header());
        double bottom = place(chart, definition, fitter);
        this.height = bottom + (legend.height() > 0 ? sizes.legendGap() + legend.height() : 0);
    }

    private static double tallest(List<FittedText> texts) {
        return texts.stream().mapToDouble(text -> text.lines().getFirst().isEmpty() ? 0 : text.height()).max().orElse(0);
    }

    /** @param header height that a chart with a header gives to it: rows are as high without one */
    private double rowHeight(DataChart chart, double header) {
        int count = chart.rows().size();
        double headings = 0;
        double gaps = 0;
        for (RowCluster<DataChart.Row> cluster : chart.clusters()) {
            headings += clusterSpace(cluster, headings == 0);
            gaps += Math.max(0, cluster.rows().size() - 1);
        }
        double room = sizes.maxHeight() - header - headsBottom - headings - sizes.legendGap() - legend.height();
        double fitting = room / (count + gaps * sizes.rowGap() / sizes.row());
        return Math.clamp(fitting, sizes.smallestRow(), sizes.row());
    }

    private double clusterSpace(RowCluster<DataChart.Row> cluster, boolean first) {
        double gap = first ? sizes.clusterGap() * FIRST_CLUSTER_GAP : sizes.clusterGap();
        return gap + (cluster.title().isBlank() ? 0 : sizes.clusterHeading());
    }

    private double place(DataChart chart, ChartDefinition definition, TextFitter fitter) {
        Room titleRoom = new Room(sizes.titleColumn() - TITLE_MARGIN, TITLE_LINES, rowHeight * TITLE_HEIGHT);
        List<FittedText> titles = fitter.fitAll(chart.rows().stream().map(DataChart.Row::title).toList(), definition.type().block(),
                titleRoom);
        double rowGap = sizes.rowGap() * rowHeight / sizes.row();
        double y = headsBottom;
        for (RowCluster<DataChart.Row> cluster : chart.clusters()) {
            y += clusterSpace(cluster, clusters.isEmpty() && rows.isEmpty());
            if (!cluster.title().isBlank()) {
                FittedText title = fitter.fit(cluster.title(), definition.type().cluster(), Room.oneLine(sizes.width()));
                double start = y - sizes.clusterHeading();
                clusters.add(new ClusterPlace(title, start + sizes.clusterHeading() * 0.46, start + sizes.clusterHeading() * 0.74));
            }
            for (int index = 0; index < cluster.rows().size(); index++) {
                y += index == 0 ? 0 : rowGap;
                rows.add(new RowPlace(cluster.rows().get(index), titles.get(rows.size()), y, rowHeight, y + rowHeight * 0.46));
                y += rowHeight;
            }
        }
        return y;
    }

    double top() {
        return top;
    }

    double height() {
        return height;
    }

    double headsBottom() {
        return headsBottom;
    }

    /** The last baseline of the names of the stages. */
    double stageBaseline() {
        return headsBottom - sizes.columnHead() - 2 * HEAD_SPACE - tallest(cycles);
    }

    /** The first baseline of the parts of the cycle. */
    double cycleBaseline() {
        return stageBaseline() + HEAD_SPACE + cycles.getFirst().capitals();
    }

    List<FittedText> stageLabels() {
        return stageLabels;
    }

    List<FittedText> cycles() {
        return cycles;
    }

    List<ClusterPlace> clusters() {
        return clusters;
    }

    List<RowPlace> rows() {
        return rows;
    }

    LegendLayout legend() {
        return legend;
    }

    double legendTop() {
        return height - legend.height();
    }

    boolean hasContext() {
        return hasContext;
    }

    /** How much smaller than designed the marks in a row are, 0 to 1. */
    double markScale() {
        return Math.min(1, Math.min(rowHeight / sizes.row() * 1.3, cellWidth() / (5.5 * sizes.dot())));
    }

    double stripLeft() {
        return sizes.titleColumn() + sizes.closingColumn();
    }

    double stripRight() {
        return hasContext ? sizes.width() - sizes.contextColumn() - sizes.contextGap() : sizes.width();
    }

    double cellWidth() {
        return (stripRight() - stripLeft() - (stages - 1) * sizes.cellGap()) / stages;
    }

    double cellLeft(int stage) {
        return stripLeft() + stage * (cellWidth() + sizes.cellGap());
    }

    double cellCentre(int stage) {
        return cellLeft(stage) + cellWidth() / 2;
    }
}
