package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * One centre's scan in one round, as somebody meets it.
 *
 * @param roles what this somebody is in the centre; empty when nothing
 */
public record Scan(UUID id, UUID centreId, String centreName, String roundTitle, LocalDate closesOn, QuestionnaireKey questionnaire,
        boolean sent,
        Set<Role> roles) {
    public Scan {
        roles = Set.copyOf(roles);
    }
}
