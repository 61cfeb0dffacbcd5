package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A person as the support team manages them.
 *
 * @param email in lower case; it identifies the person
 */
public record NetPerson(UUID id, String name, String email, Set<HeldRole> roles, Optional<LocalDate> endedOn) implements Endable {
    public NetPerson {
        roles = Set.copyOf(roles);
    }

    public NetPerson withName(String other) {
        return new NetPerson(id, other, email, roles, endedOn);
    }

    public NetPerson withRoles(Set<HeldRole> others) {
        return new NetPerson(id, name, email, others, endedOn);
    }

    public NetPerson withEnd(Optional<LocalDate> end) {
        return new NetPerson(id, name, email, roles, end);
    }

    boolean isSupport() {
        return roles.contains(HeldRole.SUPPORT);
    }
}
