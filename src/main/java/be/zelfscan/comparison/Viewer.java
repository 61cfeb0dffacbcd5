package be.zelfscan.comparison;

import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * For whom something is compared; the transaction must be that person's, see {@link be.zelfscan.database.Scope}.
 *
 * @param support whether of the team that supports the whole net
 */
public record Viewer(UUID personId, boolean support) {
    public static Viewer of(SignedIn person) {
        return new Viewer(person.personId(), person.support());
    }

    Set<Role> rolesInNet() {
        return support ? EnumSet.of(Role.support) : EnumSet.noneOf(Role.class);
    }
}
