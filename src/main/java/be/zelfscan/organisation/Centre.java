package be.zelfscan.organisation;

import java.util.UUID;

/** A pupil guidance centre: the organisation that is assessed. */
public record Centre(UUID id, String name) {}
