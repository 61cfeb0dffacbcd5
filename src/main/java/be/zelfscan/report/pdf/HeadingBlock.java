package be.zelfscan.report.pdf;

import java.util.List;

/** A heading (H1–H3) with its bookmark; a heading of level 2 has a hairline beneath. */
final class HeadingBlock implements Block {
    private final int level;
    private final String bookmark;
    private final Outline outline;
    private final TextRow row;

    HeadingBlock(int level, String text, String bookmark, Outline outline, LineBreaker breaker) {
        this.level = level;
        this.bookmark = bookmark;
        this.outline = outline;
        var style = TypeStyle.heading(level);
        var box = TextRow.Box.of(Sheet.LEFT, Sheet.WIDTH, style, breaker.lines(text, style, Sheet.WIDTH));
        this.row = new TextRow(List.of(box), 0, level == 2 ? 3 : 0, Sheet.BODY_HEIGHT,
                level == 2 ? HeadingBlock::underline : TextRow.Decoration.NONE);
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
        return switch (level) {
            case 1 -> 18;
            case 2 -> 20;
            default -> 15;
        };
    }

    @Override
    public float after() {
        return switch (level) {
            case 1 -> 8;
            case 2 -> 9;
            default -> 4;
        };
    }

    @Override
    public boolean keepsWithNext() {
        return true;
    }

    @Override
    public void write(Sheet sheet) {
        outline.add(level, bookmark, sheet);
        var element = Tags.under(sheet.root(), "H" + level);
        row.write(sheet, (pen, box, drawing) -> pen.tagged(element, drawing), () -> {});
    }

    private static void underline(Sheet sheet, float y, float height, boolean last) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(Ink.HAIRLINE, 0.6f, Sheet.LEFT, y - height, Sheet.WIDTH));
    }
}
