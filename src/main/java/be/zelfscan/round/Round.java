package be.zelfscan.round;

import be.zelfscan.questionnaire.QuestionnaireKey;
import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One period in which centres take one questionnaire.
 *
 * @param opensOn first day, in Belgium
 * @param closesOn last day, in Belgium
 * @param minimumGroupSize the least number of centres of which a distribution is shown; 3 or more
 * @param noteRetentionYears how long notes are kept after the round was closed
 */
@Introspected
public record Round(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, RoundState state,
        int minimumGroupSize, int noteRetentionYears) {
    public QuestionnaireKey questionnaire() {
        return new QuestionnaireKey(questionnaireId, version);
    }

    public boolean isDraft() {
        return state == RoundState.draft;
    }

    public boolean isOpen() {
        return state == RoundState.open;
    }

    public boolean isClosed() {
        return state == RoundState.closed;
    }
}
