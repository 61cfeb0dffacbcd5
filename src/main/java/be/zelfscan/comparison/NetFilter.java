package be.zelfscan.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * Which centres of a round are taken together. Stage and ambition are those of {@code block}, so that they mean nothing without it.
 *
 * @param schoolGroup only centres that worked for it
 * @param block a building block
 * @param stage only centres that placed that block on this stage
 * @param ambition only centres that want to go from there to this stage; the stage itself means holding it
 */
public record NetFilter(Optional<UUID> schoolGroup, Optional<String> block, Optional<String> stage, Optional<String> ambition) {
    public static final NetFilter NONE = new NetFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether centres are chosen by what they answered, and not only by for whom they work. */
    boolean byAnswers() {
        return block.isPresent() && (stage.isPresent() || ambition.isPresent());
    }

    public boolean isNarrow() {
        return schoolGroup.isPresent() || byAnswers();
    }
}
