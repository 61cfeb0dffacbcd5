package be.zelfscan.export;

import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.GivenAnswer;
import java.util.stream.Stream;

/** One answer of one centre. */
record AnswerRow(CentreInRound centre, SentAnswers sent, String section, Question question, GivenAnswer given) {

    Questionnaire questionnaire() {
        return sent.questionnaire();
    }

    /** The question in full, about its building block. */
    String wording() {
        return question.labelFor(questionnaire().sectionTitle(section));
    }

    /** Everything that a centre answered, in the order of the instrument; nothing when it sent nothing. */
    static Stream<AnswerRow> of(CentreInRound centre) {
        return centre.sent().stream().flatMap(sent -> sent.questionnaire().sections().stream()
                .flatMap(section -> sent.questionnaire().questions(section).stream()
                        .map(question -> new AnswerRow(centre, sent, section, question, sent.answers().at(section, question.id())))))
                .filter(row -> row.given().answer().isPresent() || !row.given().note().isEmpty());
    }
}
