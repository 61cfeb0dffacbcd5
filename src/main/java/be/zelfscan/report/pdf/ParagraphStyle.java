package be.zelfscan.report.pdf;

/** How a paragraph looks, and the room around it (points). A LABEL stays with what follows it. */
public enum ParagraphStyle {
    BODY(TypeStyle.BODY, 0, 7), LEAD(new TypeStyle(Typeface.REGULAR, 11.5f, 17f, Ink.TEXT), 0, 9), STRONG(TypeStyle.STRONG, 0, 7), SMALL(
            new TypeStyle(Typeface.REGULAR, 8f, 11.5f, Ink.MUTED), 0,
            5), LABEL(new TypeStyle(Typeface.SEMIBOLD, 8.5f, 12f, Ink.MUTED), 6, 3);

    private final TypeStyle type;
    private final float before;
    private final float after;

    ParagraphStyle(TypeStyle type, float before, float after) {
        this.type = type;
        this.before = before;
        this.after = after;
    }

    TypeStyle type() {
        return type;
    }

    float before() {
        return before;
    }

    float after() {
        return after;
    }
}
