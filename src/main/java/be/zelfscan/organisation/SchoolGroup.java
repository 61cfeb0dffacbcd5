package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A group of schools for which centres work. */
public record SchoolGroup(UUID id, String name, Optional<LocalDate> endedOn) implements NetPart {
    SchoolGroup withName(String other) {
        return new SchoolGroup(id, other, endedOn);
    }

    @Override
    public SchoolGroup withEnd(Optional<LocalDate> end) {
        return new SchoolGroup(id, name, end);
    }
}
