package be.zelfscan.question;

/**
 * What charts, reports and comparisons can use the answers to a question for. A definition may name other uses, which mean nothing to them.
 */
public final class Use {
    /** Where a block stands: the stage of it is drawn and compared. */
    public static final String PLACEMENT = "placement";
    /** Where the centre wants to go with a block. */
    public static final String AMBITION = "ambition";
    /** What helps, by category. */
    public static final String LEVER = "lever";
    /** What hinders, by category. */
    public static final String BOTTLENECK = "bottleneck";
    /** Whether parts of the centre differ. */
    public static final String DIFFERENCE = "difference";
    /** In which blocks the centre can inspire others. */
    public static final String INSPIRING_PRACTICE = "inspiring-practice";
    /** Which blocks come first. */
    public static final String PRIORITY = "priority";
    /** Nothing in particular; may occur more than once in a section. */
    public static final String OTHER = "other";

    private Use() {}
}
