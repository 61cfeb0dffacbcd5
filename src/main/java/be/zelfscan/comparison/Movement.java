package be.zelfscan.comparison;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How many centres placed a block on one stage in the earlier round and on another in the later.
 *
 * @param to the same as {@code from} for those that stayed
 */
@Serdeable
public record Movement(String block, String from, String to, int centres) {}
