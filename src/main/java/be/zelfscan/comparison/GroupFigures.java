package be.zelfscan.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * A set of centres with its figures, as one person may see them.
 *
 * @param schoolGroupId empty for the whole net
 * @param name of the school group as it was when the round closed, or {@link #NET}
 * @param figures empty when they would tell of fewer centres than the round's minimum, by themselves or by subtraction
 * @param veil what of the figures is told less exactly
 */
public record GroupFigures(Optional<UUID> schoolGroupId, String name, Optional<Figures> figures, Veil veil) {
    /** What the net is called among school groups. */
    public static final String NET = "Het hele net";

    /** The net, of which everything is told. */
    static GroupFigures net(Optional<Figures> figures) {
        return new GroupFigures(Optional.empty(), NET, figures, Veil.NONE);
    }

    static GroupFigures of(Optional<UUID> schoolGroupId, String name, Optional<Discretion.Told> told) {
        return new GroupFigures(schoolGroupId, name, told.map(Discretion.Told::figures), told.map(Discretion.Told::veil).orElse(Veil.NONE));
    }

    public boolean isNet() {
        return schoolGroupId.isEmpty();
    }
}
