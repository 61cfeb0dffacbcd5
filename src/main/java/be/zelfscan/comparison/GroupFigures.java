package be.zelfscan.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * A set of centres with its figures, as one person may see them.
 *
 * @param schoolGroupId empty for the whole net
 * @param name of the school group as it was when the round closed, or {@link #NET}
 * @param figures empty when they would tell of fewer centres than the round's minimum, by themselves or by subtraction
 */
public record GroupFigures(Optional<UUID> schoolGroupId, String name, Optional<Figures> figures) {
    /** What the net is called among school groups. */
    public static final String NET = "Het hele net";

    static GroupFigures net(Optional<Figures> figures) {
        return new GroupFigures(Optional.empty(), NET, figures);
    }

    public boolean isNet() {
        return schoolGroupId.isEmpty();
    }
}
