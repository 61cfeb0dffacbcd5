package be.zelfscan.scan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What was answered to a question, apart from the note that goes with it. The kinds mirror those of
 * {@link be.zelfscan.questionnaire.Question}; the JSON of an answer is what the database holds.
 */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Answer.Placed.class, name = "placed"),
        @JsonSubTypes.Type(value = Answer.Hold.class, name = "hold"),
        @JsonSubTypes.Type(value = Answer.Grow.class, name = "grow"),
        @JsonSubTypes.Type(value = Answer.Chosen.class, name = "chosen"),
        @JsonSubTypes.Type(value = Answer.SelectedBlocks.class, name = "selected"),
        @JsonSubTypes.Type(value = Answer.RankedBlocks.class, name = "ranked")})
public sealed interface Answer {

    /** The stage at which a block stands today. */
    @Serdeable
    record Placed(String stage) implements Answer {}

    /** Where a centre wants to go with a block. */
    sealed interface Ambition extends Answer permits Hold, Grow {}

    /** Stay at the stage of today. */
    @Serdeable
    record Hold() implements Ambition {}

    /** Grow to another stage. */
    @Serdeable
    record Grow(String stage) implements Ambition {}

    /**
     * Options of a single or multiple choice, in the order of the definition.
     *
     * @param text what was typed with an option that asks for a text; empty otherwise
     */
    @Serdeable
    record Chosen(List<String> options, String text) implements Answer {
        public Chosen {
            options = options == null ? List.of() : List.copyOf(options);
            text = text == null ? "" : text;
        }
    }

    /**
     * Building blocks picked, or "not yet" with the blocks that are considered.
     */
    @Serdeable
    record SelectedBlocks(List<String> blocks, boolean notYet, List<String> considered) implements Answer {
        public SelectedBlocks {
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
            considered = considered == null ? List.of() : List.copyOf(considered);
        }
    }

    /** Building blocks in order of importance, the first first. */
    @Serdeable
    record RankedBlocks(List<String> blocks) implements Answer {
        public RankedBlocks {
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
        }
    }
}
