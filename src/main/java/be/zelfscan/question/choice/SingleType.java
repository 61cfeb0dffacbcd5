package be.zelfscan.question.choice;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.random.RandomGenerator;

/** One of several options. */
@Singleton
public class SingleType extends ChoiceType {
    public static final String ID = "single";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        super.check(question, pointer, in, faults);
        for (int i = 0; i < options(question).size(); i++) {
            if (options(question).get(i).exclusive()) {
                faults.add("%s/options/%d/exclusive".formatted(pointer, i), "an exclusive option where only one can be chosen",
                        "no 'exclusive' in a question of type single");
            }
        }
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        return answer instanceof Answer.Coded coded && coded.codes().size() > 1 ? List.of(new AnswerProblem.MoreThanOne())
                : super.refusals(question, answer, asked);
    }

    @Override
    public int most(Question question) {
        return 1;
    }

    @Override
    public boolean canBeCleared(Question question) {
        return true;
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<Option> options = options(question);
        return chosen(List.of(options.get(random.nextInt(options.size()))));
    }
}
