package be.zelfscan.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as version 1 of the JSON for other programs tells it. That version was made when there were six types of questions, each with
 * words of its own, and these stay; what other types answer is told by its shape.
 */
@Serdeable.Serializable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = ApiAnswer.Placed.class, name = "placed"),
        @JsonSubTypes.Type(value = ApiAnswer.Hold.class, name = "hold"),
        @JsonSubTypes.Type(value = ApiAnswer.Grow.class, name = "grow"),
        @JsonSubTypes.Type(value = ApiAnswer.Chosen.class, name = "chosen"),
        @JsonSubTypes.Type(value = ApiAnswer.Selected.class, name = "selected"),
        @JsonSubTypes.Type(value = ApiAnswer.Ranked.class, name = "ranked"),
        @JsonSubTypes.Type(value = ApiAnswer.Coded.class, name = "coded"),
        @JsonSubTypes.Type(value = ApiAnswer.Written.class, name = "written"),
        @JsonSubTypes.Type(value = ApiAnswer.Counted.class, name = "counted"),
        @JsonSubTypes.Type(value = ApiAnswer.Dated.class, name = "dated"),
        @JsonSubTypes.Type(value = ApiAnswer.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = ApiAnswer.NotDiscussed.class, name = "not-discussed")})
public sealed interface ApiAnswer {
    /** The stage at which a block stands today. */
    @Serdeable.Serializable
    record Placed(String stage) implements ApiAnswer {}

    /** Stay at the stage of today. */
    @Serdeable.Serializable
    record Hold() implements ApiAnswer {}

    /** Grow to another stage. */
    @Serdeable.Serializable
    record Grow(String stage) implements ApiAnswer {}

    /** Options; what was typed with the one that asks for a text, or with each where several do. */
    @Serdeable.Serializable
    record Chosen(List<String> options, String text, Map<String, String> texts) implements ApiAnswer {}

    /** Building blocks picked, or "not yet" with the blocks that are considered. */
    @Serdeable.Serializable
    record Selected(List<String> blocks, boolean notYet, List<String> considered) implements ApiAnswer {}

    /** Building blocks in order of importance, the first first. */
    @Serdeable.Serializable
    record Ranked(List<String> blocks) implements ApiAnswer {}

    /** The codes of a type that came later. */
    @Serdeable.Serializable
    record Coded(List<String> codes, Map<String, String> texts) implements ApiAnswer {}

    /** A text. */
    @Serdeable.Serializable
    record Written(String text) implements ApiAnswer {}

    /** A number. */
    @Serdeable.Serializable
    record Counted(BigDecimal number) implements ApiAnswer {}

    /** A day. */
    @Serdeable.Serializable
    record Dated(LocalDate day) implements ApiAnswer {}

    /** The rows of a table, each with its cells by column. */
    @Serdeable.Serializable
    record Rows(List<Map<String, ApiAnswer>> rows) implements ApiAnswer {}

    /** Left open on purpose. */
    @Serdeable.Serializable
    record NotDiscussed() implements ApiAnswer {}

    /** An answer told by its shape. */
    static ApiAnswer of(Answer answer) {
        return switch (answer) {
            case Answer.Coded coded -> new Coded(coded.codes(), coded.texts());
            case Answer.Written written -> new Written(written.text());
            case Answer.Counted counted -> new Counted(counted.number());
            case Answer.Dated dated -> new Dated(dated.day());
            case Answer.Rows rows -> new Rows(rows.rows().stream().map(row -> {
                Map<String, ApiAnswer> cells = new TreeMap<>();
                row.cells().forEach((column, cell) -> cells.put(column, of(cell)));
                return cells;
            }).toList());
            case Answer.NotDiscussed open -> new NotDiscussed();
        };
    }
}
