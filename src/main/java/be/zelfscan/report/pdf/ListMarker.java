package be.zelfscan.report.pdf;

import java.awt.Color;

/** What stands before a list item. The PICKED markers are for what the centre itself chose; BOX is to be ticked on paper. */
public enum ListMarker {
    BULLET("Disc", Ink.MUTED), DASH("Disc", Ink.MUTED), NUMBER("Decimal", Ink.MUTED), BOX("Square", Ink.TEXT), PICKED_NUMBER("Decimal",
            Ink.PICKED), PICKED_STAR("Disc", Ink.PICKED);

    private final String numbering;
    private final Color colour;

    ListMarker(String numbering, Color colour) {
        this.numbering = numbering;
        this.colour = colour;
    }

    String numbering() {
        return numbering;
    }

    boolean isNumber() {
        return this == NUMBER || this == PICKED_NUMBER;
    }

    Color colour() {
        return colour;
    }

    /** @param number position in the list, from 1 */
    String label(int number) {
        return switch (this) {
            case BULLET -> "•";
            case DASH -> "–";
            case NUMBER, PICKED_NUMBER -> number + ".";
            case BOX -> "□";
            case PICKED_STAR -> "★";
        };
    }
}
