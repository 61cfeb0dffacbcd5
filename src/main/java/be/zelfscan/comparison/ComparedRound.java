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
 * @param closedOn the day on which it was closed, in Belgium; empty while it is open
 * @param frozenAt when its figures were fixed; empty while it is open, and each sent scan still changes them, and for a moment after it is closed
 * @param method the version of the way of counting by which they were fixed; that of today while they are not
 */
public record ComparedRound(UUID id, String title, QuestionnaireKey questionnaire, LocalDate opensOn, int minimumGroupSize,
        Optional<LocalDate> closedOn, Optional<Instant> frozenAt, int method) {
    public boolean isClosed() {
        return closedOn.isPresent();
    }

    /** Why there is no change since this round, as a sentence. */
    String notComparable() {
        return "Niet vergelijkbaar met ‘%s’: die ronde gebruikte een versie van de vragenlijst die anders is opgebouwd.".formatted(title);
    }

    public boolean isFrozen() {
        return frozenAt.isPresent();
    }
}
