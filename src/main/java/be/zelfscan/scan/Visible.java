package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which questions are asked by what was answered. An answer to a question that is not asked counts for nothing: nothing depends on it, and
 * it is not sent. Pure and immutable.
 */
public final class Visible {
    private record Place(String section, String question) {}

    private final Questionnaire questionnaire;
    private final Set<Place> hidden = new HashSet<>();

    private Visible(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** What is asked when these answers were given. */
    public static Visible of(Questionnaire questionnaire, Answers answers) {
        Visible visible = new Visible(questionnaire);
        for (Section section : questionnaire.sections()) { // a question depends on earlier ones only
            for (Question question : section.questions()) {
                if (question.visibleWhen().filter(condition -> !condition.holds(section.id(),
                        (at, id) -> visible.given(answers, at, id))).isPresent()) {
                    visible.hidden.add(new Place(section.id(), question.id()));
                }
            }
        }
        return visible;
    }

    private Optional<Answer> given(Answers answers, String section, String question) {
        return isAsked(section, question) ? answers.at(section, question).answer() : Optional.empty();
    }

    /** Whether a question is asked. */
    public boolean isAsked(String section, String question) {
        return !hidden.contains(new Place(section, question));
    }

    /** The questions of a section that are asked. */
    public List<Question> questions(String section) {
        return questionnaire.questions(section).stream().filter(question -> isAsked(section, question.id())).toList();
    }

    /** The answers to what is asked: what counts, and is sent. */
    public Answers of(Answers answers) {
        return hidden.isEmpty() ? answers
                : new Answers(answers.all().stream().filter(given -> isAsked(given.section(), given.question())).toList());
    }
}
