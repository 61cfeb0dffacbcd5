package be.zelfscan.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The bundled fonts, loaded once, and the one measure of text that every canvas shares, so that lines break at the same place on a page, in a PDF
 * and in a picture. Works without a display; immutable and thread-safe.
 */
public final class Fonts {
    private final Map<Typeface, Font> fonts;
    private final FontRenderContext measure = new FontRenderContext(null, true, true);

    public Fonts() {
        Map<Typeface, Font> loaded = new EnumMap<>(Typeface.class);
        for (Typeface typeface : Typeface.values()) {
            loaded.put(typeface, load(typeface));
        }
        this.fonts = Collections.unmodifiableMap(loaded);
    }

    /** A font of the given size in points. */
    public Font font(Typeface typeface, double size) {
        return fonts.get(typeface).deriveFont((float) size);
    }

    /** The advance width of a line of text, in points. */
    public double width(String text, Font font) {
        return font.getStringBounds(text, measure).getWidth();
    }

    private static Font load(Typeface typeface) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(typeface.bytes()));
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + typeface.resource() + " cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
