package be.zelfscan.organisation.sheet;

/**
 * Something in a file that cannot be.
 *
 * @param sheet title of the sheet; empty when it is about the file
 * @param row number of the row; 0 when it is about the sheet
 * @param column what stands above it; empty when it is about the row
 */
public record SheetFault(String sheet, int row, String column, String sentence) {
    boolean isAtPlaceOf(SheetFault other) {
        return sheet.equals(other.sheet) && row == other.row && column.equals(other.column);
    }

    static SheetFault ofFile(String sentence) {
        return new SheetFault("", 0, "", sentence);
    }
}
