package be.zelfscan.followup;

import be.zelfscan.text.BelgianDutch;
import java.time.Instant;

/**
 * An introduction that was made, and how far its mails are.
 *
 * @param mails how many there are, one for each director
 * @param delivered how many of these arrived
 * @param failed how many of these will not arrive by themselves
 */
record IntroductionState(IntroduceCentres.Match match, Instant at, int mails, int delivered, int failed) {
    /** Whether it is about these two, whoever asks whom. */
    boolean isOf(IntroduceCentres.Match other) {
        return match.equals(other) || match.equals(new IntroduceCentres.Match(other.block(), other.seeking(), other.inspiring()));
    }

    /** When it was done, and whether the mails arrived. */
    String words() {
        String state;
        if (failed > 0) {
            state = failed == 1 ? "1 mail kwam niet aan" : failed + " mails kwamen niet aan";
        } else {
            state = delivered == mails ? "de mails zijn afgeleverd" : "%d van %d mails afgeleverd".formatted(delivered, mails);
        }
        return "voorgesteld op %s, %s".formatted(BelgianDutch.date(at), state);
    }
}
