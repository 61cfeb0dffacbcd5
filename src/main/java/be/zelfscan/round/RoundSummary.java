package be.zelfscan.round;

/**
 * A round in a list.
 *
 * @param centres how many take part
 * @param sent how many of them sent, as whoever lists it counts that
 */
public record RoundSummary(Round round, int centres, int sent) {}
