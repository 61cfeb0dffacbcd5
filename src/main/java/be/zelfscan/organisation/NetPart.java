package be.zelfscan.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A part of the net that people are not: it is made, ends, and is taken into use again. */
public sealed interface NetPart extends Endable permits SchoolGroup, Centre, Site {
    UUID id();

    String name();

    /** The same, ended on that day, or in use again. */
    NetPart withEnd(Optional<LocalDate> end);
}
