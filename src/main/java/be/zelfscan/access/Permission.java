package be.zelfscan.access;

import be.zelfscan.organisation.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can be done with a centre's scan, and by whom: the one table of rights. */
public enum Permission {
    /** See the centre, its rounds, its answers and its results. */
    see(Role.member, Role.coordinator, Role.director),
    /** Answer questions. */
    answer(Role.member, Role.coordinator, Role.director),
    /** Send the scan. */
    send(Role.director);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = EnumSet.copyOf(Set.of(roles));
    }

    /** Whether somebody who has these roles in the centre may do it. */
    public boolean allowed(Collection<Role> rolesInCentre) {
        return rolesInCentre.stream().anyMatch(roles::contains);
    }

    /**
     * @throws NotAllowed when somebody who has these roles in the centre may not do it
     */
    public void require(Collection<Role> rolesInCentre) {
        if (!allowed(rolesInCentre)) {
            throw rolesInCentre.isEmpty() ? NotAllowed.notYours() : NotAllowed.otherRole();
        }
    }
}
