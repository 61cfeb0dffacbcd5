package be.zelfscan.opening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a centre and another open their results of a round to each other, seen from one of them.
 *
 * @param other the other centre
 * @param offeredByOwn whether the own centre offered it
 * @param ownNotes whether the notes of the own centre are open too; false as long as it did not say so
 * @param acceptedAt empty as long as it is an offer
 * @param ended empty as long as it is in force, or waits
 */
public record Opening(UUID id, UUID roundId, String round, UUID other, String otherName, boolean offeredByOwn, boolean ownNotes,
        boolean otherNotes, Instant offeredAt, Optional<Instant> acceptedAt, Optional<Ended> ended) {

    /** How it stands. */
    public enum State {
        offered_by_own, offered_by_other, mutual, ended
    }

    /** @param byOwn whether the own centre ended it */
    public record Ended(boolean byOwn, Instant at) {}

    public State state() {
        return ended.isPresent() ? State.ended
                : acceptedAt.isPresent() ? State.mutual : offeredByOwn ? State.offered_by_own : State.offered_by_other;
    }

    boolean isAbout(UUID round, UUID otherCentre) {
        return roundId.equals(round) && other.equals(otherCentre);
    }
}
