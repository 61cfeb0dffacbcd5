package be.zelfscan.comparison;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a set of centres answered together, in numbers of centres. Immutable; a frozen comparison keeps it as JSON.
 *
 * @param centres how many sent a scan: all other numbers are out of these
 * @param blocks in the order of the instrument
 * @param notYet how many have no inspiring practice to offer yet
 */
@Serdeable
public record Figures(int centres, List<BlockFigures> blocks, int notYet) {
    /** The version of the way of counting: a change of what a number means gets the next one. */
    static final int METHOD = 2;

    public Figures {
        blocks = List.copyOf(blocks);
    }

    /**
     * One building block.
     *
     * @param flows from where to where; a pair that nobody chose has no entry
     * @param choices the options that somebody chose
     * @param inspiring how many can inspire others here
     * @param priorities how many made it a priority
     * @param points their Borda points together: the first place gives as many points as there are places, each next one a point less
     */
    @Serdeable
    public record BlockFigures(String id, List<Flow> flows, List<Choice> choices, int inspiring, int priorities, int points) {
        public BlockFigures {
            flows = List.copyOf(flows);
            choices = List.copyOf(choices);
        }

        /** How many centres placed it on this stage. */
        public int at(String stage) {
            return flows.stream().filter(flow -> flow.from().equals(stage)).mapToInt(Flow::centres).sum();
        }

        /** How many centres want to go from one stage to another, or to hold it when both are the same. */
        public int flow(String from, String to) {
            return flows.stream().filter(flow -> flow.from().equals(from) && to.equals(flow.to())).mapToInt(Flow::centres).sum();
        }

        /** From where to which other stage centres want to go. */
        public List<Flow> growing() {
            return flows.stream().filter(flow -> flow.to() != null && !flow.from().equals(flow.to())).toList();
        }

        /** How many centres want to keep the stage of today. */
        public int holding() {
            return flows.stream().filter(flow -> flow.from().equals(flow.to())).mapToInt(Flow::centres).sum();
        }

        /** How many centres chose this option. */
        public int chosen(String question, String option) {
            return choices.stream().filter(choice -> choice.question().equals(question) && choice.option().equals(option))
                    .mapToInt(Choice::centres).sum();
        }
    }

    /**
     * An ambition, or that there is none.
     *
     * @param from the stage of today
     * @param to the stage that is the ambition, that of today to hold; null where no ambition was asked or none was given
     */
    @Serdeable
    public record Flow(String from, @Nullable String to, int centres) {}

    /** An option of a question. */
    @Serdeable
    public record Choice(String question, String option, int centres) {}

    /**
     * How many centres placed a block on one stage in the earlier round and on another in the later.
     *
     * @param to the same as {@code from} for those that stayed
     */
    @Serdeable
    public record Movement(String block, String from, String to, int centres) {}

    /** @throws IllegalArgumentException for a block that the instrument does not have */
    public BlockFigures block(String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figures of block " + id));
    }
}
