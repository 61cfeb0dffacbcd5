package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** The centre as it goes on: for those of its school groups that go on, so that no leader of one that ended comes back with it. */
    public Centre resumed(Predicate<UUID> goesOn) {
        return new Centre(id, name, schoolGroups.stream().filter(goesOn).collect(Collectors.toSet()), Optional.empty());
    }

    @Override
    public Centre withEnd(Optional<LocalDate> end) {
        return new Centre(id, name, schoolGroups, end);
    }
}
