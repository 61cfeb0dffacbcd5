package be.zelfscan.chart;

import be.zelfscan.chart.ChartDefinition.Style;
import be.zelfscan.chart.Pen.Align;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.geom.Line2D;

/**
 * The header that all charts share: what it is and of which instrument at the left, whose and when at the right, a line beneath.
 *
 * @param height of the whole header, in points
 */
record HeaderPainter(Pen pen, TextFitter fitter, double width, double height) {
    private static final double RULE_ABOVE_ROWS = 14;
    private static final double BETWEEN = 12;
    private static final double INSTRUMENT_PART = 0.5;

    /** A text with its style. */
    record Part(String text, Style style) {}

    /** @param headingPart how much of the width is for the heading, 0 to 1 */
    void paint(double headingPart, Part heading, Part instrument, Part subject, Part round) {
        double rule = height - RULE_ABOVE_ROWS;
        pen.linesUpTo(fit(heading, width * headingPart), pen.ink(), 0, rule - 26, Align.LEFT);
        pen.linesUpTo(fit(instrument, width * INSTRUMENT_PART), pen.muted(), 0, rule - 10.5, Align.LEFT);
        pen.linesUpTo(fit(subject, width * (1 - headingPart) - BETWEEN), pen.ink(), width, rule - 26, Align.RIGHT);
        pen.linesUpTo(fit(round, width * (1 - INSTRUMENT_PART) - BETWEEN), pen.muted(), width, rule - 10.5, Align.RIGHT);
        pen.draw(new Line2D.Double(0, rule, width, rule), pen.ink(), 1.2);
    }

    private FittedText fit(Part part, double room) {
        return fitter.fit(part.text(), part.style(), Room.oneLine(room));
    }
}
