package be.zelfscan.organisation;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A role that a person has in a centre. */
@Introspected
public record Membership(UUID centreId, String centreName, Role role) {}
