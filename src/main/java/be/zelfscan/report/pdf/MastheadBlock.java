package be.zelfscan.report.pdf;

import java.util.List;
import java.util.Optional;

/** Sets a {@link Masthead}: H1 and three P, with a rule beneath. */
final class MastheadBlock implements Block {
    private static final float GUTTER = 16;
    private static final float LEAST_LEFT = 150;

    private final Masthead masthead;
    private final Outline outline;
    private final TextRow upper;
    private final TextRow lower;

    MastheadBlock(Masthead masthead, Outline outline, LineBreaker breaker) {
        this.masthead = masthead;
        this.outline = outline;
        var heading = TypeStyle.heading(1);
        float right = Math.max(natural(breaker, masthead.owner(), TypeStyle.OWNER),
                natural(breaker, masthead.moment(), TypeStyle.SUBTITLE));
        float left = Math.max(natural(breaker, masthead.title(), heading), natural(breaker, masthead.subtitle(), TypeStyle.SUBTITLE));
        float most = Sheet.WIDTH - GUTTER - Math.clamp(left + 1, LEAST_LEFT, Sheet.WIDTH / 2);
        var halves = new Halves(breaker, Math.min(most, right + 1));
        this.upper = halves.row(masthead.title(), heading, masthead.owner(), TypeStyle.OWNER, 0, TextRow.Decoration.NONE);
        this.lower = halves.row(masthead.subtitle(), TypeStyle.SUBTITLE, masthead.moment(), TypeStyle.SUBTITLE, 9, MastheadBlock::rule);
    }

    @Override
    public float height() {
        return upper.height() + lower.height();
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

    private static float natural(LineBreaker breaker, String text, TypeStyle style) {
        return breaker.single(text, style, Sheet.WIDTH).width();
    }

    private static void rule(Sheet sheet, float y, float height, boolean last) {
        var pen = sheet.pen();
        pen.artifact(() -> pen.rule(Ink.TEXT, 1.1f, Sheet.LEFT, y - height, Sheet.WIDTH));
    }

    /** The right half takes the width that its texts need, if the left half then keeps the width of its own or half the page. */
    private record Halves(LineBreaker breaker, float right) {
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
