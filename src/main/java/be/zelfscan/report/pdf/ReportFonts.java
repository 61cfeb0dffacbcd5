package be.zelfscan.report.pdf;

import be.zelfscan.chart.Fonts.Typeface;
import be.zelfscan.chart.Fonts;
import jakarta.inject.Singleton;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The bundled fonts as a document holds them (embedded as a subset, Identity-H), beside those that charts measure and draw with.
 * Holds about 5 MB. Immutable after construction and safe to share between threads and documents.
 */
@Singleton
public final class ReportFonts {
    private final Map<Typeface, BaseFont> pdf;
    private final Fonts fonts;

    public ReportFonts(Fonts fonts) {
        this.fonts = fonts;
        var pdfFonts = new EnumMap<Typeface, BaseFont>(Typeface.class);
        for (var face : Typeface.values()) {
            pdfFonts.put(face, pdfFont(face));
        }
        this.pdf = Collections.unmodifiableMap(pdfFonts);
    }

    /**
     * The bundled font nearest to a wanted one, at its size (points). A font of an unknown family becomes the text face of its weight, so
     * that no unembedded font ever gets into a document.
     */
    public Font nearest(Font wanted) {
        return awt(faceOf(wanted), wanted.getSize2D());
    }

    BaseFont pdf(Typeface face) {
        return pdf.get(face);
    }

    Font awt(Typeface face, float size) {
        return fonts.font(face, size);
    }

    boolean has(Typeface face, int codePoint) {
        return pdf(face).charExists(codePoint);
    }

    /** Width in points of one code point at a size in points. */
    float width(Typeface face, int codePoint, float size) {
        return pdf(face).getWidth(codePoint) * size / 1000f;
    }

    Typeface faceOf(Font font) {
        return Typeface.of(font).orElseGet(() -> {
            String name = (font.getName() + ' ' + font.getFontName(Locale.ROOT)).toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
            if (name.contains("semibold")) {
                return Typeface.SEMIBOLD;
            }
            if (font.isBold() || name.contains("bold")) {
                return Typeface.BOLD;
            }
            return name.contains("medium") ? Typeface.MEDIUM : Typeface.REGULAR;
        });
    }

    private static BaseFont pdfFont(Typeface face) {
        try {
            var font = BaseFont.createFont(face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.bytes(), null);
            font.setCompressionLevel(PdfFile.PACKING);
            font.setIncludeCidSet(false); // an incomplete CIDSet fails PDF/UA, none passes
            font.setSecureRandom(new FixedPrefix(face));
            return font;
        } catch (DocumentException | IOException e) {
            throw new UncheckedIOException(new IOException("Font cannot be used: " + face.resource(), e));
        }
    }

    /** Names subsets the same way each time, so that equal content gives equal bytes; stateless, therefore safe to share. */
    private static final class FixedPrefix extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final double fraction;

        FixedPrefix(Typeface face) {
            this.fraction = (face.ordinal() + 0.5) / 26;
        }

        @Override
        public double nextDouble() {
            return fraction;
        }
    }
}
