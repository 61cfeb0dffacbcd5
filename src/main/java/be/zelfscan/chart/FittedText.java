package be.zelfscan.chart;

import java.awt.Font;
import java.util.List;

/**
 * A text broken into lines that fit.
 *
 * @param leading distance between two baselines, in points
 */
record FittedText(List<String> lines, Font font, double leading) {
    private static final double CAPITALS = 0.727;

    /** Height from the top of the capitals of the first line to the last baseline. */
    double height() {
        return capitals() + (lines.size() - 1) * leading;
    }

    double capitals() {
        return font.getSize2D() * CAPITALS;
    }
}
