package be.zelfscan.chart;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** The fonts that travel with the service: TrueType files on the class path, under the SIL Open Font License. */
public enum Typeface {
    REGULAR("Inter", 400, "/fonts/inter-400.ttf", "Inter-Regular"), MEDIUM("Inter", 500, "/fonts/inter-500.ttf", "Inter-Medium"), SEMIBOLD(
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
