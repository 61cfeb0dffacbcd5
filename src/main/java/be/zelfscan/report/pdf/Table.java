package be.zelfscan.report.pdf;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * A table over the width of the page. The header row is repeated on each page; rows break over pages only when they are long.
 *
 * @param rowHeaders whether the first cell of each row is the header of that row
 */
public record Table(List<Column> columns, boolean rowHeaders, List<Row> rows) {
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

    public sealed interface Row permits Cells, Group {}

    /** One cell for each column. */
    public record Cells(List<Cell> cells) implements Row {
        public Cells {
            cells = List.copyOf(cells);
        }

        public static Cells of(String... texts) {
            return new Cells(List.of(texts).stream().map(Cell::of).toList());
        }
    }

    /** A title over all columns for the rows that follow. */
    public record Group(String title) implements Row {}

    /** @param fill ground of the cell; the text colour follows so that it stays readable */
    public record Cell(Inline text, Optional<Color> fill) {
        public static Cell of(String text) {
            return of(Inline.of(text));
        }

        public static Cell of(Inline text) {
            return new Cell(text, Optional.empty());
        }

        public static Cell filled(String text, Color fill) {
            return new Cell(Inline.of(text), Optional.of(fill));
        }
    }
}
