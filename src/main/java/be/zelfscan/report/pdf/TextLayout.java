package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.Block.Table.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is set in rows of text only: mastheads (H1 and P), headings (H1–H3), paragraphs (P), lists (L, with LI, Lbl and LBody) and notes
 * (BlockQuote).
 *
 * @param whole whether it never breaks over pages
 * @param writing writes the rows with their tags
 */
record TextLayout(float before, float after, boolean keepsWithNext, boolean whole, List<TextRow> rows, Writing writing) implements Layout {
    private static final float LIST_GAP = 3;
    private static final float NOTE_INDENT = 12;
    private static final float NOTE_BAR = 2;
    private static final float NOTE_GAP = 6;

    private interface Writing {
        void write(Sheet sheet, List<TextRow> rows);
    }

    @Override
    public float height() {
        return TextRow.height(rows);
    }

    @Override
    public float firstHeight() {
        return whole ? height() : rows.getFirst().firstHeight();
    }

    @Override
    public void write(Sheet sheet) {
        writing.write(sheet, rows);
    }

    static TextLayout of(Block.Paragraph paragraph, LineBreaker breaker) {
        var style = TypeStyle.of(paragraph.style());
        var row = TextRow
                .paragraph(TextRow.Box.of(Sheet.LEFT, Sheet.MEASURE, style, breaker.lines(paragraph.text(), style, Sheet.MEASURE)));
        boolean label = paragraph.style() == Block.Paragraph.Style.LABEL;
        float after = switch (paragraph.style()) {
            case BODY, STRONG -> 7;
            case LEAD -> 9;
            case SMALL -> 5;
            case LABEL -> 3;
        };
        return new TextLayout(label ? 6 : 0, after, label, false, List.of(row),
                (sheet, rows) -> rows.getFirst().write(sheet, Tags.under(sheet.root(), "P")));
    }

    /** A heading comes with its bookmark; one of level 2 has a hairline beneath. */
    static TextLayout of(Block.Heading heading, LineBreaker breaker) {
        int level = heading.level();
        var style = TypeStyle.heading(level);
        var box = TextRow.Box.of(Sheet.LEFT, Sheet.WIDTH, style, breaker.lines(CleanText.line(heading.text()), style, Sheet.WIDTH));
        var row = new TextRow(List.of(box), 0, level == 2 ? 3 : 0, Sheet.BODY_HEIGHT,
                level == 2 ? TextLayout::underline : TextRow.Decoration.NONE);
        float before = switch (level) {
            case 1 -> 30;
            case 2 -> 20;
            default -> 15;
        };
        float after = switch (level) {
            case 1 -> 8;
            case 2 -> 9;
            default -> 4;
        };
        return new TextLayout(before, after, true, false, List.of(row), (sheet, rows) -> {
            sheet.bookmark(level, CleanText.line(heading.bookmark()));
            rows.getFirst().write(sheet, Tags.under(sheet.root(), "H" + level));
        });
    }

