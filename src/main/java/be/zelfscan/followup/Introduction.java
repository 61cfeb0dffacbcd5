package be.zelfscan.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One centre that can inspire and one that looks for inspiration in the same block, introduced to each other or about to be.
 *
 * @param block its title
 * @param message of the support team; empty when it wrote none
 */
record Introduction(String round, String block, Side inspiring, Side seeking, String message) {
    /** A director, as the other reads it. */
    record Director(UUID id, String name, String email) {}

    /** @param directors those that can still be reached */
    record Side(UUID centreId, String centre, List<Director> directors) {}

    List<Side> sides() {
        return List.of(inspiring, seeking);
    }

    /** The other side for somebody; empty when it is of neither. */
    Optional<Side> otherThan(String email) {
        if (inspiring.directors().stream().anyMatch(director -> director.email().equals(email))) {
            return Optional.of(seeking);
        }
        return seeking.directors().stream().anyMatch(director -> director.email().equals(email)) ? Optional.of(inspiring)
                : Optional.empty();
    }

    Introduction with(String otherMessage) {
        return new Introduction(round, block, inspiring, seeking, otherMessage);
    }
}
