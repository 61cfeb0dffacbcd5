package be.zelfscan.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** A part of the datagrafiek that a definition draws or leaves out. */
@Serdeable
public enum Layer {
    /** Heading, instrument, centre, round and date. Left out where the document around the chart says these itself. */
    @JsonProperty("header")
    HEADER,
    /** The spread of the comparison group behind the placements. */
    @JsonProperty("comparison")
    COMPARISON,
    /** The stages of an earlier round. */
    @JsonProperty("earlier")
    EARLIER,
    /** The hollow dot with its arrow, and the ring. */
    @JsonProperty("ambition")
    AMBITION,
    /** Levers and bottlenecks per category. */
    @JsonProperty("context")
    CONTEXT,
    /** Priorities and inspiring practices. */
    @JsonProperty("closing")
    CLOSING,
    /** The mark where subgroups differ. */
    @JsonProperty("differences")
    DIFFERENCES,
    /** What the marks mean. */
    @JsonProperty("legend")
    LEGEND,
    /** The sentence that says what the stages are not. Left out where the document around the chart says it itself. */
    @JsonProperty("statement")
    STATEMENT,
    /** Questionnaire version and scan number. */
    @JsonProperty("identity")
    IDENTITY
}
