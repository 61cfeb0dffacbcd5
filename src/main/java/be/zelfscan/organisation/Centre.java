package be.zelfscan.organisation;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A pupil guidance centre: the organisation that is assessed. */
@Introspected
public record Centre(UUID id, String name) {}
