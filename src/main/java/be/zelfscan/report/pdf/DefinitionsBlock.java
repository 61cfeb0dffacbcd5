package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** Terms at the left, what is said about them at the right, a hairline between; tagged as a list of labels and bodies. */
final class DefinitionsBlock implements Block {
    private static final float TERM_WIDTH = 132;
    private static final float GUTTER = 14;
    private static final float PAD = 4;
    private static final int WHOLE_LINES = 8;

    private final String continued;
    private final List<TextRow> rows = new ArrayList<>();

    DefinitionsBlock(String continued, List<Definition> definitions, LineBreaker breaker) {
        this.continued = continued;
        float x = Sheet.LEFT + TERM_WIDTH + GUTTER;
        float width = Sheet.WIDTH - TERM_WIDTH - GUTTER;
        for (var definition : definitions) {
            var term = TextRow.Box.of(Sheet.LEFT, TERM_WIDTH, TypeStyle.TERM, breaker.lines(definition.term(), TypeStyle.TERM, TERM_WIDTH));
            var value = TextRow.Box.of(x, width, TypeStyle.BODY, breaker.lines(definition.value(), TypeStyle.BODY, width));
            rows.add(new TextRow(List.of(term, value), PAD, PAD, WHOLE_LINES * TypeStyle.BODY.leading() + 2 * PAD,
                    DefinitionsBlock::hairline));
        }
    }

    @Override
    public float firstHeight() {
        return rows.getFirst().firstHeight();
    }

    @Override
    public float after() {
        return 9;
    }

    @Override
    public void write(Sheet sheet) {
        var list = Tags.list(sheet.root(), "None");
        sheet.continuing(continued);
        for (var row : rows) {
            var item = Tags.under(list, "LI");
            var elements = List.of(Tags.under(item, "Lbl"), Tags.under(item, "LBody"));
            row.write(sheet, (pen, box, drawing) -> pen.tagged(elements.get(box), drawing), () -> {});
        }
        sheet.continuing("");
    }

    private static void hairline(Sheet sheet, float y, float height, boolean last) {
        if (last) {
            var pen = sheet.pen();
            pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.5f, Sheet.LEFT, y - height, Sheet.WIDTH));
        }
    }
}
