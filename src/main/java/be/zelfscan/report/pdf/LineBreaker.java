package be.zelfscan.report.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks running text into lines of at most a width: at newlines, between words, and inside a word that is wider than the line. */
final class LineBreaker {
    private static final Locale DUTCH = Locale.of("nl", "BE");

    private final ReportFonts fonts;

    LineBreaker(ReportFonts fonts) {
        this.fonts = fonts;
    }

    List<Line> lines(String text, TypeStyle style, float width) {
        return lines(Inline.of(text), style, width);
    }

    /** The lines of a text; none if it has nothing to be seen. An empty line in the text is an empty line here. */
    List<Line> lines(Inline text, TypeStyle style, float width) {
        if (text.isBlank()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        for (var glyphs : hardLines(text, style)) {
            new Filler(style.size(), width, lines).fill(glyphs);
        }
        return lines;
    }

    /** One line, cut with an ellipsis where it would be too wide. */
    Line single(String text, TypeStyle style, float width) {
        var glyphs = new ArrayList<>(glyphs(CleanText.line(text), style, Inline.Emphasis.NONE));
        var ellipsis = glyph('…', style, Inline.Emphasis.NONE);
        if (width(glyphs) > width) {
            while (!glyphs.isEmpty() && width(glyphs) + ellipsis.width() > width) {
                glyphs.removeLast();
            }
            glyphs.add(ellipsis);
        }
        return Line.of(glyphs, style.size());
    }

    private List<List<Glyph>> hardLines(Inline text, TypeStyle style) {
        var result = new ArrayList<List<Glyph>>();
        var current = new ArrayList<Glyph>();
        for (var span : text.spans()) {
            String[] parts = CleanText.of(span.text()).split("\n", -1);
            for (int at = 0; at < parts.length; at++) {
                if (at > 0) {
                    result.add(current);
                    current = new ArrayList<>();
                }
                current.addAll(glyphs(parts[at], style, span.emphasis()));
            }
        }
        result.add(current);
        return result;
    }

    private List<Glyph> glyphs(String text, TypeStyle style, Inline.Emphasis emphasis) {
        return text.codePoints().mapToObj(codePoint -> glyph(codePoint, style, emphasis)).toList();
    }

    private Glyph glyph(int codePoint, TypeStyle style, Inline.Emphasis emphasis) {
        return Glyph.of(codePoint, style.face(emphasis), style.size(), style.colour(emphasis), fonts);
    }

    private static float width(List<Glyph> glyphs) {
        float width = 0;
        for (var glyph : glyphs) {
            width += glyph.width();
        }
        return width;
    }

    /** Fills lines with words, greedily. */
    private static final class Filler {
        private final float size;
        private final float limit;
        private final List<Line> lines;
        private final List<Glyph> current = new ArrayList<>();
        private float used;

        Filler(float size, float limit, List<Line> lines) {
            this.size = size;
            this.limit = limit;
            this.lines = lines;
        }

        void fill(List<Glyph> glyphs) {
            int from = 0;
            for (int to : wordEnds(glyphs)) {
                word(glyphs.subList(from, to));
                from = to;
            }
            end();
        }

        private void word(List<Glyph> word) {
            float visible = width(word.subList(0, visibleLength(word)));
            if (visible > limit) {
                overlong(word);
                return;
            }
            if (used + visible > limit && !current.isEmpty()) {
                end();
            }
            add(word);
        }

        /** An address goes on where its beginning stands, and does not leave that alone on a line. */
        private void overlong(List<Glyph> word) {
            if (!current.isEmpty() && current.getLast().isSpace()) {
                end();
            }
            for (var glyph : word) {
                if (used + glyph.width() > limit && !current.isEmpty() && !glyph.isSpace()) {
                    end();
                }
                add(List.of(glyph));
            }
        }

        private void add(List<Glyph> glyphs) {
            current.addAll(glyphs);
            used += width(glyphs);
        }

        private void end() {
            lines.add(Line.of(current, size));
            current.clear();
            used = 0;
        }

        private static int visibleLength(List<Glyph> word) {
            int length = word.size();
            while (length > 0 && word.get(length - 1).isSpace()) {
                length--;
            }
            return length;
        }

        private static List<Integer> wordEnds(List<Glyph> glyphs) {
            var text = new StringBuilder();
            var ends = new ArrayList<Integer>();
            for (var glyph : glyphs) {
                text.append(glyph.shown());
            }
            var breaks = BreakIterator.getLineInstance(DUTCH);
            breaks.setText(text.toString());
            int offset = 0;
            int boundary = breaks.next();
            for (int at = 0; at < glyphs.size(); at++) {
                offset += glyphs.get(at).shown().length();
                while (boundary != BreakIterator.DONE && boundary < offset) {
                    boundary = breaks.next();
                }
                if (boundary == offset && !isBeforeEllipsis(glyphs, at) || at + 1 == glyphs.size()) {
                    ends.add(at + 1);
                }
            }
            return ends;
        }

        /** "enzovoort …" stays together: the dots alone on a line look lost. */
        private static boolean isBeforeEllipsis(List<Glyph> glyphs, int at) {
            return glyphs.get(at).isSpace() && at + 1 < glyphs.size() && glyphs.get(at + 1).shown().equals("…");
        }
    }
}
