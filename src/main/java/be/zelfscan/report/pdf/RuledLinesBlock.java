package be.zelfscan.report.pdf;

import java.util.Optional;

/** Empty lines to write on by hand, the first perhaps after a label (P); the lines are decoration only. */
final class RuledLinesBlock implements Block {
    private static final float SPACING = 20;
    private static final float BEFORE = 4;
    private static final float ABOVE_LINE = 3;
    private static final float AFTER_LABEL = 8;

    private final Optional<Line> label;
    private final int lines;

    RuledLinesBlock(Optional<Line> label, int lines) {
        this.label = label;
        this.lines = lines;
    }

    static int fitting(float height) {
        return (int) ((height - BEFORE) / SPACING);
    }

    @Override
    public float height() {
        return lines * SPACING;
    }

    @Override
    public float firstHeight() {
        return Math.min(lines, 2) * SPACING;
    }

    @Override
    public float before() {
        return BEFORE;
    }

    @Override
    public float after() {
        return 12;
    }

    @Override
    public void write(Sheet sheet) {
        for (int at = 0; at < lines; at++) {
            if (sheet.remaining() < SPACING) {
                sheet.newPage();
            }
            sheet.advance(SPACING);
            float start = at == 0 ? label.map(line -> label(sheet, line)).orElse(0f) : 0;
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.7f, Sheet.LEFT + start, sheet.y(), Sheet.WIDTH - start));
        }
    }

    private static float label(Sheet sheet, Line line) {
        var pen = sheet.pen();
        pen.tagged(Tags.under(sheet.root(), "P"), () -> pen.text(Sheet.LEFT, sheet.y() + ABOVE_LINE, line));
        return line.width() + AFTER_LABEL;
    }
}
