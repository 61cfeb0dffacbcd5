package be.zelfscan.comparison;

/**
 * How many centres placed a block on one stage in the earlier round and on another in the later.
 *
 * @param to the same as {@code from} for those that stayed
 */
public record Movement(String block, String from, String to, int centres) {}
