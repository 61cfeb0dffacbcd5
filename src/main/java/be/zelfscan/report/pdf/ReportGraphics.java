package be.zelfscan.report.pdf;

import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontMapper;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGraphics2D;

/** Draws vectors into a PDF; text only ever in the bundled fonts, characters that the text face does not have in the emoji face or as a box. */
final class ReportGraphics extends PdfGraphics2D {
    private final ReportFonts fonts;

    ReportGraphics(PdfContentByte canvas, float width, float height, ReportFonts fonts) {
        super(canvas, width, height, new BundledMapper(fonts), false, false, 0);
        this.fonts = fonts;
        setCompositeFontDrawerEnabled(false);
        setFont(fonts.awt(Typeface.REGULAR).deriveFont(10f));
    }

    private ReportGraphics(ReportGraphics parent) {
        super(parent);
        this.fonts = parent.fonts;
        setCompositeFontDrawerEnabled(false);
    }

    @Override
    protected PdfGraphics2D createChild() {
        return new ReportGraphics(this);
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
            setFont(fonts.awt(run.face()).deriveFont(wanted.getSize2D()));
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
