package be.zelfscan.report.pdf;

import jakarta.inject.Singleton;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The bundled fonts, read once: for PDF text (embedded as a subset, Identity-H) and for measuring and drawing on a {@link java.awt.Graphics2D}.
 * Holds about 5 MB. Immutable after construction and safe to share between threads and documents.
 */
@Singleton
public final class ReportFonts {
    private final Map<Typeface, BaseFont> pdf;
    private final Map<Typeface, Font> awt;

    /** Reads the fonts from the class path. @throws UncheckedIOException if one is missing or broken */
    public ReportFonts() {
        var pdfFonts = new EnumMap<Typeface, BaseFont>(Typeface.class);
        var awtFonts = new EnumMap<Typeface, Font>(Typeface.class);
        for (var face : Typeface.values()) {
            byte[] bytes = read(face);
            pdfFonts.put(face, pdfFont(face, bytes));
            awtFonts.put(face, awtFont(face, bytes));
        }
        this.pdf = Collections.unmodifiableMap(pdfFonts);
        this.awt = Collections.unmodifiableMap(awtFonts);
    }

    /**
     * The bundled font nearest to a wanted one, at its size (points). A font of an unknown family becomes the text face of its weight, so that no
     * unembedded font ever gets into a document.
     */
    public Font nearest(Font wanted) {
        return awt(faceOf(wanted)).deriveFont(wanted.getSize2D());
    }

    BaseFont pdf(Typeface face) {
        return pdf.get(face);
    }

    Font awt(Typeface face) {
        return awt.get(face);
    }

    boolean has(Typeface face, int codePoint) {
        return pdf(face).charExists(codePoint);
    }

    /** Width in points of one code point at a size in points. */
    float width(Typeface face, int codePoint, float size) {
        return pdf(face).getWidth(codePoint) * size / 1000f;
    }

    Typeface faceOf(Font font) {
        String name = (font.getName() + ' ' + font.getFontName(Locale.ROOT)).toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
        if (name.contains("emoji")) {
            return Typeface.EMOJI;
        }
        if (name.contains("semibold")) {
            return Typeface.SEMIBOLD;
        }
        if (font.isBold() || name.contains("bold")) {
            return Typeface.BOLD;
        }
        return name.contains("medium") ? Typeface.MEDIUM : Typeface.REGULAR;
    }

    private static byte[] read(Typeface face) {
        try (InputStream in = ReportFonts.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new IOException("Font missing from the class path: " + face.resource());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont pdfFont(Typeface face, byte[] bytes) {
        try {
            var font = BaseFont.createFont(face.fileName(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setIncludeCidSet(false); // an incomplete CIDSet fails PDF/UA, none passes
            font.setSecureRandom(new FixedPrefix(face));
            return font;
        } catch (DocumentException | IOException e) {
            throw new UncheckedIOException(new IOException("Font cannot be used: " + face.resource(), e));
        }
    }

    private static Font awtFont(Typeface face, byte[] bytes) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
        } catch (FontFormatException | IOException e) {
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
