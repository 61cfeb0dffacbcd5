package be.zelfscan.round;

import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One period in which centres take one questionnaire.
 *
 * @param opensOn first day, in Belgium
 * @param closesOn last day, in Belgium
 * @param closedAt null while it is not closed
 * @param closingUnfinished whether it is closed, but its comparison and mails are still being made
 * @param minimumGroupSize the least number of centres of which a distribution is shown; 3 or more
 * @param noteRetentionYears how long notes are kept after the round was closed
 */
@Introspected
public record Round(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, RoundState state,
        @Nullable Instant closedAt, boolean closingUnfinished, int minimumGroupSize, int noteRetentionYears) {
    public QuestionnaireKey questionnaire() {
        return new QuestionnaireKey(questionnaireId, version);
    }

    /** The day on which it was closed, in Belgium; empty while it is not. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedAt).map(at -> LocalDate.ofInstant(at, BelgianDutch.ZONE));
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
