package be.zelfscan.export;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Answer;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.Visible;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a centre sent, with the version of the questionnaire that it answers. */
record SentAnswers(UUID id, int number, Instant at, Questionnaire questionnaire, Answers answers, Visible visible) {
    SentAnswers(UUID id, int number, Instant at, Questionnaire questionnaire, Answers answers) {
        this(id, number, at, questionnaire, answers, Visible.of(questionnaire, answers));
    }

    /** What was answered to a question; empty when it was not asked, or not answered. */
    Optional<Answer> answer(String section, String question) {
        return answers.at(section, question).answer();
    }
}
