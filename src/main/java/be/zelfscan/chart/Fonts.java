package be.zelfscan.chart;

import jakarta.inject.Singleton;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled fonts, loaded once, and the one measure of text that every canvas shares, so that lines break at the same place on a page, in
 * a PDF and in a picture. Works without a display; immutable and thread-safe.
 */
@Singleton
public final class Fonts {
    /** The fonts that travel with the service: TrueType files on the class path, under the SIL Open Font License. */
    public enum Typeface {
        REGULAR("Inter", 400, "/fonts/inter-400.ttf", "Inter-Regular"), MEDIUM("Inter", 500, "/fonts/inter-500.ttf",
                "Inter-Medium"), SEMIBOLD(
                        "Inter", 600, "/fonts/inter-600.ttf", "Inter-SemiBold"), BOLD("Inter", 700, "/fonts/inter-700.ttf", "Inter-Bold"),
        /** Monochrome emoji and other signs that Inter lacks. */
        EMOJI("Noto Emoji", 400, "/fonts/noto-emoji-400.ttf", "NotoEmoji-Regular");

        private final String family;
        private final int weight;
        private final String resource;
        private final String postScriptName;

        Typeface(String family, int weight, String resource, String postScriptName) {
            this.family = family;
            this.weight = weight;
            this.resource = resource;
            this.postScriptName = postScriptName;
        }

        /** The family as style sheets name it. */
        public String family() {
            return family;
        }

        /** The weight as style sheets name it, 400 to 700. */
        public int weight() {
            return weight;
        }

        /** Where the file stands on the class path, with a leading slash. */
        public String resource() {
            return resource;
        }

        /** The name by which {@link Font#getPSName()} knows it. */
        public String postScriptName() {
            return postScriptName;
        }

        /** The TrueType file, read anew at each call. */
        public byte[] bytes() {
            try (InputStream stream = Typeface.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException("The font " + resource + " is not on the class path");
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The typeface that a font was loaded from; empty for a font of the machine. */
        public static Optional<Typeface> of(Font font) {
            return Arrays.stream(values()).filter(typeface -> typeface.postScriptName.equals(font.getPSName())).findFirst();
        }
    }

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
