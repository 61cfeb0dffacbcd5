package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Table;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.PdfStructureElement;

/** A table: Table, THead and TBody, TR, TH with scope, TD; the repeated header row is an artifact. */
final class TableLayout implements Layout {
    private static final float PAD = 4;
    private static final float SIDE = 5;
    private static final float WHOLE_ROW = 150;
    /** The part of the width that one long word, such as an address, and one long line may claim for a column. */
    private static final float MOST_FOR_A_WORD = 0.4f;
    private static final float MOST_FOR_A_LINE = 0.6f;
    /** What widths may lose by rounding, in points. */
    private static final float SLACK = 0.5f;

    private final Table table;
    private final LineBreaker breaker;
    private final float[] lefts;
    private final TextRow header;
    private final List<TextRow> rows;

    TableLayout(Table table, LineBreaker breaker) {
        this.table = table;
        this.breaker = breaker;
        this.lefts = lefts(table, breaker);
        this.header = header();
        this.rows = table.rows().stream().map(this::row).toList();
    }

    @Override
    public float height() {
        return header.height() + TextRow.height(rows);
    }

    @Override
    public float firstHeight() {
        return header.height() + rows.getFirst().firstHeight() + (startsWithGroup() ? rows.get(1).firstHeight() : 0);
    }

    @Override
    public float before() {
        return 4;
    }

    @Override
    public float after() {
        return 12;
    }

    @Override
    public void write(Sheet sheet) {
        var element = Tags.under(sheet.root(), "Table");
        var headerElement = Tags.under(Tags.under(element, "THead"), "TR");
        var headers = table.columns().stream().map(column -> Tags.header(headerElement, "Column", 1)).toList();
        header.write(sheet, headers);
        var body = Tags.under(element, "TBody");
        for (int at = 0; at < rows.size(); at++) {
            if (sheet.remaining() < needed(at)) {
                sheet.newPage();
                repeatHeader(sheet);
            }
            var cells = elements(Tags.under(body, "TR"), table.rows().get(at));
            rows.get(at).write(sheet, (pen, box, drawing) -> pen.tagged(cells.get(box), drawing), () -> repeatHeader(sheet));
        }
    }

    /** A title stays with its first row, and the last row does not go on alone. */
    private float needed(int at) {
        float own = rows.get(at).firstHeight();
        boolean leads = table.rows().get(at) instanceof Table.Group && at + 1 < rows.size();
        boolean beforeLast = at == rows.size() - 2;
        return leads || beforeLast ? own + rows.get(at + 1).firstHeight() : own;
    }

    private boolean startsWithGroup() {
        return table.rows().getFirst() instanceof Table.Group && rows.size() > 1;
    }

    private void repeatHeader(Sheet sheet) {
        header.write(sheet, TextRow.Marks.ARTIFACT, () -> {});
    }

    private List<PdfStructureElement> elements(PdfStructureElement parent, Table.Row row) {
        return switch (row) {
            case Table.Group group -> List.of(Tags.header(parent, "Row", table.columns().size()));
            case Table.Cells cells -> IntStream.range(0, cells.cells().size()).mapToObj(
                    at -> at == 0 && table.rowHeaders() ? Tags.header(parent, "Row", 1) : Tags.under(parent, "TD")).toList();
        };
    }

    private TextRow header() {
        var boxes = new ArrayList<TextRow.Box>();
        for (int at = 0; at < table.columns().size(); at++) {
            var column = table.columns().get(at);
            boxes.add(box(at, TypeStyle.TABLE_HEAD, Inline.of(column.header()), Optional.empty()));
        }
        return new TextRow(boxes, PAD, PAD, Sheet.BODY_HEIGHT, (sheet, y, height, last) -> rule(sheet, y - height, true));
    }

