package be.zelfscan.questionnaire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of an instrument. The kinds are sealed: whoever reads, judges, shows or reports answers switches over them, so that a new kind is
 * an addition the compiler asks for in every such place.
 */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Question.Placement.class, name = "placement"),
        @JsonSubTypes.Type(value = Question.Ambition.class, name = "ambition"),
        @JsonSubTypes.Type(value = Question.SingleChoice.class, name = "single"),
        @JsonSubTypes.Type(value = Question.MultipleChoice.class, name = "multiple"),
        @JsonSubTypes.Type(value = Question.BlockSelection.class, name = "block-selection"),
        @JsonSubTypes.Type(value = Question.BlockRanking.class, name = "block-ranking")})
public sealed interface Question {
    /** Unique within the questions of a section. */
    String id();

    /** As the instrument words it; the placeholder {@code {block}} stands for the building block. */
    String label();

    /** For tables and reports. */
    String shortLabel();

    /** A sentence that helps to answer; empty when the definition gives none. */
    String hint();

    /** Whether a scan can be sent without an answer. */
    boolean required();

    /** Label of the free text that goes with the answer; empty when the question has none. */
    String note();

    default boolean hasNote() {
        return !note().isEmpty();
    }

    /** The label with the title of a building block in it. */
    default String labelFor(String blockTitle) {
        return labelWith("‘" + blockTitle + "’");
    }

    /** The label for no block in particular, with a word for any of them. */
    default String labelWith(String anyBlock) {
        return label().replace("{block}", anyBlock);
    }

    /** Places the block on the scale. */
    @Serdeable
    record Placement(String id, String label, String shortLabel, String hint, String source, boolean required,
            String note) implements Question {
        public Placement {
            hint = orEmpty(hint);
            note = orEmpty(note);
        }
    }

    /**
     * Where the centre wants to go from the stage it chose.
     *
     * @param hold label of staying at the chosen stage
     * @param grow label by target stage
     * @param targets which stages are offered
     */
    @Serdeable
    record Ambition(String id, String label, String shortLabel, String hint, String source, boolean required, String note, String hold,
            Map<String, String> grow, Targets targets) implements Question {
        /** What a form posts for staying at the chosen stage; no stage has this id. */
        public static final String HOLD = "hold";

        public Ambition {
            hint = orEmpty(hint);
            note = orEmpty(note);
        }

        /** The stages one can grow to from a stage, in order. */
        public List<Stage> targetsFrom(String stageId, StageScale scale) {
            List<Stage> later = scale.after(stageId);
            List<Stage> offered = switch (targets) {
                case later -> later;
                case next -> later.stream().limit(1).toList();
            };
            return offered.stream().filter(stage -> grow.containsKey(stage.id())).toList();
        }

        /** Which target stages an instrument offers: every later one, or only the one after. */
        public enum Targets {
            later, next
        }
    }

    /** One of several options. */
    @Serdeable
    record SingleChoice(String id, String label, String shortLabel, String hint, String source, boolean required, String note,
            List<Option> options) implements Question {
        public SingleChoice {
            hint = orEmpty(hint);
            note = orEmpty(note);
        }
    }

    /** Several options, with exclusive ones and ones that ask for a text. */
    @Serdeable
    record MultipleChoice(String id, String label, String shortLabel, String hint, String source, boolean required, String note,
            ChoiceRole role,
            List<Option> options) implements Question {
        public MultipleChoice {
            hint = orEmpty(hint);
            note = orEmpty(note);
            role = role == null ? ChoiceRole.other : role;
        }
    }

    /**
     * A few building blocks, or "not yet": two ways to answer.
     *
     * @param picked label of the way that opens the choice of blocks; empty in an instrument that shows the blocks at once, with "not yet"
     *            below them
     */
    @Serdeable
    record BlockSelection(String id, String label, String shortLabel, String hint, String source, boolean required, String note,
            BlockRole role, int min, int max, NotYet notYet, String picked) implements Question {
        /** What a form posts for having no block to pick yet; no block has this id. */
        public static final String NOT_YET = "not-yet";
        /** What a form posts for the other way. */
        public static final String PICKED = "picked";

        public BlockSelection {
            hint = orEmpty(hint);
            note = orEmpty(note);
            picked = orEmpty(picked);
            role = role == null ? BlockRole.other : role;
        }

        /** Whether one first says which way it is, and only the one of blocks asks more. */
        public boolean hasTwoWays() {
            return !picked.isEmpty();
        }

        /**
         * The way out.
         *
         * @param considered label of the optional choice of blocks that goes with it; empty when it asks nothing more
         */
        @Serdeable
        public record NotYet(String label, String considered) {
            public NotYet {
                considered = orEmpty(considered);
            }

            public boolean asksMore() {
                return !considered.isEmpty();
            }
        }
    }

    /**
     * Distinct building blocks in order of importance.
     *
     * @param item label of one place in the order; {@code {number}} stands for its number, from 1
     */
    @Serdeable
    record BlockRanking(String id, String label, String shortLabel, String hint, String source, boolean required, String note,
            BlockRole role, int min, int max, String item) implements Question {
        public BlockRanking {
            hint = orEmpty(hint);
            note = orEmpty(note);
            role = role == null ? BlockRole.other : role;
        }
    }

    /** The options of a question that has a fixed list of them; empty for the others. */
    default List<Option> fixedOptions() {
        return switch (this) {
            case SingleChoice single -> single.options();
            case MultipleChoice multiple -> multiple.options();
            case Placement p -> List.of();
            case Ambition a -> List.of();
            case BlockSelection s -> List.of();
            case BlockRanking r -> List.of();
        };
    }

    /** An option by its id. */
    default Optional<Option> option(String optionId) {
        for (Option option : fixedOptions()) {
            if (option.id().equals(optionId)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
