package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.List;

/**
 * Where the bars of a distribution stand, in points from the top left. The strip is twice as long as a bar, and its middle is the middle of the scale:
 * between the two middle stages of an even scale, in the middle of the middle stage of an odd one. A bar is moved so that its own middle of the scale
 * comes to stand there.
 */
final class DistributionLayout {
    private final DistributionDefinition definition;
    private final DistributionChart chart;
    private final List<FittedText> labels;
    private final List<FittedText> groups;
    private final SheetLayout rows;
    private final double designed;

    DistributionLayout(DistributionDefinition definition, DistributionChart chart, Keys keys, Fonts fonts) {
        this.definition = definition;
        this.chart = chart;
        DistributionDefinition.Sizes sizes = definition.sizes();
        TextFitter fitter = new TextFitter(fonts);
        double headWidth = 2 * barLength() / chart.stages().size() - 4;
        this.labels = fitter.fitAll(chart.stages().stream().map(DataChart.Stage::label).toList(), definition.type().column(),
                new Room(headWidth, 2, Double.MAX_VALUE));
        Room beside = new Room(sizes.groupColumn() - sizes.endColumn(), 2, sizes.bar());
        this.groups = chart.groups().stream().map(group -> fitter.fit(group, definition.type().end(), beside)).toList();
        double heads = labels.stream().mapToDouble(FittedText::height).max().orElse(0) + 2 * sizes.headGap() + sizes.columnHead()
                + definition.type().detail().size();
        int bars = chart.groups().size();
        this.designed = bars == 1 ? definition.sheet().row() : bars * sizes.bar() + (bars - 1) * sizes.barGap();
        List<SheetLayout.Group> clusters = chart.clusters().stream().map(
                cluster -> new SheetLayout.Group(cluster.title(), cluster.rows().stream().map(DistributionChart.Row::title).toList()))
                .toList();
        this.rows = new SheetLayout(definition, clusters, heads, designed, keys, fonts);
    }

    SheetLayout rows() {
        return rows;
    }

    List<FittedText> labels() {
        return labels;
    }

    List<FittedText> groups() {
        return groups;
    }

    /** How long a bar is, whatever it counts. */
    double barLength() {
        return (right() - definition.sheet().titleColumn()) / 2;
    }

    /** Where the middle of the scale is. */
    double middle() {
        return definition.sheet().titleColumn() + barLength();
    }

    /** Where the strip ends. */
    double right() {
        DistributionDefinition.Sizes sizes = definition.sizes();
        double end = chart.groups().size() == 1 ? sizes.endColumn() : sizes.groupColumn();
        return definition.sheet().width() - end - sizes.endGap();
    }

    double barTop(SheetLayout.RowPlace row, int bar) {
        return row.top() + bar * (barHeight(row) + gap(row));
    }

    double barHeight(SheetLayout.RowPlace row) {
        int bars = chart.groups().size();
        return (row.height() - (bars - 1) * gap(row)) / bars;
    }

    private double gap(SheetLayout.RowPlace row) {
        return definition.sizes().barGap() * row.height() / designed;
    }

    /** Where a bar begins. */
    double barLeft(DistributionChart.Bar.Counts counts) {
        int stages = chart.stages().size();
        double before = 0;
        for (int stage = 0; stage < stages; stage++) {
            double part = stage < stages / 2 ? 1 : stages % 2 == 1 && stage == stages / 2 ? 0.5 : 0;
            before += part * counts.centres().get(stage);
        }
        return middle() - barLength() * before / counts.n();
    }
}
