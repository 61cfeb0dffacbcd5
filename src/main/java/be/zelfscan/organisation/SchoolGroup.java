package be.zelfscan.organisation;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A school group: centres work for it. */
@Introspected
public record SchoolGroup(UUID id, String name) {}
