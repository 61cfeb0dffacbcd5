package be.zelfscan.report.pdf;

/** Empty lines to write on by hand; decoration only. */
final class RuledLinesBlock implements Block {
    private static final float SPACING = 21;

    private final int lines;

    RuledLinesBlock(int lines) {
        this.lines = lines;
    }

    @Override
    public float firstHeight() {
        return Math.min(lines, 2) * SPACING;
    }

    @Override
    public float after() {
        return 10;
    }

    @Override
    public void write(Sheet sheet) {
        for (int at = 0; at < lines; at++) {
            if (sheet.remaining() < SPACING) {
                sheet.newPage();
            }
            sheet.advance(SPACING);
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.7f, Sheet.LEFT, sheet.y(), Sheet.WIDTH));
        }
    }
}
