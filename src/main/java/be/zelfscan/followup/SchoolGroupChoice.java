package be.zelfscan.followup;

import java.util.UUID;

/** A school group for which centres of a round worked, as it was called then. */
public record SchoolGroupChoice(UUID id, String name) {}
