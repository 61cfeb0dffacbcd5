package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A scan as it was sent: numbered, immutable and complete.
 *
 * @param number from 1; a scan that is sent again gets the next
 * @param roles what whoever reads it is in the centre; empty when nothing
 * @param notesErasedAfter how many years after the round was closed its notes were erased; empty while they are kept
 */
public record SentScan(UUID id, UUID scanId, UUID centreId, String centreName, String roundTitle, int number, Instant sentAt, String sentBy,
        QuestionnaireKey questionnaire, Answers answers, Set<Role> roles, OptionalInt notesErasedAfter) {
    public SentScan {
        roles = Set.copyOf(roles);
    }

    /** Says that notes were erased; empty while they are kept. */
    public String erasure() {
        return notesErasedAfter.isEmpty() ? ""
                : "De toelichtingen, en wat het centrum verder typte, zijn gewist, %d jaar nadat de ronde gesloten werd."
                        .formatted(notesErasedAfter.getAsInt());
    }
}
