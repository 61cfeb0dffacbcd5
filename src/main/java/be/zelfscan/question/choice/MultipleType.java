package be.zelfscan.question.choice;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Several options, with exclusive ones and ones that ask for a text. */
@Singleton
public class MultipleType extends ChoiceType {
    public static final String ID = "multiple";

    /** An exclusive option together with others. */
    public record NotTogether(String exclusive) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Je koos ‘" + exclusive + "’ samen met een ander antwoord. Kies het ene of het andere.";
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        super.check(question, pointer, in, faults);
        if (options(question).stream().allMatch(Option::exclusive)) {
            faults.add(pointer + "/options", "every option excludes the others",
                    "at least one that does not, or a question of type single");
        }
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>(super.refusals(question, answer, asked));
        if (answer instanceof Answer.Coded coded && coded.codes().size() > 1) {
            coded.codes().stream().flatMap(code -> question.option(code).stream()).filter(Option::exclusive).findFirst()
                    .ifPresent(option -> problems.add(new NotTogether(option.label())));
        }
        return problems;
    }

    @Override
    public String hint(Question question) {
        return "Meer dan één antwoord is mogelijk.";
    }

    /** An exclusive option by itself, or any of the others in their order. */
    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<Option> options = options(question);
        Option first = options.get(random.nextInt(options.size()));
        return chosen(first.exclusive() ? List.of(first)
                : options.stream().filter(option -> option.equals(first) || !option.exclusive() && random.nextBoolean()).toList());
    }
}
