package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfStructureElement;

/** Terms at the left, what is said about them at the right with notes beside a bar, a hairline between; tagged as a list of labels and bodies. */
final class DefinitionsBlock implements Block {
    private static final float TERM_WIDTH = 132;
    private static final float GUTTER = 14;
    private static final float PAD = 4;
    private static final int WHOLE_LINES = 8;

    private final String continued;
    private final List<Item> items = new ArrayList<>();

    /** @param note one row, or none */
    private record Item(TextRow row, List<TextRow> note) {
        float height() {
            return row.height() + TextRow.height(note);
        }
    }

    DefinitionsBlock(String continued, List<Definition> definitions, LineBreaker breaker) {
        this.continued = continued;
        float x = Sheet.LEFT + TERM_WIDTH + GUTTER;
        float width = Sheet.WIDTH - TERM_WIDTH - GUTTER;
        for (var definition : definitions) {
            var term = TextRow.Box.of(Sheet.LEFT, TERM_WIDTH, TypeStyle.TERM, breaker.lines(definition.term(), TypeStyle.TERM, TERM_WIDTH));
            var value = TextRow.Box.of(x, width, TypeStyle.BODY, breaker.lines(definition.value(), TypeStyle.BODY, width));
            boolean noted = !CleanText.line(definition.note()).isEmpty();
            var row = new TextRow(List.of(term, value), PAD, noted ? PAD / 2 : PAD, WHOLE_LINES * TypeStyle.BODY.leading() + 2 * PAD,
                    noted ? TextRow.Decoration.NONE : DefinitionsBlock::hairline);
            items.add(new Item(row, noted ? List.of(note(definition.note(), x, width, breaker)) : List.of()));
        }
    }

    private static TextRow note(String text, float x, float width, LineBreaker breaker) {
        float left = x + NoteBlock.INDENT;
        var box = TextRow.Box.of(left, width - NoteBlock.INDENT, TypeStyle.BODY,
                breaker.lines(text.strip(), TypeStyle.BODY, width - NoteBlock.INDENT));
        return new TextRow(List.of(box), 0, PAD + 2, 3 * TypeStyle.BODY.leading() + PAD + 2, (sheet, y, height, last) -> {
            NoteBlock.bar(sheet, x, y, last ? height - PAD - 2 : height);
            hairline(sheet, y, height, last);
        });
    }

    @Override
    public float height() {
        float height = 0;
        for (var item : items) {
            height += item.height();
        }
        return height;
    }

    @Override
    public float firstHeight() {
        return items.getFirst().row().firstHeight();
    }

    @Override
    public float after() {
        return 9;
    }

    @Override
    public void write(Sheet sheet) {
        var list = Tags.list(sheet.root(), "None");
        sheet.continuing(continued);
        for (int at = 0; at < items.size(); at++) {
            if (at == items.size() - 2 && sheet.remaining() < items.get(at).height() + items.getLast().row().firstHeight()
                    && items.get(at).height() + items.getLast().row().firstHeight() < Sheet.BODY_HEIGHT / 2 && !sheet.atTop()) {
                sheet.newPage(); // the last one does not go on alone
            }
            write(sheet, list, items.get(at));
        }
        sheet.continuing("");
    }

    private static void write(Sheet sheet, PdfStructureElement list, Item item) {
        var element = Tags.under(list, "LI");
        var elements = List.of(Tags.under(element, "Lbl"), Tags.under(element, "LBody"));
        item.row().write(sheet, (pen, box, drawing) -> pen.tagged(elements.get(box), drawing), () -> {});
        for (var note : item.note()) {
            var body = Tags.under(element, "LBody");
            note.write(sheet, (pen, box, drawing) -> pen.tagged(body, drawing), () -> {});
        }
    }

    private static void hairline(Sheet sheet, float y, float height, boolean last) {
        if (last) {
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.5f, Sheet.LEFT, y - height, Sheet.WIDTH));
        }
    }
}
