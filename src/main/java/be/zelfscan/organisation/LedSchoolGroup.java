package be.zelfscan.organisation;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A school group that somebody leads. */
@Introspected
public record LedSchoolGroup(UUID id, String name) {}
