package be.zelfscan.question;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One of a few answers that follow from the question: which they are is all that such a type says. The code of the answer is that of an
 * option.
 */
public abstract class OneAnswerType implements QuestionType {
    @Override
    public abstract List<Option> options(Question question);

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        List<String> choices = fields.choices();
        return choices.isEmpty() ? Optional.empty() : Optional.of(new Answer.Coded(choices));
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded) || !coded.codes().stream().allMatch(code -> question.option(code).isPresent())) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        return coded.codes().size() == 1 ? List.of() : List.of(new AnswerProblem.MoreThanOne());
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
        return Answer.Coded.of(options.get(random.nextInt(options.size())).id());
    }
}
