package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * Terms at the left, what is said about them at the right with notes beside a bar, a hairline between; tagged as a list of labels and
 * bodies.
 */
final class DefinitionsLayout implements Layout {
    private static final float TERM_WIDTH = 132;
    private static final float GUTTER = 14;
    private static final float PAD = 4;
    private static final int WHOLE_LINES = 8;

    private final String continued;
    private final List<Item> items = new ArrayList<>();

    private record Item(TextRow row, Optional<TextRow> note) {
        float height() {
            return row.height() + note.map(TextRow::height).orElse(0f);
        }
    }

    DefinitionsLayout(Block.Definitions definitions, LineBreaker breaker) {
        this.continued = CleanText.line(definitions.continued());
        float x = Sheet.LEFT + TERM_WIDTH + GUTTER;
        float width = Sheet.WIDTH - TERM_WIDTH - GUTTER;
        for (var definition : definitions.definitions()) {
            var term = breaker.lines(definition.term(), TypeStyle.TERM, TERM_WIDTH);
            var value = breaker.lines(definition.value(), TypeStyle.BODY, width);
            boolean noted = !CleanText.line(definition.note()).isEmpty();
            int beside = noted ? Math.min(term.size(), value.size()) : term.size(); // the rest of the term stands beside the note
            TextRow.Box rest = term(term.subList(beside, term.size()));
            var row = new TextRow(List.of(term(term.subList(0, beside)), TextRow.Box.of(x, width, TypeStyle.BODY, value)), PAD,
                    noted ? PAD / 2 : PAD, WHOLE_LINES * TypeStyle.BODY.leading() + 2 * PAD,
                    noted ? TextRow.Decoration.NONE : DefinitionsLayout::hairline);
            items.add(new Item(row, Optional.of(definition.note()).filter(note -> noted)
                    .map(note -> TextLayout.besideBar(note.strip(), x, width, PAD + 2, DefinitionsLayout::hairline, breaker)
                            .with(rest))));
        }
    }

    private static TextRow.Box term(List<LineBreaker.Line> lines) {
        return TextRow.Box.of(Sheet.LEFT, TERM_WIDTH, TypeStyle.TERM, lines);
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
        var label = Tags.under(element, "Lbl");
        item.row().write(sheet, List.of(label, Tags.under(element, "LBody")));
        item.note().ifPresent(note -> note.write(sheet, List.of(label, Tags.under(element, "LBody"))));
    }

    private static void hairline(Sheet sheet, float y, float height, boolean last) {
        if (last) {
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.5f, Sheet.LEFT, y - height, Sheet.WIDTH));
        }
    }
}
