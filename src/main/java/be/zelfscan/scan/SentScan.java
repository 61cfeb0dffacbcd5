package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A scan as it was sent: numbered, immutable and complete.
 *
 * @param number from 1; a scan that is sent again gets the next
 * @param roles what whoever reads it is in the centre; empty when nothing
 */
public record SentScan(UUID id, UUID scanId, UUID centreId, String centreName, String roundTitle, int number, Instant sentAt, String sentBy,
        QuestionnaireKey questionnaire, Answers answers, Set<Role> roles) {
    public SentScan {
        roles = Set.copyOf(roles);
    }
}
