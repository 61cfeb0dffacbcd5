package be.zelfscan.question.ranking;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Widget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Distinct things in order of importance. The codes of the answer are the things by place, the first first; an empty code stands where a
 * place was left open, which is never so in what was sent.
 */
public abstract class RankingType implements QuestionType {
    private static final String NUMBER = "{number}";

    /** How many places there are, and what one is called. */
    public interface Places {
        int min();

        int max();

        /** Label of one place in the order; {@code {number}} stands for its number, from 1. */
        String item();

        default String item(int place) {
            return item().replace(NUMBER, String.valueOf(place));
        }
    }

    /** A place of the order was left open, with something behind it. */
    public record OpenPlace(String place) implements AnswerProblem {
        @Override
        public String sentence() {
            return "‘" + place + "’ is nog leeg. Vul dat in, of schuif op wat erna komt.";
        }
    }

    private static Places places(Question question) {
        return (Places) question.own();
    }

    /** What can be put in order. */
    protected abstract List<Option> things(Question question, Instrument in);

    /** Why an answer that has something twice cannot be kept. */
    protected AnswerProblem twice(String label, Instrument in) {
        return new AnswerProblem.Twice(label);
    }

    protected AnswerProblem tooFew(int min, Instrument in) {
        return new AnswerProblem.TooFew(min);
    }

    protected AnswerProblem tooMany(int max, Instrument in) {
        return new AnswerProblem.TooMany(max);
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        if (!places(question).item().contains(NUMBER)) {
            faults.add(pointer + "/item", "the label '%s' has no {number}".formatted(places(question).item()),
                    "the placeholder {number} in it");
        }
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        if (fields.choices().isEmpty()) {
            return Optional.empty();
        }
        List<String> places = new ArrayList<>(fields.raw(Fields.CHOICE));
        while (!places.isEmpty() && places.getLast().isEmpty()) {
            places.removeLast();
        }
        return Optional.of(new Answer.Coded(places));
    }

    @Override
    public int least(Question question) {
        return places(question).min();
    }

    @Override
    public int most(Question question) {
        return places(question).max();
    }

    private static List<String> codes(Answer answer) {
        return answer instanceof Answer.Coded coded ? coded.codes() : List.of();
    }

    /** What stands at a place, from 1; empty when nothing does. */
    public static String at(Answer answer, int place) {
        return place <= codes(answer).size() ? codes(answer).get(place - 1) : "";
    }

    /** What was put somewhere. */
    private static List<String> placed(Answer answer) {
        return codes(answer).stream().filter(code -> !code.isEmpty()).toList();
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        List<AnswerProblem> problems = new ArrayList<>();
        Map<String, String> labels = Option.labels(things(question, asked.in()));
        Set<String> seen = new HashSet<>();
        for (String code : placed(answer)) {
            if (!labels.containsKey(code)) {
                problems.add(new AnswerProblem.OutsideOptions(question));
            } else if (!seen.add(code)) {
                problems.add(twice(labels.get(code), asked.in()));
            }
        }
        if (coded.codes().size() > most(question)) {
            problems.add(tooMany(most(question), asked.in()));
        }
        return problems;
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>();
        if (placed(answer).size() < least(question)) {
            problems.add(tooFew(least(question), asked.in()));
        }
        int open = codes(answer).indexOf("");
        if (open >= 0) {
            problems.add(new OpenPlace(places(question).item(open + 1)));
        }
        return problems;
    }

    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        List<String> codes = codes(answer);
        return IntStream.range(0, codes.size()).filter(i -> !codes.get(i).isEmpty())
                .mapToObj(i -> new Part(codes.get(i), label(question, codes.get(i), in), "", places(question).item(i + 1), "")).toList();
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        return IntStream.rangeClosed(1, most(question))
                .mapToObj(place -> new Column("." + place, places(question).item(place), Column.Kind.code,
                        Option.labels(things(question, in)), "het centrum koos er minder",
                        answer -> new Column.Value.Written(at(answer, place)), (version, asked) -> true))
                .toList();
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return List.of(new Widget.Places(IntStream.rangeClosed(1, most(question)).mapToObj(places(question)::item).toList()));
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<String> codes = new ArrayList<>(things(question, asked.in()).stream().map(Option::id).toList());
        Collections.shuffle(codes, new Random(random.nextLong()));
        return new Answer.Coded(codes.subList(0, random.nextInt(least(question), most(question) + 1)));
    }
}
