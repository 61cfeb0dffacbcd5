package be.zelfscan.report.pdf;

import java.util.List;
import java.util.Optional;

/** Sets a {@link Masthead}: H1 and three P, with a rule beneath. */
final class MastheadBlock implements Block {
    private static final float LEFT_WIDTH = 300;
    private static final float GUTTER = 14;
    private static final float RIGHT_WIDTH = Sheet.WIDTH - LEFT_WIDTH - GUTTER;

    private final Masthead masthead;
    private final Outline outline;
    private final TextRow upper;
    private final TextRow lower;

    MastheadBlock(Masthead masthead, Outline outline, LineBreaker breaker) {
        this.masthead = masthead;
        this.outline = outline;
        var heading = TypeStyle.heading(1);
        this.upper = row(breaker, masthead.title(), heading, masthead.owner(), TypeStyle.OWNER, 0, TextRow.Decoration.NONE);
        this.lower = row(breaker, masthead.subtitle(), TypeStyle.SUBTITLE, masthead.moment(), TypeStyle.SUBTITLE, 9, MastheadBlock::rule);
    }

    @Override
    public float firstHeight() {
        return upper.height() + lower.height();
    }

    @Override
    public float after() {
        return 14;
    }

    @Override
    public boolean keepsWithNext() {
        return true;
    }

    @Override
    public void write(Sheet sheet) {
        outline.add(1, CleanText.line(masthead.title()), sheet);
        write(sheet, upper, "H1");
        write(sheet, lower, "P");
    }

    private static void write(Sheet sheet, TextRow row, String leftType) {
        row.write(sheet, (pen, box, drawing) -> pen.tagged(Tags.under(sheet.root(), box == 0 ? leftType : "P"), drawing), () -> {});
    }

    private static TextRow row(LineBreaker breaker, String left, TypeStyle leftStyle, String right, TypeStyle rightStyle, float padBottom,
            TextRow.Decoration decoration) {
        float drop = leftStyle.drop(); // both on one baseline
        var boxes = List.of(
                new TextRow.Box(Sheet.LEFT, LEFT_WIDTH, leftStyle, drop, breaker.lines(CleanText.line(left), leftStyle, LEFT_WIDTH), Align.LEFT,
                        Optional.empty()),
                new TextRow.Box(Sheet.LEFT + LEFT_WIDTH + GUTTER, RIGHT_WIDTH, rightStyle, drop,
                        breaker.lines(CleanText.line(right), rightStyle, RIGHT_WIDTH), Align.RIGHT, Optional.empty()));
        return new TextRow(boxes, 0, padBottom, Sheet.BODY_HEIGHT, decoration);
    }

    private static void rule(Sheet sheet, float y, float height, boolean last) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(Ink.TEXT, 1.1f, Sheet.LEFT, y - height, Sheet.WIDTH));
    }
}
