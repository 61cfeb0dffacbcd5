package be.zelfscan.question;

/**
 * What comparing reads of an answer; free text gives none.
 *
 * @param row key of the row of a table in which it stands; empty outside of tables
 * @param column id of the column in which it stands; empty outside of tables
 * @param position from 0, in the order of the answer
 */
public record Fact(String row, String column, String code, int position) {
    /** One of an answer that is no table. */
    public Fact(String code, int position) {
        this("", "", code, position);
    }

    /** The same in a cell of a table. */
    public Fact in(String ofRow, String ofColumn) {
        return new Fact(ofRow, ofColumn, code, position);
    }
}
