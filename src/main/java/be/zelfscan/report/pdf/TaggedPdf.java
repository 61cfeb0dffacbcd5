package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Definitions;
import be.zelfscan.report.pdf.Block.Figure;
import be.zelfscan.report.pdf.Block.Heading;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Items;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Note;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Paragraph;
import be.zelfscan.report.pdf.Block.RuledLines;
import be.zelfscan.report.pdf.Block.Strip;
import be.zelfscan.report.pdf.Block.Table;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes a report, block after block, as an accessible PDF (PDF/UA-1, PDF 1.7, A4): every block brings its structure element, its bookmark
 * and its room, so that a report cannot be untagged. Text and drawings use only bundled, embedded fonts. Equal input gives equal bytes.
 *
 * <p>Content is {@value #WIDTH} pt wide. Blank texts are left out. A heading, a masthead, a label, and what is given to
 * {@link #keepWithNext} stay on the page of the block that follows. A document belongs to one thread; {@link ReportFonts} may be shared.
 */
public final class TaggedPdf {
    /** Width of the content in points. */
    public static final float WIDTH = Sheet.WIDTH;
    /** Height in points that is free on every page: the most that a figure can have. */
    public static final float BODY_HEIGHT = Sheet.BODY_HEIGHT;

    private static final float MOST_OF_A_PAGE = 0.6f * BODY_HEIGHT;
    private static final int FEW_LINES = 5;
    private static final int MOST_NAMED = 20;

    private final Sheet sheet;
    private final List<Layout> waiting = new ArrayList<>();
    private float gap;
    private int lastLevel;
    private boolean written;
    private boolean breakDue;
    private boolean keepNext;
    private boolean together;

    TaggedPdf(Sheet sheet) {
        this.sheet = sheet;
    }

    public TaggedPdf masthead(Masthead masthead) {
        enterLevel(1);
        return add(masthead);
    }

    /** @see #heading(int, String, String) */
    public TaggedPdf heading(int level, String text) {
        return heading(level, text, text);
    }

    /**
     * A heading with its bookmark.
     *
     * @param level 1 to 3; the first heading has level 1 and no level is skipped on the way down
     * @throws IllegalArgumentException for another level
     */
    public TaggedPdf heading(int level, String text, String bookmark) {
        enterLevel(level);
        return add(new Heading(level, text, bookmark));
    }

    /** A heading of level 1 on a new page, unless most of this one is free: short chapters follow each other. */
    public TaggedPdf chapter(String title) {
        return need(MOST_OF_A_PAGE).heading(1, title);
    }

    public TaggedPdf paragraph(String text) {
        return paragraph(Style.BODY, Inline.of(text));
    }

    public TaggedPdf paragraph(Style style, String text) {
        return paragraph(style, Inline.of(text));
    }

    public TaggedPdf paragraph(Style style, Inline text) {
        return text.isBlank() ? this : add(new Paragraph(style, text));
    }

    /** A list; nothing if there are no items. */
    public TaggedPdf list(Marker marker, List<Inline> items) {
        return items.isEmpty() ? this : add(new Items(marker, items));
    }

    /** A bulleted list of plain texts. */
    public TaggedPdf bullets(List<String> items) {
        return list(Marker.BULLET, items.stream().map(Inline::of).toList());
    }

    /** Terms at the left, values at the right; nothing if there are none. */
    public TaggedPdf definitions(List<Definition> definitions) {
        return definitions("", definitions);
    }

    /** @param continued what the running header says on the pages where the definitions go on */
    public TaggedPdf definitions(String continued, List<Definition> definitions) {
        return definitions.isEmpty() ? this : add(new Definitions(continued, definitions));
    }

    public TaggedPdf table(Table table) {
        return add(table);
    }

    /** What somebody wrote, in full and with its newlines, over as many pages as it needs. */
    public TaggedPdf note(String text) {
        return CleanText.line(text).isEmpty() ? this : add(new Note(text));
    }

    /** A note under a label that stays with it. */
    public TaggedPdf note(String label, String text) {
        return CleanText.line(text).isEmpty() ? this : paragraph(Style.LABEL, label).note(text);
    }

    /** A vector drawing, at the left of the content; see {@link Figure}. */
    public TaggedPdf figure(float width, float height, String alternative, Consumer<Graphics2D> painter) {
        return add(new Figure(width, height, alternative, painter));
    }

    public TaggedPdf strip(Strip strip) {
        return add(strip);
    }

    /** Empty lines to write on by hand; see {@link RuledLines}. */
    public TaggedPdf ruledLines(int lines) {
        return add(new RuledLines("", lines));
    }

    /** Like {@link #ruledLines(int)}, with a label on the first line where it leaves enough of it. */
    public TaggedPdf ruledLines(String label, int lines) {
        boolean wide = sheet.breaker().single(label, TypeStyle.of(Style.LABEL), WIDTH).width() > WIDTH / 2;
        return wide ? paragraph(Style.LABEL, label).ruledLines(lines) : add(new RuledLines(label, lines));
    }

    /** Lines with a label down to the bottom of the page; nothing if only a few have room. */
    public TaggedPdf ruledRest(String label) {
        flush();
        int lines = RuledLinesLayout.fitting(sheet.remaining() - gap);
        return lines < FEW_LINES ? this : ruledLines(label, lines);
    }

    /** Extra white space in points; it disappears at the top of a page. */
    public TaggedPdf space(float points) {
        flush();
        gap += points;
        return this;
    }

    /** The next block begins on a new page. */
    public TaggedPdf pageBreak() {
        flush();
        breakDue = written;
        return this;
    }

    /** The next block stays on the page of the one after it. */
    public TaggedPdf keepWithNext() {
        keepNext = true;
        return this;
    }

    /**
     * What is written meanwhile stands on one page, if a page has room for all of it; but it begins on this one if most of it is free, so
     * that no page stays nearly empty. It asks for no new page itself.
     */
    public TaggedPdf together(Consumer<TaggedPdf> content) {
        if (!waiting.isEmpty() && !waiting.getLast().keepsWithNext() && !keepNext) {
            flush();
        }
        together = true;
        content.accept(this);
        together = false;
        flush(true);
        return this;
    }

    /** Begins a new page if less than so many points are left on this one. */
    public TaggedPdf need(float points) {
        flush();
        if (sheet.remaining() < points) {
            pageBreak();
        }
        return this;
    }

    void finish() {
        flush();
        var missing = sheet.breaker().missing();
        if (!missing.isEmpty()) {
            paragraph(Style.SMALL, missing(missing));
            flush();
        }
        if (!written) {
            throw new IllegalStateException("The document has no content");
        }
        sheet.finish();
    }

    private static String missing(SortedSet<Integer> codePoints) {
        String named = codePoints.stream().limit(MOST_NAMED).map("U+%04X"::formatted).collect(Collectors.joining(", "));
        int others = codePoints.size() - MOST_NAMED;
        return "Een □ staat op de plaats van een teken dat we niet kunnen afdrukken: %s%s. In de zelfscan zelf staat het er nog."
                .formatted(named, others > 0 ? " en nog %d andere".formatted(others) : "");
    }

    private void enterLevel(int level) {
        if (level < 1 || level > 3 || level > lastLevel + 1) {
            throw new IllegalArgumentException("A heading of level " + level + " cannot follow one of level " + lastLevel);
        }
        lastLevel = level;
    }

    private TaggedPdf add(Block content) {
        Layout block = Layout.of(content, sheet.breaker());
        waiting.add(block);
        boolean keeps = block.keepsWithNext() || keepNext;
        keepNext = false;
        if (!keeps && !together) {
            flush();
        }
        return this;
    }

    private void flush() {
        if (together) {
            throw new IllegalStateException("What stands together asks for no room of its own");
        }
        flush(false);
    }

    private void flush(boolean whole) {
        if (waiting.isEmpty()) {
            return;
        }
        boolean onNewPage = breakDue || !sheet.atTop() && sheet.remaining() < needed(whole);
        breakDue = false;
        if (onNewPage && !sheet.atTop()) {
            sheet.newPage();
        }
        for (var block : waiting) {
            if (!sheet.atTop()) {
                sheet.advance(Math.max(gap, block.before()));
            }
            block.write(sheet);
            gap = block.after();
        }
        waiting.clear();
        written = true;
    }

    private float needed(boolean whole) {
        float first = 0;
        float all = 0;
        float between = gap;
        for (var block : waiting) {
            float above = Math.max(between, block.before());
            first += above + block.firstHeight();
            all += above + block.height();
            between = block.after();
        }
        boolean kept = whole && all <= BODY_HEIGHT && sheet.remaining() < MOST_OF_A_PAGE;
        return kept ? all : first;
    }
}
