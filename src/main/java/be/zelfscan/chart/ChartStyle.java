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
import jakarta.validation.constraints.Size;
import java.awt.Color;
import java.util.List;

/**
 * How all charts look, as {@code charts/style.json} says. Sizes are in points (1/72 inch). Immutable.
 *
 * @param families for style sheets, the bundled one first and a generic one last
 */
@Serdeable
record ChartStyle(@NotNull @Valid Sizes sizes, @NotNull @Valid Palette palette,
        @NotEmpty(message = "at least one") List<@Pattern(regexp = "[A-Za-z][A-Za-z -]*", message = FAMILY) String> families,
        @NotNull @Valid Type type) {

    static final String ABOVE_ZERO = "a number above 0";
    private static final String FAMILY = "a font family of letters, spaces and hyphens";

    /**
     * Sizes that charts share.
     *
     * @param maxHeight height that a chart with its header may take; rows shrink to stay within it as long as they can be read
     */
    @Serdeable
    record Sizes(
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
        Sizes onPhone(double otherWidth, double otherHeader) {
            return new Sizes(otherWidth, Short.MAX_VALUE, otherHeader, clusterGap, clusterHeading, hairline, legendGap, legendLine,
                    noteLine);
        }

        Sizes within(double height) {
            return new Sizes(width, Math.min(maxHeight, height), header, clusterGap, clusterHeading, hairline, legendGap, legendLine,
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

    /**
     * The colours of a chart, as {@code #rrggbb}. Nothing in it means good or bad: one hue in steps of lightness, ink, and an accent for
     * what the centre itself picked.
     *
     * @param ramp the hue from light to dark, at least two steps
     * @param hairline for lines that only order
     * @param faint for the point where a mark is absent
     */
    @Serdeable
    record Palette(
            @NotNull @Size(min = 2, message = "at least 2") List<@NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String> ramp,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String ink,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String muted,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String hairline,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String faint,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String accent,
            @NotNull @Pattern(regexp = COLOUR, message = EXPECTED) String paper) {

        static final String COLOUR = "#[0-9a-fA-F]{6}";
        static final String EXPECTED = "a colour as #rrggbb";
        private static final double LIGHTEST_TINT = 0.08;
        private static final double GLARE = 0.05;
        /** The contrast that WCAG asks for text. */
        private static final double READABLE = 4.5;

        public Palette {
            ramp = ramp == null ? null : List.copyOf(ramp);
        }

        /** The colour of a name of this palette. */
        static Color color(String hex) {
            return Color.decode(hex);
        }

        /**
         * The colour of a stage: the ramp, spread evenly over the number of stages.
         *
         * @param index from 0
         * @param stages at least two
         */
        public Color stage(int index, int stages) {
            double place = (double) index / (stages - 1) * (ramp.size() - 1);
            int below = Math.min((int) place, ramp.size() - 2);
            return mix(color(ramp.get(below)), color(ramp.get(below + 1)), place - below);
        }

        /** The tint behind a stage for a share of the comparison group, 0 to 1; the same share has the same tint in every chart. */
        public Color tint(double share) {
            return mix(color(paper), color(ramp.get(1)), LIGHTEST_TINT + (1 - LIGHTEST_TINT) * share);
        }

        /** Ink or paper, whichever can be read better on a ground of this colour; black where neither can be read well. */
        Color on(Color ground) {
            Color best = contrast(color(ink), ground) > contrast(color(paper), ground) ? color(ink) : color(paper);
            return contrast(best, ground) < READABLE ? Color.BLACK : best;
        }

        private static double contrast(Color one, Color other) {
            double light = light(one) + GLARE;
            double ground = light(other) + GLARE;
            return Math.max(light, ground) / Math.min(light, ground);
        }

        /** Relative luminance as WCAG defines it, 0 to 1. */
        private static double light(Color colour) {
            return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
        }

        private static double linear(int channel) {
            double part = channel / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }

        private static Color mix(Color from, Color to, double part) {
            return new Color(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part),
                    mix(from.getBlue(), to.getBlue(), part));
        }

        private static int mix(int from, int to, double part) {
            return (int) Math.round(from + (to - from) * part);
        }
    }
}
