package be.zelfscan.chart;

import be.zelfscan.chart.Fonts.Typeface;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * How all charts look, as {@code charts/style.json} says. Sizes are in points (1/72 inch). Immutable.
 *
 * @param families for style sheets, the bundled one first and a generic one last
 */
@Serdeable
record ChartStyle(@NotNull @Valid Sheet sheet, @NotNull @Valid Palette palette,
        @NotEmpty(message = "at least one") List<@Pattern(regexp = "[A-Za-z][A-Za-z -]*", message = "a font family of letters, spaces and hyphens") String> families,
        @NotNull @Valid Type type) {

    static final String ABOVE_ZERO = "a number above 0";

    /**
     * Sizes that charts share.
     *
     * @param maxHeight height that a chart with its header may take; rows shrink to stay within it as long as they can be read
     */
    @Serdeable
    record Sheet(
            @Positive(message = ABOVE_ZERO) double width,
            @Positive(message = ABOVE_ZERO) double maxHeight,
            @Positive(message = ABOVE_ZERO) double header,
            @Positive(message = ABOVE_ZERO) double clusterGap,
            @Positive(message = ABOVE_ZERO) double clusterHeading,
            @Positive(message = ABOVE_ZERO) double hairline,
            @Positive(message = ABOVE_ZERO) double legendGap,
            @Positive(message = ABOVE_ZERO) double legendLine,
            @Positive(message = ABOVE_ZERO) double noteLine) {
        /** As high as its rows need, and of another width. */
        Sheet onPhone(double otherWidth, double otherHeader) {
            return new Sheet(otherWidth, Short.MAX_VALUE, otherHeader, clusterGap, clusterHeading, hairline, legendGap, legendLine,
                    noteLine);
        }

        Sheet within(double height) {
            return new Sheet(width, Math.min(maxHeight, height), header, clusterGap, clusterHeading, hairline, legendGap, legendLine,
                    noteLine);
        }
    }

    /**
     * The rows of one kind of chart.
     *
     * @param row height of a row where there is room for it
     * @param smallestRow height that a row, or a line of it, has at least
     */
    @Serdeable
    record Rows(
            @Positive(message = ABOVE_ZERO) double titleColumn,
            @Positive(message = ABOVE_ZERO) double row,
            @Positive(message = ABOVE_ZERO) double rowGap,
            @Positive(message = ABOVE_ZERO) double smallestRow) {}

    /**
     * The type of each kind of text; nothing is smaller than can be read on paper.
     *
     * @param subject whose chart it is, in the header
     * @param column names of columns
     * @param detail what stands smaller under the name of a column or beside a mark
     * @param value in a cell or at the end of a row
     * @param strong the same, where it stands out
     */
    @Serdeable
    record Type(@NotNull @Valid Face heading, @NotNull @Valid Face instrument, @NotNull @Valid Face subject, @NotNull @Valid Face round,
            @NotNull @Valid Face column, @NotNull @Valid Face detail, @NotNull @Valid Face cluster, @NotNull @Valid Face block,
            @NotNull @Valid Face value, @NotNull @Valid Face strong, @NotNull @Valid Face legend, @NotNull @Valid Face note) {}

    /**
     * A weight and a size.
     *
     * @param weight 400, 500, 600 or 700
     * @param size in points
     */
    @Serdeable
    record Face(@Min(value = 400, message = "400, 500, 600 or 700") @Max(value = 700, message = "400, 500, 600 or 700") int weight,
            @DecimalMin(value = TextFitter.SMALLEST_TEXT, message = "a size that can be read on paper") double size) {
        Typeface typeface() {
            return switch (weight) {
                case 500 -> Typeface.MEDIUM;
                case 600 -> Typeface.SEMIBOLD;
                case 700 -> Typeface.BOLD;
                default -> Typeface.REGULAR;
            };
        }
    }
}
