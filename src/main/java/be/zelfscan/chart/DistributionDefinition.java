package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;

/** How bars of stages look, as {@code charts/verdeling.json} says. Immutable. */
@Serdeable
public record DistributionDefinition(String id, Sheet sheet, Sizes sizes, Palette palette, SheetType type, Texts texts)
        implements
            SheetDefinition {

    DistributionDefinition withoutHeader() {
        return new DistributionDefinition(id, sheet.withoutHeader(), sizes, palette, type, texts);
    }

    @Override
    public double reserved() {
        return sizes.endGap() + Math.max(sizes.endColumn(), sizes.groupColumn());
    }

    /**
     * Sizes in points.
     *
     * @param bar height of the bar of one of several groups; the bar of a single group is as high as its row
     * @param barGap between the bars of a block
     * @param endColumn room at the end for n, when there is one group
     * @param groupColumn the same with the name of the group, when there are several
     * @param columnHead thickness of the tinted bar under the name of a stage
     */
    @Serdeable
    public record Sizes(double bar, double barGap, double endGap, double endColumn, double groupColumn, double columnHead,
            double headGap) {}

    /** What is written in the chart, in Dutch; a part in braces stands for a value. */
    @Serdeable
    public record Texts(String heading, String groups, String n, String tooFew, String nobody, String explanation, String statement) {}
}
