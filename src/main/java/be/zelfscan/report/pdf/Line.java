package be.zelfscan.report.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of set text.
 *
 * @param width width in points without the spaces at its end
 */
record Line(List<Run> runs, float size, float width) {
    /** Text in one face and colour; {@code actual} is what it stands for if that differs, else empty. */
    record Run(String text, String actual, Typeface face, Color colour) {}

    static Line of(List<Glyph> glyphs, float size) {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        float width = 0;
        float visible = 0;
        for (int at = 0; at < glyphs.size(); at++) {
            var glyph = glyphs.get(at);
            text.append(glyph.shown());
            width += glyph.width();
            visible = glyph.isSpace() ? visible : width;
            if (at + 1 == glyphs.size() || !glyph.joins(glyphs.get(at + 1))) {
                runs.add(new Run(text.toString(), glyph.actual(), glyph.face(), glyph.colour()));
                text.setLength(0);
            }
        }
        return new Line(List.copyOf(runs), size, visible);
    }
}
