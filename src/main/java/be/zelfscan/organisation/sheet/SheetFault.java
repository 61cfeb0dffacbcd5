package be.zelfscan.organisation.sheet;

/**
 * Something in a file that cannot be.
 *
 * @param sheet title of the sheet; empty when it is about the file
 * @param row number of the row; 0 when it is about the sheet
 * @param column what stands above it; empty when it is about the row
 */
public record SheetFault(String sheet, int row, String column, String sentence) {
    /** Where it is. */
    record Place(String sheet, int row, String column) {}

    Place place() {
        return new Place(sheet, row, column);
    }

    static SheetFault ofFile(String sentence) {
        return new SheetFault("", 0, "", sentence);
    }
}
