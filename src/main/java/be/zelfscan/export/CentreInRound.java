package be.zelfscan.export;

import be.zelfscan.questionnaire.QuestionnaireKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A centre that takes part in a round.
 *
 * @param schoolGroups the names of those for which it works, by name
 * @param questionnaire of what it sent, or of the round
 * @param sent the newest that it sent; empty when it sent nothing
 */
record CentreInRound(UUID roundId, String round, UUID centreId, String centre, List<String> schoolGroups, QuestionnaireKey questionnaire,
        Optional<SentAnswers> sent) {}
