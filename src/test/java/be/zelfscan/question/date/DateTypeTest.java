package be.zelfscan.question.date;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTypeTest {
    private static final Questionnaire GARDEN = Definitions.ofTypes().stream().filter(one -> one.key().id().equals("tuinboek")).findFirst()
            .orElseThrow();
    private static final Question SOWN = GARDEN.blockQuestions().stream().filter(one -> one.id().equals("sown")).findFirst().orElseThrow();
    private static final Asked ASKED = new Asked(GARDEN, "sla", question -> Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-08", "08/11/2026", "8/11/2026", "8-11-2026", "8.11.2026", "8 november 2026", "8  November 2026"})
    void aDayIsReadAsABrowserOrAPersonWritesIt(String typed) {
        assertThat(DateType.day(typed)).contains(LocalDate.of(2026, 11, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "29-2-2026", "11/28/2026", "8/11/26", "morgen", "2026", "8/11"})
    void whatIsNoDayIsATextThatIsRefusedAsItWasTyped(String typed) {
        assertThat(DateType.day(typed)).isEmpty();
        assertThat(SOWN.refusals(new Answer.Written(typed), ASKED)).singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("‘" + typed + "’", "bijvoorbeeld 28/11/2026"));
    }

    @Test
    void aDayOutOfItsBoundsIsRefusedByASentenceThatSaysThem() {
        assertThat(SOWN.refusals(new Answer.Dated(LocalDate.of(2025, 12, 31)), ASKED)).extracting(AnswerProblem::sentence)
                .containsExactly("Hier past een datum van 1 januari 2026 tot en met 31 december 2026.");
        assertThat(SOWN.refusals(new Answer.Dated(LocalDate.of(2026, 12, 31)), ASKED)).isEmpty();
    }
}
