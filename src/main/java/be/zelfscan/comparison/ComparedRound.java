package be.zelfscan.comparison;

import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A round as it is compared.
 *
 * @param minimumGroupSize the fewest centres of which somebody outside the support team sees figures
 * @param closed whether nothing is sent in it any more
 * @param frozenAt when its figures were fixed; empty while it is open, and each sent scan still changes them, and for a moment after it is closed
 * @param method the version of the way of counting by which they were fixed; that of today while they are not
 */
public record ComparedRound(UUID id, String title, QuestionnaireKey questionnaire, LocalDate opensOn, int minimumGroupSize,
        boolean closed, Optional<Instant> frozenAt, int method) {
    public boolean isFrozen() {
        return frozenAt.isPresent();
    }
}
