package be.zelfscan.export;

import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A round, with how much there is to take out of it.
 *
 * @param centres how many take part
 * @param sent how many of them sent
 */
public record RoundOfData(UUID id, String title, RoundState state, LocalDate opensOn, LocalDate closesOn, QuestionnaireKey questionnaire,
        int centres, int sent) {}
