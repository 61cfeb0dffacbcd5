package be.zelfscan.campaign;

import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of one centre in one round, as far as the mails about it need to know: how far the scan is, never what it answers.
 *
 * @param roundTitle of one line
 * @param opensOn first day, in Belgium
 * @param closesOn last day, in Belgium
 * @param closedOn the day on which the round was closed; empty as long as it is not
 * @param started whether the centre began its scan
 * @param sent whether the scan is sent, and was not opened again since
 * @param lastSent what the centre sent last
 * @param reopened that what it sent was opened again, and not sent again since
 */
record RoundPart(UUID id, UUID roundId, String roundTitle, QuestionnaireKey questionnaire, LocalDate opensOn, LocalDate closesOn,
        Optional<LocalDate> closedOn, UUID centreId, String centreName, boolean started, boolean sent, Optional<UUID> lastSent,
        Optional<Reopened> reopened) {

    /**
     * @param on the day, in Belgium
     * @param number of what was sent before, which counts meanwhile
     */
    record Reopened(LocalDate on, String reason, int number) {}

    boolean isClosed() {
        return closedOn.isPresent();
    }
}
