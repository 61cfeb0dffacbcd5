package be.zelfscan.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * A set of centres with its figures, as one person may see them.
 *
 * @param schoolGroupId empty for the whole net
 * @param name of the school group as it was when the round closed; empty for the net
 * @param figures empty when they would tell of fewer centres than the round's minimum, by themselves or by subtraction
 */
public record GroupFigures(Optional<UUID> schoolGroupId, String name, Optional<Figures> figures) {
    public boolean isNet() {
        return schoolGroupId.isEmpty();
    }
}
