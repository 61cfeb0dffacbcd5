package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** What somebody wrote, in full, beside a bar (BlockQuote with a P for each paragraph). Blank lines separate paragraphs; newlines stay. */
final class NoteBlock implements Block {
    static final float INDENT = 12;
    private static final float BAR = 2;
    private static final float GAP = 6;

    private final List<TextRow> rows = new ArrayList<>();

    NoteBlock(String text, LineBreaker breaker) {
        float width = Sheet.MEASURE - INDENT;
        var paragraphs = paragraphs(text);
        for (int at = 0; at < paragraphs.size(); at++) {
            var box = TextRow.Box.of(Sheet.LEFT + INDENT, width, TypeStyle.BODY, breaker.lines(paragraphs.get(at), TypeStyle.BODY, width));
            float gap = at + 1 < paragraphs.size() ? GAP : 0;
            rows.add(new TextRow(List.of(box), 0, gap, 3 * TypeStyle.BODY.leading() + gap,
                    (sheet, y, height, last) -> bar(sheet, Sheet.LEFT, y, height)));
        }
    }

    @Override
    public float height() {
        return TextRow.height(rows);
    }

    @Override
    public float firstHeight() {
        return rows.getFirst().firstHeight();
    }

    @Override
    public float before() {
        return 2;
    }

    @Override
    public float after() {
        return 9;
    }

    @Override
    public void write(Sheet sheet) {
        var quote = Tags.under(sheet.root(), "BlockQuote");
        for (var row : rows) {
            var paragraph = Tags.under(quote, "P");
            row.write(sheet, (pen, box, drawing) -> pen.tagged(paragraph, drawing), () -> {});
        }
    }

    private static List<String> paragraphs(String text) {
        var result = new ArrayList<String>();
        var current = new StringBuilder();
        for (String line : CleanText.of(text).split("\n", -1)) {
            if (!line.isBlank()) {
                current.append(current.isEmpty() ? "" : "\n").append(line);
            } else if (!current.isEmpty()) {
                result.add(current.toString());
                current.setLength(0);
            }
        }
        if (!current.isEmpty()) {
            result.add(current.toString());
        }
        return result;
    }

    /** The bar beside somebody's own words. */
    static void bar(Sheet sheet, float x, float y, float height) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.fill(Ink.HAIRLINE, x, y - height, BAR, height));
    }
}
