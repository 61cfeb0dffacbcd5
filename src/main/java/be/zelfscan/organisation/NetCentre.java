package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A centre as the support team manages it.
 *
 * @param schoolGroups for which it works
 */
public record NetCentre(UUID id, String name, Set<UUID> schoolGroups, Optional<LocalDate> endedOn) implements Endable {
    public NetCentre {
        schoolGroups = Set.copyOf(schoolGroups);
    }

    public NetCentre withSchoolGroups(Set<UUID> others) {
        return new NetCentre(id, name, others, endedOn);
    }

    public NetCentre withEnd(Optional<LocalDate> end) {
        return new NetCentre(id, name, schoolGroups, end);
    }
}
