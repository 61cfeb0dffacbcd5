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
 */
@Introspected
public record Round(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn) {
    public QuestionnaireKey questionnaire() {
        return new QuestionnaireKey(questionnaireId, version);
    }
}
