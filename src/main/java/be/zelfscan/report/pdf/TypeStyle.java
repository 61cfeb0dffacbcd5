package be.zelfscan.report.pdf;

import be.zelfscan.chart.Fonts.Typeface;
import java.awt.Color;

/** Face, size and leading (points) and colour of a piece of text. */
record TypeStyle(Typeface face, float size, float leading, Color colour) {
    static final TypeStyle BODY = new TypeStyle(Typeface.REGULAR, 9.5f, 14f, Ink.TEXT);
    static final TypeStyle STRONG = new TypeStyle(Typeface.SEMIBOLD, 9.5f, 14f, Ink.TEXT);
    static final TypeStyle TERM = new TypeStyle(Typeface.MEDIUM, 9.5f, 14f, Ink.MUTED);
    static final TypeStyle MARKER = new TypeStyle(Typeface.MEDIUM, 9.5f, 14f, Ink.MUTED);
    static final TypeStyle TABLE = new TypeStyle(Typeface.REGULAR, 8.5f, 12f, Ink.TEXT);
    static final TypeStyle TABLE_HEAD = new TypeStyle(Typeface.SEMIBOLD, 8f, 11f, Ink.MUTED);
    static final TypeStyle TABLE_ROW_HEAD = new TypeStyle(Typeface.MEDIUM, 8.5f, 12f, Ink.TEXT);
    static final TypeStyle TABLE_GROUP = new TypeStyle(Typeface.SEMIBOLD, 8.5f, 12f, Ink.DEEP);
    static final TypeStyle STRIP = new TypeStyle(Typeface.MEDIUM, 8.5f, 11f, Ink.MUTED);
    static final TypeStyle MARGIN = new TypeStyle(Typeface.REGULAR, 7.5f, 10f, Ink.MUTED);
    static final TypeStyle SUBTITLE = new TypeStyle(Typeface.REGULAR, 10f, 15f, Ink.MUTED);
    static final TypeStyle OWNER = new TypeStyle(Typeface.SEMIBOLD, 13f, 18f, Ink.TEXT);

    static TypeStyle heading(int level) {
        return switch (level) {
            case 1 -> new TypeStyle(Typeface.BOLD, 22f, 28f, Ink.TEXT);
            case 2 -> new TypeStyle(Typeface.SEMIBOLD, 14f, 19f, Ink.DEEP);
            case 3 -> new TypeStyle(Typeface.SEMIBOLD, 11f, 15f, Ink.TEXT);
            default -> throw new IllegalArgumentException("A heading has level 1, 2 or 3, not " + level);
        };
    }

    static TypeStyle of(Block.Paragraph.Style style) {
        return switch (style) {
            case BODY -> BODY;
            case LEAD -> new TypeStyle(Typeface.REGULAR, 11.5f, 17f, Ink.TEXT);
            case STRONG -> STRONG;
            case SMALL -> new TypeStyle(Typeface.REGULAR, 8f, 11.5f, Ink.MUTED);
            case LABEL -> new TypeStyle(Typeface.SEMIBOLD, 8.5f, 12f, Ink.MUTED);
        };
    }

    TypeStyle in(Color other) {
        return new TypeStyle(face, size, leading, other);
    }

    /** Distance (points) from the top of a line to its baseline: cap height centred in the leading. */
    float drop() {
        return leading / 2 + size * 0.36f;
    }

    Typeface face(Block.Inline.Emphasis emphasis) {
        return switch (emphasis) {
            case STRONG, PICKED -> face == Typeface.BOLD ? face : Typeface.SEMIBOLD;
            case NONE, MUTED -> face;
        };
    }

    Color colour(Block.Inline.Emphasis emphasis) {
        return switch (emphasis) {
            case MUTED -> Ink.MUTED;
            case PICKED -> Ink.PICKED;
            case NONE, STRONG -> colour;
        };
    }
}
