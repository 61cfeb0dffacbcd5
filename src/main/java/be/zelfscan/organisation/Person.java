package be.zelfscan.organisation;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param email in lower case; it identifies the person
 */
@Introspected
public record Person(UUID id, String name, String email) {}
