package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import java.util.Map;

/**
 * A row as it was read.
 *
 * @param number as a spreadsheet counts them, from 1
 * @param hidden whether the spreadsheet does not show it, because it was filtered out or for another reason
 * @param cells what stands in it, cleaned; a column that the sheet lacks is not in it
 */
record SheetRow(SheetKind sheet, int number, boolean hidden, Map<SheetColumn, String> cells) {
    /** What a row is about. */
    enum Kind {
        school_group("Scholengroepen"), centre("Centra"), site("Vestigingen"), person("Mensen");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What stands in a column; empty when nothing does. */
    String at(SheetColumn column) {
        return cells.getOrDefault(column, "");
    }

    Kind kind() {
        return sheet.rowKind(this);
    }

    Fault fault(SheetColumn column, String sentence) {
        return new Fault(sheet.title(), number, column.header(), sentence);
    }
}
