package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.Block.Table.Align;
import be.zelfscan.report.pdf.LineBreaker.Line;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * Boxes of text side by side that break over pages together: a paragraph is a row of one, a list item a row of two. A short row is kept
 * whole; a longer one leaves at least two lines on either side of the break where it can. Heights in points.
 */
final class TextRow {
    private final List<Box> boxes;
    private final float padTop;
    private final float padBottom;
    private final float wholeUpTo;
    private final Decoration decoration;

    /** Text set to a width at a place across the page. */
    record Box(float x, float width, TypeStyle style, float drop, List<Line> lines, Align align, Optional<Color> fill) {
        static Box of(float x, float width, TypeStyle style, List<Line> lines) {
            return new Box(x, width, style, style.drop(), lines, Align.LEFT, Optional.empty());
        }

        float height() {
            return lines.size() * style.leading();
        }
    }

    /** Draws round a fragment of the row; the y is its top, {@code last} says that nothing of the row follows. */
    interface Decoration {
        Decoration NONE = (sheet, y, height, last) -> {};

        void draw(Sheet sheet, float y, float height, boolean last);
    }

    /** Puts the marks round what is drawn of a box. */
    interface Marks {
        Marks ARTIFACT = (pen, box, drawing) -> pen.artifact(drawing);

        void around(Pen pen, int box, Runnable drawing);
    }

    TextRow(List<Box> boxes, float padTop, float padBottom, float wholeUpTo, Decoration decoration) {
        this.boxes = List.copyOf(boxes);
        this.padTop = padTop;
        this.padBottom = padBottom;
        this.wholeUpTo = Math.min(wholeUpTo, Sheet.BODY_HEIGHT);
        this.decoration = decoration;
    }

    static TextRow paragraph(Box box) {
        return new TextRow(List.of(box), 0, 0, 3 * box.style().leading(), Decoration.NONE);
    }

    /** The same with this before its boxes. */
    TextRow with(Box before) {
        return new TextRow(Stream.concat(Stream.of(before), boxes.stream()).toList(), padTop, padBottom, wholeUpTo, decoration);
    }

    float height() {
        float height = 0;
        for (var box : boxes) {
            height = Math.max(height, box.height());
        }
        return padTop + height + padBottom;
    }

    static float height(List<TextRow> rows) {
        float height = 0;
        for (var row : rows) {
            height += row.height();
        }
        return height;
    }

    float firstHeight() {
        if (height() <= wholeUpTo) {
            return height();
        }
        float least = 0;
        for (var box : boxes) {
            least = Math.max(least, Math.min(2, box.lines().size()) * box.style().leading());
        }
        return padTop + least + padBottom;
    }

    /** All of it in one element. */
    void write(Sheet sheet, PdfStructureElement element) {
        write(sheet, (pen, box, drawing) -> pen.tagged(element, drawing), () -> {});
    }

    /** Each box in an element of its own. */
    void write(Sheet sheet, List<PdfStructureElement> elements) {
        write(sheet, (pen, box, drawing) -> pen.tagged(elements.get(box), drawing), () -> {});
    }

    /** @param afterBreak run at the top of each further page, before the row goes on */
    void write(Sheet sheet, Marks marks, Runnable afterBreak) {
        int[] done = new int[boxes.size()];
        if (!sheet.atTop() && sheet.remaining() < firstHeight()) {
            newPage(sheet, afterBreak);
        }
        while (true) {
            int[] until = fit(done, sheet.remaining() - padTop - padBottom);
            boolean last = finished(until);
            fragment(sheet, marks, done, until, last);
            if (last) {
                return;
            }
            System.arraycopy(until, 0, done, 0, done.length);
            newPage(sheet, afterBreak);
        }
    }

    private static void newPage(Sheet sheet, Runnable afterBreak) {
        sheet.newPage();
        afterBreak.run();
    }

    private int[] fit(int[] done, float room) {
        int[] until = new int[done.length];
        for (int at = 0; at < done.length; at++) {
            var box = boxes.get(at);
            int rest = box.lines().size() - done[at];
            int taken = Math.min(rest, Math.max(1, (int) Math.floor((room + 0.01f) / box.style().leading())));
            until[at] = done[at] + (rest - taken == 1 && taken > 2 ? taken - 1 : taken);
        }
        return until;
    }

    private boolean finished(int[] until) {
        for (int at = 0; at < until.length; at++) {
            if (until[at] < boxes.get(at).lines().size()) {
                return false;
            }
        }
        return true;
    }

    private void fragment(Sheet sheet, Marks marks, int[] from, int[] until, boolean last) {
        float inner = 0;
        for (int at = 0; at < until.length; at++) {
            inner = Math.max(inner, (until[at] - from[at]) * boxes.get(at).style().leading());
        }
        float height = padTop + inner + (last ? padBottom : 0);
        float y = sheet.y();
        decoration.draw(sheet, y, height, last);
        for (int at = 0; at < until.length; at++) {
            var box = boxes.get(at);
            var lines = box.lines().subList(from[at], until[at]);
            if (!lines.isEmpty()) {
                var pen = sheet.pen();
                marks.around(pen, at, () -> lines(pen, box, lines, y - padTop));
            }
        }
        sheet.advance(height);
    }

    private static void lines(Pen pen, Box box, List<Line> lines, float top) {
        float baseline = top - box.drop();
        for (var line : lines) {
            float slack = box.width() - line.width();
            float shift = switch (box.align()) {
                case LEFT -> 0;
                case RIGHT -> slack;
            };
            pen.text(box.x() + shift, baseline, line);
            baseline -= box.style().leading();
        }
    }
}
