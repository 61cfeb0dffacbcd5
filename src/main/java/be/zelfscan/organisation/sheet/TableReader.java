package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import be.zelfscan.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes rows of the cells of one sheet, of which the first row that is not empty says what stands below. Not thread-safe; for one sheet.
 */
final class TableReader {
    /** More rows than a net ever has. */
    static final int MOST_ROWS = 20_000;
    /** More columns than anybody uses; what stands further is not looked at one by one. */
    static final int MOST_CELLS = 1_000;
    /** More than any name or address; a file of a megabyte can hold a thousand cells that all show the same megabyte. */
    private static final int LONGEST_CELL = 1_000;

    /**
     * A cell.
     *
     * @param odd why it is no text; empty when it is
     */
    record Cell(String text, Optional<String> odd) {
        static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }
    }

    private final SheetKind sheet;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
    private boolean headed;

    TableReader(SheetKind sheet) {
        this.sheet = sheet;
    }

    /** Takes the next row; returns whether there may be more. */
    boolean take(int number, List<Cell> cells, boolean hidden) {
        if (cells.stream().allMatch(cell -> cell.odd().isEmpty() && isEmpty(cell.text()))) {
            return true;
        }
        if (cells.size() > MOST_CELLS) {
            faults.add(new Fault(sheet.title(), number, "", "Deze rij heeft meer dan 1.000 cellen. Begin met het sjabloon."));
            return false;
        }
        if (!headed) {
            headed = true;
            head(number, cells);
        } else if (rows.size() == MOST_ROWS) {
            faults.add(new Fault(sheet.title(), number, "",
                    "Er zijn te veel rijen: er is plaats voor 20.000. Verdeel ze over meer bestanden."));
            return false;
        } else {
            row(number, cells, hidden);
        }
        return true;
    }

    private static boolean isEmpty(String text) {
        return text.length() <= LONGEST_CELL && Texts.line(text).isEmpty();
    }

    private void head(int number, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String header = Texts.line(bounded(cells.get(i).text()));
            Optional<SheetColumn> column = SheetColumn.of(header).filter(sheet.columns()::contains);
            if (column.isEmpty() && !header.isEmpty()) {
                faults.add(new Fault(sheet.title(), number, shortened(header),
                        "Deze kolom kennen we niet. Bedoeld zijn: " + headers() + "."));
            } else if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                faults.add(new Fault(sheet.title(), number, column.get().header(), "Deze kolom staat er twee keer."));
            }
        }
        sheet.columns().stream().filter(column -> !places.containsKey(column)).forEach(column -> faults
                .add(new Fault(sheet.title(), number, column.header(), "Deze kolom ontbreekt. Nodig zijn: " + headers() + ".")));
    }

    private String headers() {
        return String.join(", ", sheet.columns().stream().map(SheetColumn::header).toList());
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void row(int number, List<Cell> cells, boolean hidden) {
        Map<SheetColumn, String> read = new EnumMap<>(SheetColumn.class);
        places.forEach((column, place) -> {
            Cell cell = place < cells.size() ? cells.get(place) : Cell.of("");
            read.put(column, Texts.line(bounded(cell.text())));
            if (cell.text().length() > LONGEST_CELL) {
                faults.add(new Fault(sheet.title(), number, column.header(), "Dit is veel te lang: er is plaats voor 200 tekens."));
            }
            cell.odd().ifPresent(odd -> faults.add(new Fault(sheet.title(), number, column.header(), odd)));
        });
        if (read.values().stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(new SheetRow(sheet, number, hidden, Map.copyOf(read)));
        }
    }

    SheetContent content() {
        return new SheetContent(List.copyOf(rows), List.copyOf(faults));
    }
}
