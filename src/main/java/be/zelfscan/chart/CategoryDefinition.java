package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;

/** How a chart of levers and bottlenecks looks, as {@code charts/hefbomen-knelpunten.json} says. Immutable. */
@Serdeable
public record CategoryDefinition(String id, Sheet sheet, Sizes sizes, Palette palette, SheetType type,
        Texts texts) implements SheetDefinition {

    CategoryDefinition withoutHeader() {
        return new CategoryDefinition(id, sheet.withoutHeader(), sizes, palette, type, texts);
    }

    @Override
    public double reserved() {
        return 0;
    }

    /**
     * Sizes in points.
     *
     * @param columnGap between the columns of two categories
     * @param number room for a mark with its number, from the middle of a column
     * @param bar height of a bar
     * @param triangle width of the marks
     */
    @Serdeable
    public record Sizes(double columnGap, double number, double bar, double triangle, double headGap) {}

    /** What is written in the chart, in Dutch; a part in braces stands for a value. */
    @Serdeable
    public record Texts(String heading, String centres, String centre, String lever, String bottleneck, String half, String explanation) {}
}
