package be.zelfscan.chart;

/** A part of the datagrafiek that a definition draws or leaves out. */
public enum Layer {
    /** Heading, instrument, centre, round and date. Left out where the document around the chart says these itself. */
    HEADER,
    /** The spread of the comparison group behind the placements. */
    COMPARISON,
    /** The hollow dot with its arrow, and the ring. */
    AMBITION,
    /** Levers and bottlenecks per category. */
    CONTEXT,
    /** Priorities and inspiring practices. */
    CLOSING,
    /** The mark where subgroups differ. */
    DIFFERENCES,
    /** What the marks mean. */
    LEGEND,
    /** Questionnaire version and scan number. */
    IDENTITY
}
