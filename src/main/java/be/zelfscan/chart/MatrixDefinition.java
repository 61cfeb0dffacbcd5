package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;

/** How a matrix of centres and building blocks looks, as {@code charts/matrix.json} says. Immutable. */
@Serdeable
public record MatrixDefinition(String id, Sheet sheet, Sizes sizes, Palette palette, SheetType type,
        Texts texts) implements SheetDefinition {

    MatrixDefinition withoutHeader() {
        return new MatrixDefinition(id, sheet.withoutHeader(), sizes, palette, type, texts);
    }

    @Override
    public double reserved() {
        return sizes.endGap() + sizes.endColumn();
    }

    /**
     * Sizes in points.
     *
     * @param widestCell how wide a cell becomes at most
     * @param cellGap between two cells
     * @param endColumn room at the end of a row for what it says about agreement, with its mark
     * @param head height that names of centres may take when they are read upwards
     */
    @Serdeable
    public record Sizes(double widestCell, double cellGap, double cellCorner, double endGap, double endColumn, double head,
            double headGap) {}

    /** What is written in the chart, in Dutch; a part in braces stands for a value. */
    @Serdeable
    public record Texts(
            String heading,
            String part,
            String grows,
            String notAnswered,
            String notSent,
            String alike,
            String spread,
            String statement) {}
}
