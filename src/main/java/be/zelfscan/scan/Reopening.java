package be.zelfscan.scan;

import java.time.Instant;
import java.util.UUID;

/** That a sent scan was opened again: what was sent before stays, and sending it again makes the next number. */
public record Reopening(UUID id, UUID scanId, String reason, Instant at) {}
