package be.zelfscan.report.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a document is made of: what it says, not how it looks. {@link TaggedPdf} takes these one after the other; {@link Layout} knows how
 * each is set. Any text is allowed: control characters disappear, characters that no bundled font has show as a box.
 */
public sealed interface Block {
    /**
     * The head of a report's first page: title and subtitle at the left, whose report it is and from when at the right. The title is a
     * heading of level 1 with a bookmark; the other texts may be empty.
     */
    record Masthead(String title, String subtitle, String owner, String moment) implements Block {
        /** @throws IllegalArgumentException without a title */
        public Masthead {
            if (title.isBlank()) {
                throw new IllegalArgumentException("A masthead needs a title");
            }
        }
    }

    /**
     * A heading.
     *
     * @param level 1 to 3
     * @param bookmark how the bookmarks name it
     */
    record Heading(int level, String text, String bookmark) implements Block {
        /** @throws IllegalArgumentException for another level or a blank text */
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("A heading has level 1, 2 or 3, not " + level);
            }
            if (text.isBlank()) {
                throw new IllegalArgumentException("A heading needs a text");
            }
        }
    }

    /** A paragraph. */
    record Paragraph(Style style, Inline text) implements Block {
        /** What a paragraph is for. A LABEL stays with what follows it. */
        public enum Style {
            BODY, LEAD, STRONG, SMALL, LABEL
        }
    }

    /** A list. */
    record Items(Marker marker, List<Inline> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }

        /** What stands before an item. The PICKED markers are for what the centre itself chose; BOX is to be ticked on paper. */
        public enum Marker {
            BULLET, NUMBER, BOX, PICKED_NUMBER, PICKED_STAR
        }
    }

    /**
     * Terms at the left, what is said about them at the right.
     *
     * @param continued what the running header says on the pages where they go on; empty for what it says otherwise
     */
    record Definitions(String continued, List<Definition> definitions) implements Block {
        public Definitions {
            definitions = List.copyOf(definitions);
        }
    }

    /**
     * A term with what is said about it.
     *
     * @param note what somebody wrote with it, set apart by a bar; empty for nothing
     */
    record Definition(String term, Inline value, String note) {
        public static Definition of(String term, String value) {
            return of(term, Inline.of(value));
        }

        public static Definition of(String term, Inline value) {
            return new Definition(term, value, "");
        }
    }

    /** What somebody wrote, in full and with its newlines, beside a bar. Blank lines separate paragraphs. */
    record Note(String text) implements Block {}

    /**
     * A table over the width of the page. The header row is repeated on each page; rows break over pages only when they are long.
     *
     * @param rowHeaders whether the first cell of each row is the header of that row
     */
    record Table(List<Column> columns, boolean rowHeaders, List<Row> rows) implements Block {
        /** @throws IllegalArgumentException without columns or rows, or if a row has not exactly one cell for each column */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.isEmpty() || rows.isEmpty()) {
                throw new IllegalArgumentException("A table needs at least one column and one row");
            }
            for (var row : rows) {
                if (row instanceof Cells cells && cells.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("A row has " + cells.cells().size() + " cells for " + columns.size() + " columns");
                }
            }
        }

        /** @param share of the width that the texts leave, relative to the other columns, above 0 */
        public record Column(String header, float share, Align align) {
            public Column {
                if (!(share > 0)) {
                    throw new IllegalArgumentException("The share of a column must be above 0, not " + share);
                }
            }

            public static Column of(String header, float share) {
                return new Column(header, share, Align.LEFT);
            }
        }

        /** Where text stands in its column. */
        public enum Align {
            LEFT, RIGHT
        }

        public sealed interface Row permits Cells, Group {}

        /** One cell for each column. */
        public record Cells(List<Cell> cells) implements Row {
            public Cells {
                cells = List.copyOf(cells);
            }

            public static Cells of(String... texts) {
                return new Cells(Arrays.stream(texts).map(Cell::of).toList());
            }
        }

        /** A title over all columns for the rows that follow. */
        public record Group(String title) implements Row {}

        /** @param fill ground of the cell; the text colour follows so that it stays readable */
        public record Cell(Inline text, Optional<Color> fill) {
            public static Cell of(String text) {
                return new Cell(Inline.of(text), Optional.empty());
            }

            public static Cell filled(String text, Color fill) {
                return new Cell(Inline.of(text), Optional.of(fill));
            }
        }
    }

    /**
     * A row of equal, labelled cells: an ordered scale with one step filled and another outlined (or the same one ringed).
     *
     * @param filled index of the filled cell, from 0
     * @param outlined index of the outlined cell, from 0; equal to {@code filled} for a ring round it
     * @param alternative the same in words
     */
    record Strip(List<String> labels, OptionalInt filled, OptionalInt outlined, String alternative) implements Block {
        /** @throws IllegalArgumentException without labels, for an index without a label, or without a text alternative */
        public Strip {
            labels = List.copyOf(labels);
            if (labels.isEmpty() || alternative.isBlank()) {
                throw new IllegalArgumentException("A strip needs labels and a text alternative");
            }
            requireCell(filled, labels.size());
            requireCell(outlined, labels.size());
        }

        private static void requireCell(OptionalInt index, int cells) {
            if (index.isPresent() && (index.getAsInt() < 0 || index.getAsInt() >= cells)) {
                throw new IllegalArgumentException("A strip of " + cells + " cells has no cell " + index.getAsInt());
            }
        }
    }

    /**
     * A vector drawing, never split.
     *
     * @param width in points, at most {@link TaggedPdf#WIDTH}
     * @param height in points, at most {@link TaggedPdf#BODY_HEIGHT}
     * @param alternative what the drawing says, in words
     * @param painter draws with the origin at the top left, 1 unit = 1 pt; every font becomes the nearest bundled one
     */
    record Figure(float width, float height, String alternative, Consumer<Graphics2D> painter) implements Block {
        /** @throws IllegalArgumentException for a drawing that does not fit on a page, or has no text alternative */
        public Figure {
            if (!(width > 0 && width <= TaggedPdf.WIDTH && height > 0 && height <= TaggedPdf.BODY_HEIGHT)) {
                throw new IllegalArgumentException(
                        "A figure of " + width + " × " + height + " pt does not fit in " + TaggedPdf.WIDTH + " × "
                                + TaggedPdf.BODY_HEIGHT + " pt");
            }
            if (alternative.isBlank()) {
                throw new IllegalArgumentException("A figure needs a text alternative");
            }
        }
    }

    /**
     * Empty lines to write on by hand.
     *
     * @param label what stands at the beginning of the first, in a few words; empty for nothing
     * @param lines 1 to 200
     */
    record RuledLines(String label, int lines) implements Block {
        public RuledLines {
            if (lines < 1 || lines > 200) {
                throw new IllegalArgumentException("From 1 to 200 lines, not " + lines);
            }
        }
    }

    /** Running text with emphasis, the content of paragraphs, list items and table cells. Newlines become line breaks. */
    record Inline(List<Span> spans) {
        public Inline {
            spans = List.copyOf(spans);
        }

        public static Inline of(String text) {
            return of(Span.plain(text));
        }

        public static Inline of(Span... spans) {
            return new Inline(List.of(spans));
        }

        /** Whether there is nothing to be seen. */
        public boolean isBlank() {
            return spans.stream().allMatch(span -> span.text().isBlank());
        }

        /** A run of text with one emphasis. */
        public record Span(String text, Emphasis emphasis) {
            public static Span plain(String text) {
                return new Span(text, Emphasis.NONE);
            }

            public static Span strong(String text) {
                return new Span(text, Emphasis.STRONG);
            }

            public static Span muted(String text) {
                return new Span(text, Emphasis.MUTED);
            }

            public static Span picked(String text) {
                return new Span(text, Emphasis.PICKED);
            }
        }

        /** How a run stands out: PICKED is the warm accent, only for what the centre itself chose. */
        public enum Emphasis {
            NONE, STRONG, MUTED, PICKED
        }
    }
}
