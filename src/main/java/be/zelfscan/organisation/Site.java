package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A site of a centre. */
public record Site(UUID id, UUID centreId, String name, Optional<LocalDate> endedOn) implements NetPart {
    Site withName(String other) {
        return new Site(id, centreId, other, endedOn);
    }

    @Override
    public Site withEnd(Optional<LocalDate> end) {
        return new Site(id, centreId, name, end);
    }
}
