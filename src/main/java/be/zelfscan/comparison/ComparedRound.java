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
 * @param frozenAt when its figures were fixed; empty while it is open, and each sent scan still changes them, and for a moment after it is
 *         closed
 * @param method the version of the way of counting by which they were fixed; that of today while they are not
 */
public record ComparedRound(UUID id, String title, QuestionnaireKey questionnaire, LocalDate opensOn, int minimumGroupSize,
        Optional<LocalDate> closedOn, Optional<Instant> frozenAt, int method) {
    /**
     * A centre in it.
     *
     * @param name as it was when the round closed
     * @param sentScanId the newest snapshot that it sent, which is what counts; empty when it sent none, and counts nowhere
     */
    public record Centre(UUID id, String name, Optional<UUID> sentScanId) {
        public boolean sent() {
            return sentScanId.isPresent();
        }
    }

    /**
     * A school group for which centres of it worked.
     *
     * @param name as it was when the round closed
     * @param centres how many of its centres took part
     * @param sent how many of these sent a scan
     */
    public record SchoolGroup(UUID id, String name, int centres, int sent) {}

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
