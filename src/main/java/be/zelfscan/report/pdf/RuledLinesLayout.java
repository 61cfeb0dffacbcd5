package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.LineBreaker.Line;

/** Empty lines to write on by hand, the first perhaps after a label (P); the lines are decoration only. */
final class RuledLinesLayout implements Layout {
    /** So many stay together. */
    private static final int FEW = 5;
    private static final float SPACING = 20;
    private static final float BEFORE = 4;
    private static final float ABOVE_LINE = 3;
    private static final float AFTER_LABEL = 8;

    private final Line label;
    private final int lines;

    RuledLinesLayout(Block.RuledLines block, LineBreaker breaker) {
        this.label = breaker.single(block.label(), TypeStyle.of(Block.Paragraph.Style.LABEL), Sheet.WIDTH);
        this.lines = block.lines();
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
        return (lines <= FEW ? lines : 2) * SPACING;
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
            float start = at == 0 && !label.runs().isEmpty() ? label(sheet) : 0;
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.7f, Sheet.LEFT + start, sheet.y(), Sheet.WIDTH - start));
        }
    }

    private float label(Sheet sheet) {
        var pen = sheet.pen();
        pen.tagged(Tags.under(sheet.root(), "P"), () -> pen.text(Sheet.LEFT, sheet.y() + ABOVE_LINE, label));
        return label.width() + AFTER_LABEL;
    }
}
