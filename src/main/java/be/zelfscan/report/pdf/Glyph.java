package be.zelfscan.report.pdf;

import java.awt.Color;

/**
 * One code point as it will be set.
 *
 * @param shown the text that is drawn
 * @param actual what was written, where that differs from what is drawn; empty otherwise
 * @param width advance in points
 */
record Glyph(String shown, String actual, Typeface face, Color colour, float width) {
    private static final int BOX = 0x25A1;

    /** The glyph for a code point: from the wanted face, else from the emoji face, else a box that still carries the character it stands for. */
    static Glyph of(int codePoint, Typeface wanted, float size, Color colour, ReportFonts fonts) {
        if (fonts.has(wanted, codePoint)) {
            return new Glyph(Character.toString(codePoint), "", wanted, colour, fonts.width(wanted, codePoint, size));
        }
        if (fonts.has(Typeface.EMOJI, codePoint)) {
            return new Glyph(Character.toString(codePoint), "", Typeface.EMOJI, colour, fonts.width(Typeface.EMOJI, codePoint, size));
        }
        if (Character.isSpaceChar(codePoint)) {
            return new Glyph(" ", "", wanted, colour, fonts.width(wanted, ' ', size));
        }
        return new Glyph(Character.toString(BOX), Character.toString(codePoint), wanted, colour, fonts.width(wanted, BOX, size));
    }

    boolean isSpace() {
        return shown.equals(" ");
    }

    /** Whether it is part of a word, so that a break behind it needs a hyphen. */
    boolean isLetter() {
        return actual.isEmpty() && Character.isLetterOrDigit(shown.codePointAt(0));
    }

    boolean joins(Glyph other) {
        return face == other.face && colour.equals(other.colour) && actual.isEmpty() && other.actual.isEmpty();
    }
}
