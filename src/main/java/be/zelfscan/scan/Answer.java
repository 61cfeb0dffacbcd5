package be.zelfscan.scan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

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
     * @param text what was typed with the one option of the question that asks for a text; empty otherwise
     * @param texts what was typed by option, where several options of the question ask for a text
     */
    @Serdeable
    record Chosen(List<String> options, String text, Map<String, String> texts) implements Answer {
        public Chosen {
            options = options == null ? List.of() : List.copyOf(options);
            text = text == null ? "" : text;
            texts = texts == null ? Map.of() : Map.copyOf(texts);
        }

        public Chosen(List<String> options, String text) {
            this(options, text, Map.of());
        }

        /** What was typed with an option that asks for a text; empty when nothing was. */
        public String textOf(String option) {
            return texts.getOrDefault(option, text);
        }

        /** All that was typed, in the order of the options. */
        public List<String> typed() {
            List<String> typed = texts.isEmpty() ? List.of(text) : options.stream().map(option -> texts.getOrDefault(option, "")).toList();
            return typed.stream().filter(one -> !one.isEmpty()).toList();
        }

        /** The same choice without what was typed with it. */
        public Chosen untyped() {
            return new Chosen(options, "");
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

    /**
     * Building blocks in order of importance, the first first.
     *
     * @param blocks by place; an empty text where a place was left open, which is never so in what was sent
     */
    @Serdeable
    record RankedBlocks(List<String> blocks) implements Answer {
        public RankedBlocks {
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
        }

        /** The blocks that were put somewhere. */
        List<String> placed() {
            return blocks.stream().filter(block -> !block.isEmpty()).toList();
        }
    }
}