    private TextRow row(Table.Row row) {
        var boxes = new ArrayList<TextRow.Box>();
        switch (row) {
            case Table.Group group -> {
                float width = Sheet.WIDTH - 2 * SIDE;
                boxes.add(TextRow.Box.of(Sheet.LEFT + SIDE, width, TypeStyle.TABLE_GROUP,
                        breaker.lines(group.title(), TypeStyle.TABLE_GROUP, width)));
            }
            case Table.Cells cells -> {
                for (int at = 0; at < cells.cells().size(); at++) {
                    var style = at == 0 && table.rowHeaders() ? TypeStyle.TABLE_ROW_HEAD : TypeStyle.TABLE;
                    var cell = cells.cells().get(at);
                    boxes.add(box(at, cell.fill().map(ground -> style.in(Ink.on(ground))).orElse(style), cell.text(), cell.fill()));
                }
            }
        }
        float above = row instanceof Table.Group ? PAD + 6 : PAD;
        return new TextRow(boxes, above, PAD, WHOLE_ROW, (sheet, y, height, last) -> decorate(sheet, boxes, y, height, last));
    }

    private TextRow.Box box(int column, TypeStyle style, Inline text, Optional<Color> fill) {
        float x = lefts[column] + SIDE;
        float width = lefts[column + 1] - lefts[column] - 2 * SIDE;
        return new TextRow.Box(x, width, style, style.drop(), breaker.lines(text, style, width), table.columns().get(column).align(), fill);
    }

    private static void decorate(Sheet sheet, List<TextRow.Box> boxes, float y, float height, boolean last) {
        var ground = sheet.ground();
        for (var box : boxes) {
            box.fill().ifPresent(colour -> ground.artifact(
                    () -> ground.fill(colour, box.x() - SIDE + 0.5f, y - height + 0.5f, box.width() + 2 * SIDE - 1, height - 1)));
        }
        if (last) {
            rule(sheet, y - height, false);
        }
    }

    private static void rule(Sheet sheet, float y, boolean strong) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(strong ? Ink.TEXT : Ink.HAIRLINE, strong ? 0.8f : 0.5f, Sheet.LEFT, y, Sheet.WIDTH));
    }

    /**
     * A column is at least as wide as its widest word, at most as wide as its longest line; what then is left goes by the shares. A table
     * with more and longer words than its width holds breaks them, with hyphens.
     */
    private static float[] lefts(Table table, LineBreaker breaker) {
        int columns = table.columns().size();
        float[] least = new float[columns];
        float[] most = new float[columns];
        float allLeast = 0;
        float allMost = 0;
        float shares = 0;
        for (int at = 0; at < columns; at++) {
            var extent = extent(table, at, breaker);
            least[at] = Math.min(Sheet.WIDTH * MOST_FOR_A_WORD, extent.word() + 2 * SIDE + SLACK);
            most[at] = Math.max(least[at], Math.min(Sheet.WIDTH * MOST_FOR_A_LINE, extent.line() + 2 * SIDE + SLACK));
            allLeast += least[at];
            allMost += most[at];
            shares += table.columns().get(at).share();
        }
        float[] lefts = new float[columns + 1];
        lefts[0] = Sheet.LEFT;
        for (int at = 0; at < columns; at++) {
            float width;
            if (allLeast > Sheet.WIDTH) {
                width = least[at] * Sheet.WIDTH / allLeast;
            } else if (allMost > Sheet.WIDTH) {
                width = least[at] + (most[at] - least[at]) * (Sheet.WIDTH - allLeast) / (allMost - allLeast);
            } else {
                width = most[at] + (Sheet.WIDTH - allMost) * table.columns().get(at).share() / shares;
            }
            lefts[at + 1] = lefts[at] + width;
        }
        return lefts;
    }

    /** @param word width of the widest word @param line width of the longest line */
    private record Extent(float word, float line) {
        Extent with(Inline text, TypeStyle style, LineBreaker breaker) {
            return new Extent(Math.max(word, breaker.widestWord(text, style)), Math.max(line, breaker.longestLine(text, style)));
        }
    }

    private static Extent extent(Table table, int column, LineBreaker breaker) {
        var extent = new Extent(0, 0).with(Inline.of(table.columns().get(column).header()), TypeStyle.TABLE_HEAD, breaker);
        var style = column == 0 && table.rowHeaders() ? TypeStyle.TABLE_ROW_HEAD : TypeStyle.TABLE;
        for (var row : table.rows()) {
            if (row instanceof Table.Cells cells) {
                extent = extent.with(cells.cells().get(column).text(), style, breaker);
            }
        }
        return extent;
    }
}
