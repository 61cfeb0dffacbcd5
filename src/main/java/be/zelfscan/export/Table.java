package be.zelfscan.export;

import java.io.IOException;
import java.util.List;

/** What takes the rows of a sheet, one by one, and keeps none of them. */
interface Table {
    void row(List<Cell> cells) throws IOException;

    default <R> void row(List<Column<R>> columns, R row) throws IOException {
        row(columns.stream().map(column -> column.value().apply(row)).toList());
    }

    default <R> void head(List<Column<R>> columns) throws IOException {
        row(columns.stream().map(column -> Cell.of(column.name())).toList());
    }
}
