package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A pupil guidance centre: the organisation that is assessed.
 *
 * @param schoolGroups for which it works
 */
public record Centre(UUID id, String name, Set<UUID> schoolGroups, Optional<LocalDate> endedOn) implements NetPart {
    public Centre {
        schoolGroups = Set.copyOf(schoolGroups);
    }

    public Centre withSchoolGroups(Set<UUID> others) {
        return new Centre(id, name, others, endedOn);
    }

    @Override
    public Centre withEnd(Optional<LocalDate> end) {
        return new Centre(id, name, schoolGroups, end);
    }
}