    private static void underline(Sheet sheet, float y, float height, boolean last) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.6f, Sheet.LEFT, y - height, Sheet.WIDTH));
    }

    static TextLayout of(Block.Items items, LineBreaker breaker) {
        var marker = items.marker();
        boolean numbered = marker == Block.Items.Marker.NUMBER || marker == Block.Items.Marker.PICKED_NUMBER;
        int count = items.items().size();
        float indent = numbered && count > 9 ? count > 99 ? 27 : 21 : 17;
        float measure = marker == Block.Items.Marker.BOX ? Sheet.WIDTH : Sheet.MEASURE;
        var style = TypeStyle.MARKER.in(switch (marker) {
            case BULLET, NUMBER -> Ink.MUTED;
            case BOX -> Ink.TEXT;
            case PICKED_NUMBER, PICKED_STAR -> Ink.PICKED;
        });
        List<TextRow> all = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            float width = measure - indent;
            var label = TextRow.Box.of(Sheet.LEFT + 3, indent - 3, style, breaker.lines(label(marker, at + 1), style, indent));
            var body = TextRow.Box.of(Sheet.LEFT + indent, width, TypeStyle.BODY,
                    breaker.lines(items.items().get(at), TypeStyle.BODY, width));
            all.add(new TextRow(List.of(label, body), 0, LIST_GAP, 3 * TypeStyle.BODY.leading() + LIST_GAP, TextRow.Decoration.NONE));
        }
        String numbering = numbered ? "Decimal" : marker == Block.Items.Marker.BOX ? "Square" : "Disc";
        return new TextLayout(0, 6, false, false, all, (sheet, rows) -> {
            var list = Tags.list(sheet.root(), numbering);
            for (var row : rows) {
                var item = Tags.under(list, "LI");
                row.write(sheet, List.of(Tags.under(item, "Lbl"), Tags.under(item, "LBody")));
            }
        });
    }

    private static String label(Block.Items.Marker marker, int number) {
        return switch (marker) {
            case BULLET -> "•";
            case NUMBER, PICKED_NUMBER -> number + ".";
            case BOX -> "□";
            case PICKED_STAR -> "★";
        };
    }

    static TextLayout of(Block.Note note, LineBreaker breaker) {
        List<TextRow> all = new ArrayList<>();
        var paragraphs = paragraphs(note.text());
        for (int at = 0; at < paragraphs.size(); at++) {
            float gap = at + 1 < paragraphs.size() ? NOTE_GAP : 0;
            all.add(besideBar(paragraphs.get(at), Sheet.LEFT, Sheet.MEASURE, gap, TextRow.Decoration.NONE, breaker));
        }
        return new TextLayout(2, 9, false, false, all, (sheet, rows) -> {
            var quote = Tags.under(sheet.root(), "BlockQuote");
            rows.forEach(row -> row.write(sheet, Tags.under(quote, "P")));
        });
    }

    /**
     * Somebody's own words beside a bar.
     *
     * @param width of bar and text
     * @param below beneath the text; the bar does not reach into it where something is drawn there
     */
    static TextRow besideBar(String text, float x, float width, float below, TextRow.Decoration other, LineBreaker breaker) {
        float measure = width - NOTE_INDENT;
        var box = TextRow.Box.of(x + NOTE_INDENT, measure, TypeStyle.BODY, breaker.lines(text, TypeStyle.BODY, measure));
        return new TextRow(List.of(box), 0, below, 3 * TypeStyle.BODY.leading() + below, (sheet, y, height, last) -> {
            float bar = last && other != TextRow.Decoration.NONE ? height - below : height;
            var pen = sheet.pen();
            pen.artifact(() -> pen.fill(Ink.HAIRLINE, x, y - bar, NOTE_BAR, bar));
            other.draw(sheet, y, height, last);
        });
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

    /** Two halves on common baselines, with a rule beneath. */
    static TextLayout of(Block.Masthead masthead, LineBreaker breaker) {
        var heading = TypeStyle.heading(1);
        var halves = Halves.of(masthead, breaker);
        var upper = halves.row(masthead.title(), heading, masthead.owner(), TypeStyle.OWNER, 0, TextRow.Decoration.NONE);
        var lower = halves.row(masthead.subtitle(), TypeStyle.SUBTITLE, masthead.moment(), TypeStyle.SUBTITLE, 9, TextLayout::rule);
        return new TextLayout(0, 14, true, true, List.of(upper, lower), (sheet, rows) -> {
            sheet.bookmark(1, CleanText.line(masthead.title()));
            for (var row : rows) {
                String left = row == upper ? "H1" : "P";
                row.write(sheet, (pen, box, drawing) -> pen.tagged(Tags.under(sheet.root(), box == 0 ? left : "P"), drawing), () -> {});
            }
        });
    }

    private static void rule(Sheet sheet, float y, float height, boolean last) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(Ink.TEXT, 1.1f, Sheet.LEFT, y - height, Sheet.WIDTH));
    }

    /** The right half takes the width that its texts need, if the left half then keeps the width of its own or half the page. */
    private record Halves(LineBreaker breaker, float right) {
        private static final float GUTTER = 16;
        private static final float LEAST_LEFT = 150;

        static Halves of(Block.Masthead masthead, LineBreaker breaker) {
            float right = Math.max(natural(breaker, masthead.owner(), TypeStyle.OWNER),
                    natural(breaker, masthead.moment(), TypeStyle.SUBTITLE));
            float left = Math.max(natural(breaker, masthead.title(), TypeStyle.heading(1)),
                    natural(breaker, masthead.subtitle(), TypeStyle.SUBTITLE));
            float most = Sheet.WIDTH - GUTTER - Math.clamp(left + 1, LEAST_LEFT, Sheet.WIDTH / 2);
            return new Halves(breaker, Math.min(most, right + 1));
        }

        private static float natural(LineBreaker breaker, String text, TypeStyle style) {
            return breaker.single(text, style, Sheet.WIDTH).width();
        }

        TextRow row(String left, TypeStyle leftStyle, String rightText, TypeStyle rightStyle, float padBottom,
                TextRow.Decoration decoration) {
            float leftWidth = Sheet.WIDTH - GUTTER - right;
            float drop = leftStyle.drop(); // both on one baseline
            var boxes = List.of(box(left, leftStyle, drop, Sheet.LEFT, leftWidth, Align.LEFT),
                    box(rightText, rightStyle, drop, Sheet.LEFT + leftWidth + GUTTER, right, Align.RIGHT));
            return new TextRow(boxes, 0, padBottom, Sheet.BODY_HEIGHT, decoration);
        }

        private TextRow.Box box(String text, TypeStyle style, float drop, float x, float width, Align align) {
            return new TextRow.Box(x, width, style, drop, breaker.lines(CleanText.line(text), style, width), align, Optional.empty());
        }
    }
}
