package be.zelfscan.report.pdf;

/** A paragraph (P). */
final class ParagraphBlock implements Block {
    private final ParagraphStyle style;
    private final TextRow row;

    ParagraphBlock(Inline text, ParagraphStyle style, LineBreaker breaker) {
        this.style = style;
        this.row = TextRow
                .paragraph(TextRow.Box.of(Sheet.LEFT, Sheet.MEASURE, style.type(), breaker.lines(text, style.type(), Sheet.MEASURE)));
    }

    @Override
    public float height() {
        return row.height();
    }

    @Override
    public float firstHeight() {
        return row.firstHeight();
    }

    @Override
    public float before() {
        return style.before();
    }

    @Override
    public float after() {
        return style.after();
    }

    @Override
    public boolean keepsWithNext() {
        return style == ParagraphStyle.LABEL;
    }

    @Override
    public void write(Sheet sheet) {
        var element = Tags.under(sheet.root(), "P");
        row.write(sheet, (pen, box, drawing) -> pen.tagged(element, drawing), () -> {});
    }
}
