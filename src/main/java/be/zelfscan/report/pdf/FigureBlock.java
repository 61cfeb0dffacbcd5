package be.zelfscan.report.pdf;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/** A vector drawing (Figure with alternative text and bounding box), never split. */
final class FigureBlock implements Block {
    private final float width;
    private final float height;
    private final String alternative;
    private final Consumer<Graphics2D> painter;
    private final float after;

    FigureBlock(float width, float height, String alternative, Consumer<Graphics2D> painter, float after) {
        if (!(width > 0 && width <= Sheet.WIDTH && height > 0 && height <= Sheet.BODY_HEIGHT)) {
            throw new IllegalArgumentException(
                    "A figure of " + width + " × " + height + " pt does not fit in " + Sheet.WIDTH + " × " + Sheet.BODY_HEIGHT + " pt");
        }
        if (alternative.isBlank()) {
            throw new IllegalArgumentException("A figure needs a text alternative");
        }
        this.width = width;
        this.height = height;
        this.alternative = alternative;
        this.painter = painter;
        this.after = after;
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
        return 4;
    }

    @Override
    public float after() {
        return after;
    }

    @Override
    public void write(Sheet sheet) {
        float y = sheet.y() - height;
        var pen = sheet.pen();
        var drawing = pen.canvas().createTemplate(width, height);
        var graphics = new ReportGraphics(drawing, width, height, sheet.fonts());
        try {
            painter.accept(graphics);
        } finally {
            graphics.dispose();
        }
        var element = Tags.figure(sheet.root(), CleanText.line(alternative), Sheet.LEFT, y, width, height);
        pen.tagged(element, () -> pen.canvas().addTemplate(drawing, Sheet.LEFT, y));
        sheet.advance(height);
    }
}
