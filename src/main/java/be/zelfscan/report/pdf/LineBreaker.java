package be.zelfscan.report.pdf;

import be.zelfscan.chart.Fonts.Typeface;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.text.BelgianDutch;
import java.awt.Color;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Breaks running text into lines of at most a width: at newlines, between words, and inside a word that is wider than the line, there with
 * a hyphen between two letters. Remembers which characters no bundled font has. Belongs to one document.
 *
 * <p>A document is not a chart: there text has one face and keeps to a fixed room by becoming smaller, more balanced or cut
 * ({@code chart/TextFitter}); here it is read on in full, with emphasis and the faces and boxes that single characters need.
 */
final class LineBreaker {
    /** What a hyphen stands for that is only there because the line ends. */
    private static final String SOFT_HYPHEN = "\u00ad";
    /** In points; more than floats lose. */
    private static final float ROUNDING = 0.01f;

    private final ReportFonts fonts;
    private final SortedSet<Integer> missing = new TreeSet<>();
    private final BreakIterator breaks = BreakIterator.getLineInstance(BelgianDutch.LOCALE);
    /** The glyphs that were set before, by code point: a document says the same few thousands of times. */
    private final Map<Type, Map<Integer, Glyph>> used = new HashMap<>();

    private record Type(Typeface face, float size, Color colour) {}

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
            for (int to : wordEnds(glyphs)) {
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
        var known = used.computeIfAbsent(new Type(style.face(emphasis), style.size(), style.colour(emphasis)), none -> new HashMap<>());
        var glyphs = new ArrayList<Glyph>(text.length());
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            glyphs.add(known.computeIfAbsent(codePoint, one -> glyph(one, style, emphasis)));
            at += Character.charCount(codePoint);
        }
        return glyphs;
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

    private List<Integer> wordEnds(List<Glyph> glyphs) {
        var text = new StringBuilder();
        var ends = new ArrayList<Integer>();
        for (var glyph : glyphs) {
            text.append(glyph.shown());
        }
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

        /**
         * An address goes on where its beginning stands, and does not leave that alone on a line. Between two letters a hyphen says that
         * the word goes on.
         */
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
    }

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

    /**
     * One code point as it will be set.
     *
     * @param shown the text that is drawn
     * @param actual what was written, where that differs from what is drawn; empty otherwise
     * @param width advance in points
     */
    record Glyph(String shown, String actual, Typeface face, Color colour, float width) {
        private static final int BOX = 0x25A1;

        /**
         * The glyph for a code point: from the wanted face, else from the emoji face, else a box that still carries the character it stands
         * for.
         */
        static Glyph of(int codePoint, Typeface wanted, float size, Color colour, ReportFonts fonts) {
            if (fonts.has(wanted, codePoint)) {
                return new Glyph(Character.toString(codePoint), "", wanted, colour, fonts.width(wanted, codePoint, size));
            }
            if (fonts.has(Typeface.EMOJI, codePoint)) {
                return new Glyph(Character.toString(codePoint), "", Typeface.EMOJI, colour, fonts.width(Typeface.EMOJI, codePoint, size));
            }
            if (Character.isSpaceChar(codePoint)) {
                return new Glyph(" ", "", wanted, colour, fonts.width(wanted, ' ', size));
            }
            return new Glyph(Character.toString(BOX), Character.toString(codePoint), wanted, colour, fonts.width(wanted, BOX, size));
        }

        boolean isSpace() {
            return shown.equals(" ");
        }

        /** Whether it is part of a word, so that a break behind it needs a hyphen. */
        boolean isLetter() {
            return actual.isEmpty() && Character.isLetterOrDigit(shown.codePointAt(0));
        }

        boolean joins(Glyph other) {
            return face == other.face && colour.equals(other.colour) && actual.isEmpty() && other.actual.isEmpty();
        }
    }
}
