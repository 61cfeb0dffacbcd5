package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** A list (L, with LI, Lbl and LBody). */
final class ListBlock implements Block {
    private static final float GAP = 3;

    private final ListMarker marker;
    private final List<TextRow> rows = new ArrayList<>();

    ListBlock(ListMarker marker, List<Inline> items, LineBreaker breaker) {
        this.marker = marker;
        float indent = marker.isNumber() && items.size() > 9 ? items.size() > 99 ? 27 : 21 : 17;
        float measure = marker == ListMarker.BOX ? Sheet.WIDTH : Sheet.MEASURE;
        var style = TypeStyle.MARKER.in(marker.colour());
        for (int at = 0; at < items.size(); at++) {
            float x = Sheet.LEFT + indent;
            float width = measure - indent;
            var label = TextRow.Box.of(Sheet.LEFT + 3, indent - 3, style, breaker.lines(marker.label(at + 1), style, indent));
            var body = TextRow.Box.of(x, width, TypeStyle.BODY, breaker.lines(items.get(at), TypeStyle.BODY, width));
            rows.add(new TextRow(List.of(label, body), 0, GAP, 3 * TypeStyle.BODY.leading() + GAP, TextRow.Decoration.NONE));
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
    public float after() {
        return 6;
    }

    @Override
    public void write(Sheet sheet) {
        var list = Tags.list(sheet.root(), marker.numbering());
        for (var row : rows) {
            var item = Tags.under(list, "LI");
            var elements = List.of(Tags.under(item, "Lbl"), Tags.under(item, "LBody"));
            row.write(sheet, (pen, box, drawing) -> pen.tagged(elements.get(box), drawing), () -> {});
        }
    }
}
