package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundClosed;
import be.zelfscan.round.RoundState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One centre's scan in one round, as somebody meets it.
 *
 * @param roundState only in an open round it is answered and sent
 * @param closedOn the day on which its round was closed; empty while it is not
 * @param roles what this somebody is in the centre; empty when nothing
 */
public record Scan(UUID id, UUID roundId, UUID centreId, String centreName, String roundTitle, LocalDate closesOn, RoundState roundState,
        Optional<LocalDate> closedOn, QuestionnaireKey questionnaire, boolean sent, Set<Role> roles) {
    public Scan {
        roles = Set.copyOf(roles);
    }

    /** Whether it can be answered and sent. */
    public boolean isOpen() {
        return !sent && roundState == RoundState.open;
    }

    RoundClosed roundClosed() {
        return new RoundClosed(roundTitle, closedOn);
    }

    /** @throws RoundClosed unless its round is open */
    void requireOpenRound() {
        if (roundState != RoundState.open) {
            throw roundClosed();
        }
    }
}
