package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws a {@link Strip} (Figure): ● in the filled cell, ○ in the outlined one, an arrow towards it. */
final class StripBlock implements Block {
    private static final float GAP = 3;
    private static final float SIDE = 6;
    private static final float PAD = 6;
    private static final int MOST_LINES = 3;

    private final Strip strip;
    private final float cellWidth;
    private final float height;
    private final List<List<Line>> labels = new ArrayList<>();

    StripBlock(Strip strip, LineBreaker breaker) {
        this.strip = strip;
        int cells = strip.labels().size();
        this.cellWidth = (Sheet.WIDTH - GAP * (cells - 1)) / cells;
        int most = 1;
        for (int at = 0; at < cells; at++) {
            var lines = breaker.lines(mark(at) + CleanText.line(strip.labels().get(at)), style(at), cellWidth - 2 * SIDE);
            labels.add(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
            most = Math.max(most, labels.getLast().size());
        }
        this.height = most * TypeStyle.STRIP.leading() + 2 * PAD;
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

    private void draw(Pen pen, int cell, float y) {
        float x = Sheet.LEFT + cell * (cellWidth + GAP);
        var canvas = pen.canvas();
        canvas.setColorFill(strip.isFilled(cell) ? Ink.DEEP : strip.isOutlined(cell) ? Ink.PAPER : Ink.WASH);
        canvas.setColorStroke(Ink.DEEP);
        canvas.setLineWidth(1.2f);
        if (strip.isOutlined(cell) && !strip.isFilled(cell)) {
            canvas.roundRectangle(x + 0.6f, y + 0.6f, cellWidth - 1.2f, height - 1.2f, 2);
            canvas.fillStroke();
        } else {
            canvas.roundRectangle(x, y, cellWidth, height, 2);
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
        canvas.roundRectangle(x + 2.5f, y + 2.5f, cellWidth - 5, height - 5, 1);
        canvas.stroke();
    }

    private void label(Pen pen, int cell, float x, float y) {
        var style = style(cell);
        var lines = labels.get(cell);
        float baseline = y + (height + lines.size() * style.leading()) / 2 - style.drop();
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
