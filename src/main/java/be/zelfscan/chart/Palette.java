package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.awt.Color;
import java.util.List;

/**
 * The colours of a chart, as {@code #rrggbb}. Nothing in it means good or bad: one hue in steps of lightness, ink, and an accent for what the centre
 * itself picked.
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
