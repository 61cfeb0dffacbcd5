package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the instrument allows. Pure: the same answers give the same judgement everywhere.
 *
 * <p>{@link #refusals} says why an answer cannot be kept at all; {@link #openPoints} says what a kept answer still lacks before the scan can be
 * sent. An answer that is merely unfinished (two priorities of three) is kept, so that a team can stop in the middle.
 */
public final class AnswerRules {
    private final Questionnaire questionnaire;

    public AnswerRules(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** What is known when an answer in a section is judged by the answers in force. */
    public static Asked asked(Questionnaire questionnaire, String section, Answers answers) {
        return new Asked(questionnaire, section, question -> answers.at(section, question).answer());
    }

    /** Why an answer cannot be kept; empty when it can. */
    public List<AnswerProblem> refusals(Question question, Optional<Answer> answer, String note, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>();
        int length = note.codePointCount(0, note.length());
        if (length > AnswerProblem.NOTE_LIMIT) {
            problems.add(new AnswerProblem.NoteTooLong(length));
        }
        answer.ifPresent(given -> problems.addAll(question.refusals(given, asked)));
        return problems.stream().distinct().toList();
    }

    /** What the answer to a question still lacks before the scan can be sent; empty when nothing. */
    public List<AnswerProblem> openPoints(Question question, Answers answers, String section) {
        GivenAnswer given = answers.at(section, question.id());
        if (given.answer().isEmpty()) {
            return question.required() ? List.of(new AnswerProblem.Missing(BelgianDutch.inSentence(question.shortLabel()))) : List.of();
        }
        Asked asked = asked(questionnaire, section, answers);
        List<AnswerProblem> problems = new ArrayList<>(refusals(question, given.answer(), given.note(), asked));
        problems.addAll(question.lacking(given.answer().get(), asked));
        return problems;
    }
}
