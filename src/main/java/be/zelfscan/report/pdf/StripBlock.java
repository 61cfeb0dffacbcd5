package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws a {@link Strip} (Figure): ● in the filled cell, an arrow in the outlined one; in as many rows as it takes for a word to fit in a cell. */
final class StripBlock implements Block {
    private static final float GAP = 3;
    private static final float SIDE = 6;
    private static final float PAD = 6;

    private final Strip strip;
    private final int columns;
    private final float cellWidth;
    private final float row;
    private final float height;
    private final List<List<Line>> labels = new ArrayList<>();

    StripBlock(Strip strip, LineBreaker breaker) {
        this.strip = strip;
        int cells = strip.labels().size();
        int rows = 1;
        while (rows < cells && widest(breaker) + 2 * SIDE > width(columns(cells, rows))) {
            rows++;
        }
        this.columns = columns(cells, rows);
        this.cellWidth = width(columns);
        int most = 1;
        for (int at = 0; at < cells; at++) {
            labels.add(breaker.lines(mark(at) + CleanText.line(strip.labels().get(at)), style(at), cellWidth - 2 * SIDE));
            most = Math.max(most, labels.getLast().size());
        }
        this.row = most * TypeStyle.STRIP.leading() + 2 * PAD;
        this.height = columns(cells, columns) * (row + GAP) - GAP;
    }

    private static int columns(int cells, int rows) {
        return (cells + rows - 1) / rows;
    }

    private static float width(int columns) {
        return (Sheet.WIDTH - GAP * (columns - 1)) / columns;
    }

    /** The widest word of the labels, which no cell breaks. */
    private float widest(LineBreaker breaker) {
        float widest = 0;
        for (int at = 0; at < strip.labels().size(); at++) {
            widest = Math.max(widest, breaker.widestWord(Inline.of(mark(at) + CleanText.line(strip.labels().get(at))), style(at)));
        }
        return widest;
    }

    @Override
    public float height() {
        return height;
    }

    @Override
    public float firstHeight() {
        return height;
    }

    @Override
    public float before() {
        return 3;
    }

    @Override
    public float after() {
        return 9;
    }

    @Override
    public void write(Sheet sheet) {
        float y = sheet.y() - height;
        var pen = sheet.pen();
        var element = Tags.figure(sheet.root(), CleanText.line(strip.alternative()), Sheet.LEFT, y, Sheet.WIDTH, height);
        pen.tagged(element, () -> {
            for (int cell = 0; cell < labels.size(); cell++) {
                draw(pen, cell, y);
            }
        });
        sheet.advance(height);
    }

    private void draw(Pen pen, int cell, float bottom) {
        float x = Sheet.LEFT + cell % columns * (cellWidth + GAP);
        float y = bottom + height - row - cell / columns * (row + GAP);
        var canvas = pen.canvas();
        canvas.setColorFill(strip.isFilled(cell) ? Ink.DEEP : strip.isOutlined(cell) ? Ink.PAPER : Ink.WASH);
        canvas.setColorStroke(Ink.DEEP);
        canvas.setLineWidth(1.2f);
        if (strip.isOutlined(cell) && !strip.isFilled(cell)) {
            canvas.roundRectangle(x + 0.6f, y + 0.6f, cellWidth - 1.2f, row - 1.2f, 2);
            canvas.fillStroke();
        } else {
            canvas.roundRectangle(x, y, cellWidth, row, 2);
            canvas.fill();
        }
        if (strip.isOutlined(cell) && strip.isFilled(cell)) {
            ring(canvas, x, y);
        }
        label(pen, cell, x, y);
    }

    private void ring(PdfContentByte canvas, float x, float y) {
        canvas.setColorStroke(Ink.PAPER);
        canvas.setLineWidth(1);
        canvas.roundRectangle(x + 2.5f, y + 2.5f, cellWidth - 5, row - 5, 1);
        canvas.stroke();
    }

    private void label(Pen pen, int cell, float x, float y) {
        var style = style(cell);
        var lines = labels.get(cell);
        float baseline = y + (row + lines.size() * style.leading()) / 2 - style.drop();
        for (var line : lines) {
            pen.text(x + (cellWidth - line.width()) / 2, baseline, line);
            baseline -= style.leading();
        }
    }

    private String mark(int cell) {
        if (strip.isFilled(cell)) {
            return "● ";
        }
        return strip.isOutlined(cell) ? "→ " : "";
    }

    private TypeStyle style(int cell) {
        var style = TypeStyle.STRIP;
        if (strip.isFilled(cell)) {
            return new TypeStyle(Typeface.SEMIBOLD, style.size(), style.leading(), Ink.PAPER);
        }
        return strip.isOutlined(cell) ? new TypeStyle(Typeface.SEMIBOLD, style.size(), style.leading(), Ink.DEEP) : style;
    }
}
