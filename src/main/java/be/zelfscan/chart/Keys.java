package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.ArrayList;
import java.util.List;

/** The legend of a chart of many centres: marks with their meaning, as many in a line as fit, and notes under them. */
final class Keys {
    private static final double AFTER_MARK = 4.5;
    private static final double BETWEEN = 13;
    private static final int NOTE_LINES = 3;

    private final SheetDefinition definition;
    private final Fonts fonts;
    private final TextFitter fitter;
    private final List<Placed> placed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Draws a mark between its left edge and the text, around a line. */
    interface Mark {
        void paint(Pen pen, double left, double axis);
    }

    /** A mark with its meaning; {@code line} counts from 0. */
    record Placed(Mark mark, FittedText label, double left, double textLeft, int line) {}

    Keys(SheetDefinition definition, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
        this.fitter = new TextFitter(fonts);
    }

    /** @param width room for the mark, in points */
    Keys add(double width, Mark mark, String meaning) {
        double whole = definition.sheet().width();
        FittedText label = fitter.fit(meaning, definition.type().legend(), Room.oneLine(whole - width - AFTER_MARK));
        double length = width + AFTER_MARK + fonts.width(label.lines().getFirst(), label.font());
        double left = placed.isEmpty() ? 0 : end(placed.getLast()) + BETWEEN;
        int line = placed.isEmpty() ? 0 : placed.getLast().line();
        if (left + length > whole) {
            left = 0;
            line++;
        }
        placed.add(new Placed(mark, label, left, left + width + AFTER_MARK, line));
        return this;
    }

    Keys note(String text) {
        notes.addAll(
                fitter.fit(text, definition.type().note(), new Room(definition.sheet().width(), NOTE_LINES, Double.MAX_VALUE)).lines());
        return this;
    }

    private double end(Placed key) {
        return key.textLeft() + fonts.width(key.label().lines().getFirst(), key.label().font());
    }

    double height() {
        return lines() * definition.sheet().legendLine() + notes.size() * definition.sheet().noteLine();
    }

    private int lines() {
        return placed.isEmpty() ? 0 : placed.getLast().line() + 1;
    }

    void paint(Pen pen, double top) {
        Sheet sheet = definition.sheet();
        for (Placed key : placed) {
            double axis = top + (key.line() + 0.5) * sheet.legendLine();
            key.mark().paint(pen, key.left(), axis);
            pen.linesAround(key.label(), pen.ink(), key.textLeft(), axis, Pen.Align.LEFT);
        }
        double baseline = top + lines() * sheet.legendLine();
        double descent = definition.type().note().size() * LegendPainter.DESCENT;
        for (String note : notes) {
            baseline += sheet.noteLine();
            pen.text(note, pen.font(definition.type().note()), pen.muted(), 0, baseline - descent, Pen.Align.LEFT);
        }
    }
}
