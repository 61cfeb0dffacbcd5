package be.zelfscan.followup;

import be.zelfscan.questionnaire.Questionnaire;
import java.util.List;
import java.util.UUID;

/** A round that was opened, with what one can choose in it. */
public record FollowedRound(UUID id, String title, Questionnaire questionnaire, List<SchoolGroupChoice> schoolGroups) {
    public String address() {
        return "/vergelijking/" + id;
    }

    boolean hasSchoolGroup(UUID schoolGroupId) {
        return schoolGroups.stream().anyMatch(group -> group.id().equals(schoolGroupId));
    }
}
