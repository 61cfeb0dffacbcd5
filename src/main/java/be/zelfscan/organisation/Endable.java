package be.zelfscan.organisation;

import be.zelfscan.text.BelgianDutch;
import java.time.LocalDate;
import java.util.Optional;

/** Something that ends and is never deleted: what was answered refers to it. */
public sealed interface Endable permits NetPart, PersonWithRoles {
    /** The day on which it ended; empty while it goes on. */
    Optional<LocalDate> endedOn();

    default boolean isActive() {
        return endedOn().isEmpty();
    }

    /** In words. */
    default String state() {
        return endedOn().map(day -> "beëindigd op " + BelgianDutch.date(day)).orElse("in gebruik");
    }
}
