package be.zelfscan.question.choice;

import be.zelfscan.question.Answer;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options of the instrument, of which some ask for a text. The codes of the answer are the options, in their order in the definition. */
public abstract class ChoiceType implements QuestionType {
    /** What can be chosen. */
    interface Offered {
        List<Option> options();
    }

    /** @param options what can be chosen */
    @Serdeable
    public record Own(List<Option> options) implements Offered {}

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public List<Option> options(Question question) {
        return ((Offered) question.own()).options();
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        checkOptions(options(question), pointer, faults);
    }

    /** Adds which options stand there twice. */
    public static void checkOptions(List<Option> options, String pointer, Faults faults) {
        Set<String> ids = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            if (!ids.add(options.get(i).id())) {
                faults.add("%s/options/%d/id".formatted(pointer, i), "the option '%s' occurs twice".formatted(options.get(i).id()),
                        "each option once");
            }
            if (!labels.add(options.get(i).label())) {
                faults.add("%s/options/%d/label".formatted(pointer, i),
                        "the option label '%s' occurs twice".formatted(options.get(i).label()), "each option label once");
            }
        }
    }

    /** Adds what is wrong with how many of so many options are asked. */
    public static void checkRange(int min, int max, int options, String pointer, Faults faults) {
        if (min > max) {
            faults.add(pointer + "/max", "the most (%d) is less than the least (%d)".formatted(max, min), "at least " + min);
        }
        if (max > options) {
            faults.add(pointer + "/max", "%d are asked, of %d options".formatted(max, options), "at most " + options);
        }
    }

    /** The field of what is typed with an option: with its id behind it where several options ask for a text. */
    public static String textField(Question question, String option) {
        return askingText(question).size() > 1 ? Fields.TEXT + "." + option : Fields.TEXT;
    }

    private static List<String> askingText(Question question) {
        return question.options().stream().filter(Option::text).map(Option::id).toList();
    }

    private static String text(Question question, Fields fields, String option) {
        return fields.line(textField(question, option));
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        List<String> choices = fields.choices();
        List<String> options = new ArrayList<>(options(question).stream().map(Option::id).filter(choices::contains).toList());
        choices.stream().filter(choice -> !options.contains(choice)).forEach(options::add);
        if (options.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> texts = new TreeMap<>();
        askingText(question).stream().filter(options::contains).filter(option -> !text(question, fields, option).isEmpty())
                .forEach(option -> texts.put(option, text(question, fields, option)));
        return Optional.of(new Answer.Coded(options, texts));
    }

    @Override
    public Map<String, List<String>> fields(Question question, Answer answer) {
        Answer.Coded coded = (Answer.Coded) answer;
        Map<String, List<String>> fields = new HashMap<>(Map.of(Fields.CHOICE, coded.codes()));
        askingText(question).stream().filter(coded.codes()::contains)
                .forEach(option -> fields.put(textField(question, option), List.of(coded.textOf(option))));
        return fields;
    }

    @Override
    public Map<String, List<String>> beside(Question question, Fields fields) {
        Map<String, List<String>> kept = new HashMap<>();
        List<String> choices = fields.choices();
        askingText(question).stream().filter(option -> !choices.contains(option) && !text(question, fields, option).isEmpty())
                .forEach(option -> kept.put(textField(question, option), List.of(text(question, fields, option))));
        return kept;
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        List<AnswerProblem> problems = new ArrayList<>();
        if (coded.codes().stream().anyMatch(code -> question.option(code).isEmpty())) {
            problems.add(new AnswerProblem.OutsideOptions(question));
        }
        problems.addAll(AnswerProblem.tooLong(coded.texts().values()));
        return problems;
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Map<String, List<String>> beside, Asked asked) {
        return AnswerProblem.tooLong(beside.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        Answer.Coded coded = (Answer.Coded) answer;
        return coded.codes().stream().flatMap(code -> question.option(code).stream())
                .filter(option -> option.text() && coded.textOf(option.id()).isBlank())
                .<AnswerProblem>map(option -> new AnswerProblem.TextMissing(option.label())).toList();
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        Answer.Coded coded = (Answer.Coded) answer;
        List<String> asking = askingText(question).stream().filter(coded.codes()::contains).toList();
        if (askingText(question).size() <= 1) {
            return new ApiAnswer.Chosen(coded.codes(), asking.stream().map(coded::textOf).findFirst().orElse(""), Map.of());
        }
        Map<String, String> texts = new TreeMap<>();
        asking.forEach(option -> texts.put(option, coded.textOf(option)));
        return new ApiAnswer.Chosen(coded.codes(), "", texts);
    }

    /** An answer with these options, and a text with those that ask for one. */
    static Answer chosen(List<Option> options) {
        SortedMap<String, String> texts = new TreeMap<>();
        options.stream().filter(Option::text).forEach(option -> texts.put(option.id(), "tussen oud en nieuw 🙂"));
        return new Answer.Coded(options.stream().map(Option::id).toList(), texts);
    }
}
