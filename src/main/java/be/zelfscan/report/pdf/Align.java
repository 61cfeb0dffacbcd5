package be.zelfscan.report.pdf;

/** Where text stands in its column. */
public enum Align {
    LEFT, CENTRE, RIGHT
}
