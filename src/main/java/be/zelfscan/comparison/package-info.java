/**
 * Centres beside each other: read models over the facts of sent scans, frozen when a round closes.
 *
 * <p>What is compared of a round are its centres with their newest snapshot ({@link be.zelfscan.comparison.ComparedRound.Centre}), the
 * school groups that they work for, and the {@link be.zelfscan.comparison.Figures} of such a set.
 * {@link be.zelfscan.comparison.FreezeComparison} keeps all of it as it was when the round closed. Who is no member of the support team
 * sees figures of closed rounds only, and only those that {@link be.zelfscan.comparison.Guard} lets through; figures of open rounds would
 * tell each new scan by subtraction. What a centre sees of itself beside its groups names no other centre. Nothing here is a mark: stages
 * are counted, never averaged.
 */
package be.zelfscan.comparison;
