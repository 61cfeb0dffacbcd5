package be.zelfscan.organisation;

import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param email in lower case; it identifies the person
 */
public record Person(UUID id, String name, String email) {}
