package be.zelfscan.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What lets a program read as its person.
 *
 * @param endsAt until when it can be used
 * @param usedAt when it was used last
 */
public record ApiToken(UUID id, String name, Instant createdAt, Instant endsAt, Optional<Instant> usedAt) {}
