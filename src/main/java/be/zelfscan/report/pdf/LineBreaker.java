package be.zelfscan.report.pdf;

import be.zelfscan.text.BelgianDutch;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Breaks running text into lines of at most a width: at newlines, between words, and inside a word that is wider than the line, there with a hyphen
 * between two letters. Remembers which characters no bundled font has. Belongs to one document.
 */
final class LineBreaker {
    /** What a hyphen stands for that is only there because the line ends. */
    private static final String SOFT_HYPHEN = "\u00ad";
    /** In points; more than floats lose. */
    private static final float ROUNDING = 0.01f;

    private final ReportFonts fonts;
    private final SortedSet<Integer> missing = new TreeSet<>();

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
            new Filler(style, width, lines).fill(glyphs);
        }
        return lines;
    }

    /** The width of the widest word, which lines of that width do not break. */
    float widestWord(Inline text, TypeStyle style) {
        float widest = 0;
        for (var glyphs : hardLines(text, style)) {
            int from = 0;
            for (int to : Filler.wordEnds(glyphs)) {
                var word = glyphs.subList(from, to);
                widest = Math.max(widest, width(word.subList(0, Filler.visibleLength(word))));
                from = to;
            }
        }
        return widest;
    }

    /** The width that a text needs to be broken at its newlines only. */
    float longestLine(Inline text, TypeStyle style) {
        float longest = 0;
        for (var glyphs : hardLines(text, style)) {
            longest = Math.max(longest, width(glyphs.subList(0, Filler.visibleLength(glyphs))));
        }
        return longest;
    }

    /** The characters met so far that no bundled font has, and that therefore show as a box. */
    SortedSet<Integer> missing() {
        return missing;
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
        var glyph = Glyph.of(codePoint, style.face(emphasis), style.size(), style.colour(emphasis), fonts);
        if (!glyph.actual().isEmpty()) {
            missing.add(codePoint);
        }
        return glyph;
    }

    private static float width(List<Glyph> glyphs) {
        return width(0, glyphs);
    }

    /** Added from left to right as {@link Line} does, since floats that are added in another order may come out wider. */
    private static float width(float before, List<Glyph> glyphs) {
        float width = before;
        for (var glyph : glyphs) {
            width += glyph.width();
        }
        return width;
    }

    /** Fills lines with words, greedily. */
    private final class Filler {
        private final TypeStyle style;
        private final float limit;
        private final List<Line> lines;
        private final List<Glyph> current = new ArrayList<>();
        private float used;

        Filler(TypeStyle style, float limit, List<Line> lines) {
            this.style = style;
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
            var visible = word.subList(0, visibleLength(word));
            if (width(visible) > limit) {
                overlong(word);
                return;
            }
            if (width(used, visible) > limit && !current.isEmpty()) {
                end();
            }
            add(word);
        }

        /** An address goes on where its beginning stands, and does not leave that alone on a line. Between two letters a hyphen says that the word goes on. */
        private void overlong(List<Glyph> word) {
            if (!current.isEmpty() && current.getLast().isSpace()) {
                end();
            }
            float rest = width(word.subList(0, visibleLength(word)));
            for (int at = 0; at < word.size(); at++) {
                var glyph = word.get(at);
                boolean mayEnd = joinsNext(word, at) && used + rest > limit - ROUNDING;
                if (width(used, mayEnd ? List.of(glyph, hyphen(glyph)) : List.of(glyph)) > limit && !current.isEmpty()
                        && !glyph.isSpace()) {
                    if (at > 0 && joinsNext(word, at - 1)) {
                        add(List.of(hyphen(word.get(at - 1))));
                    }
                    end();
                }
                add(List.of(glyph));
                rest -= glyph.width();
            }
        }

        private Glyph hyphen(Glyph before) {
            var drawn = Glyph.of('-', before.face() == Typeface.EMOJI ? style.face() : before.face(), style.size(), before.colour(), fonts);
            return new Glyph(drawn.shown(), SOFT_HYPHEN, drawn.face(), drawn.colour(), drawn.width());
        }

        private static boolean joinsNext(List<Glyph> word, int at) {
            return at + 1 < word.size() && word.get(at).isLetter() && word.get(at + 1).isLetter();
        }

        private void add(List<Glyph> glyphs) {
            current.addAll(glyphs);
            used = width(used, glyphs);
        }

        private void end() {
            lines.add(Line.of(current, style.size()));
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
            var breaks = BreakIterator.getLineInstance(BelgianDutch.LOCALE);
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
