package be.zelfscan.question.choice;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** So many of several options; one that excludes the others is enough by itself. */
@Singleton
public class PickType extends MultipleType {
    /**
     * @param min the fewest of a complete answer
     * @param max the most
     */
    @Serdeable
    public record Own(List<Option> options, int min, int max) implements Offered {}

    @Override
    public String id() {
        return "pick";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    private List<Option> countable(Question question) {
        return options(question).stream().filter(option -> !option.exclusive()).toList();
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        super.check(question, pointer, in, faults);
        checkRange(own(question).min(), own(question).max(), countable(question).size(), pointer, faults);
    }

    @Override
    public int least(Question question) {
        return own(question).min();
    }

    @Override
    public int most(Question question) {
        return own(question).max();
    }

    @Override
    public String hint(Question question) {
        int min = own(question).min();
        int max = own(question).max();
        return min == max ? "Kies er precies " + max + "." : "Kies er " + min + " tot " + max + ".";
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>(super.refusals(question, answer, asked));
        if (answer instanceof Answer.Coded coded && coded.codes().size() > own(question).max()) {
            problems.add(new AnswerProblem.TooMany(own(question).max()));
        }
        return problems;
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>(super.lacking(question, answer, asked));
        List<String> codes = ((Answer.Coded) answer).codes();
        if (codes.size() < own(question).min()
                && codes.stream().flatMap(code -> question.option(code).stream()).noneMatch(Option::exclusive)) {
            problems.add(new AnswerProblem.TooFew(own(question).min()));
        }
        return problems;
    }

    /** The words that the first types have in version 1 are theirs alone. */
    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return ApiAnswer.of(answer);
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<Option> countable = new ArrayList<>(countable(question));
        Collections.shuffle(countable, new Random(random.nextLong()));
        List<Option> picked = countable.subList(0, random.nextInt(own(question).min(), own(question).max() + 1));
        return chosen(options(question).stream().filter(picked::contains).toList());
    }
}
