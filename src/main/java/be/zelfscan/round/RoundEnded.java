package be.zelfscan.round;

import java.util.UUID;

/** A round was closed; published in the transaction that did it, of use after it commits. */
public record RoundEnded(UUID roundId) {}
