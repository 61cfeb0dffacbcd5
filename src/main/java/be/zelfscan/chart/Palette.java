package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;
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
public record Palette(List<String> ramp, String ink, String muted, String hairline, String faint, String accent, String paper) {
    private static final double LIGHTEST_TINT = 0.08;

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

    private static Color mix(Color from, Color to, double part) {
        return new Color(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
