package be.zelfscan.report.pdf;

import be.zelfscan.chart.Fonts.Typeface;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Strip;
import be.zelfscan.report.pdf.LineBreaker.Glyph;
import be.zelfscan.report.pdf.LineBreaker.Line;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontMapper;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGraphics2D;

/** A vector drawing (Figure with alternative text and bounding box), never split. */
record FigureLayout(Block.Figure figure) implements Layout {
    @Override
    public float height() {
        return figure.height();
    }

    @Override
    public float firstHeight() {
        return figure.height();
    }

    @Override
    public float before() {
        return 4;
    }

    @Override
    public float after() {
        return 9;
    }

    @Override
    public void write(Sheet sheet) {
        float y = sheet.y() - figure.height();
        var pen = sheet.pen();
        var drawing = pen.canvas().createTemplate(figure.width(), figure.height());
        var graphics = new FigureGraphics(drawing, figure.width(), figure.height(), sheet.fonts());
        try {
            figure.painter().accept(graphics);
        } finally {
            graphics.dispose();
        }
        var element = Tags.figure(sheet.root(), CleanText.line(figure.alternative()), Sheet.LEFT, y, figure.width(), figure.height());
        pen.tagged(element, () -> pen.canvas().addTemplate(drawing, Sheet.LEFT, y));
        sheet.advance(figure.height());
    }

    /**
     * Draws vectors into a PDF; text only ever in the bundled fonts, characters that the text face does not have in the emoji face or as a
     * box.
     */
    private static final class FigureGraphics extends PdfGraphics2D {
        private final ReportFonts fonts;

        FigureGraphics(PdfContentByte canvas, float width, float height, ReportFonts fonts) {
            super(canvas, width, height, new BundledMapper(fonts), false, false, 0);
            this.fonts = fonts;
            setCompositeFontDrawerEnabled(false);
            setFont(fonts.awt(Typeface.REGULAR, 10f));
        }

        private FigureGraphics(FigureGraphics parent) {
            super(parent);
            this.fonts = parent.fonts;
            setCompositeFontDrawerEnabled(false);
        }

        @Override
        protected PdfGraphics2D createChild() {
            return new FigureGraphics(this);
        }

        @Override
        public void setFont(Font font) {
            // the constructors of the superclass set a font before there are bundled ones
            super.setFont(fonts == null || font == null ? font : fonts.nearest(font));
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return super.getFontMetrics(fonts.nearest(font));
        }

        @Override
        public void drawString(String text, float x, float y) {
            var wanted = getFont();
            var face = fonts.faceOf(wanted);
            var glyphs = new ArrayList<Glyph>();
            CleanText.of(text).replace('\n', ' ').codePoints()
                    .forEach(codePoint -> glyphs.add(Glyph.of(codePoint, face, wanted.getSize2D(), getColor(), fonts)));
            float at = x;
            for (var run : Line.of(glyphs, wanted.getSize2D()).runs()) {
                setFont(fonts.awt(run.face(), wanted.getSize2D()));
                super.drawString(run.text(), at, y);
                at += (float) getFont().getStringBounds(run.text(), getFontRenderContext()).getWidth();
            }
            setFont(wanted);
        }

        /** Every font becomes a bundled one; OpenPDF's own mapper brings in Helvetica, which is not embedded. */
        private record BundledMapper(ReportFonts fonts) implements FontMapper {
            @Override
            public BaseFont awtToPdf(Font font) {
                return fonts.pdf(fonts.faceOf(font));
            }

            @Override
            public Font pdfToAwt(BaseFont font, int size) {
                throw new UnsupportedOperationException("Fonts are mapped to PDF only");
            }
        }
    }

    /** A strip (Figure): ● in the filled cell, an arrow in the outlined one; in as many rows as it takes for a word to fit in a cell. */
    static final class OfStrip implements Layout {
        private static final float GAP = 3;
        private static final float SIDE = 6;
        private static final float PAD = 6;

        private final Strip strip;
        private final int columns;
        private final float cellWidth;
        private final float row;
        private final float height;
        private final List<List<Line>> labels = new ArrayList<>();

        OfStrip(Strip strip, LineBreaker breaker) {
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
            canvas.setColorFill(isFilled(cell) ? Ink.DEEP : isOutlined(cell) ? Ink.PAPER : Ink.WASH);
            canvas.setColorStroke(Ink.DEEP);
            canvas.setLineWidth(1.2f);
            if (isOutlined(cell) && !isFilled(cell)) {
                canvas.roundRectangle(x + 0.6f, y + 0.6f, cellWidth - 1.2f, row - 1.2f, 2);
                canvas.fillStroke();
            } else {
                canvas.roundRectangle(x, y, cellWidth, row, 2);
                canvas.fill();
            }
            if (isOutlined(cell) && isFilled(cell)) {
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

        private boolean isFilled(int cell) {
            return strip.filled().isPresent() && strip.filled().getAsInt() == cell;
        }

        private boolean isOutlined(int cell) {
            return strip.outlined().isPresent() && strip.outlined().getAsInt() == cell;
        }

        private String mark(int cell) {
            if (isFilled(cell)) {
                return "● ";
            }
            return isOutlined(cell) ? "→ " : "";
        }

        private TypeStyle style(int cell) {
            var style = TypeStyle.STRIP;
            if (isFilled(cell)) {
                return new TypeStyle(Typeface.SEMIBOLD, style.size(), style.leading(), Ink.PAPER);
            }
            return isOutlined(cell) ? new TypeStyle(Typeface.SEMIBOLD, style.size(), style.leading(), Ink.DEEP) : style;
        }
    }
}
