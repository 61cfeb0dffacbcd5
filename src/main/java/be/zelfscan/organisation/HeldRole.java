package be.zelfscan.organisation;

import java.util.Optional;
import java.util.UUID;

/**
 * A role that somebody has.
 *
 * @param where the centre, or for a leader the school group; empty for the support team
 */
public record HeldRole(Role role, Optional<UUID> where) {
    static final HeldRole SUPPORT = new HeldRole(Role.support, Optional.empty());
}
