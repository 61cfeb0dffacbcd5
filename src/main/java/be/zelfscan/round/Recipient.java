package be.zelfscan.round;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** Somebody who gets a mail of a round. */
@Introspected
public record Recipient(UUID id, String name, String email) {}
