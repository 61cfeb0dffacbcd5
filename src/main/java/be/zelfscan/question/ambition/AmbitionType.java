package be.zelfscan.question.ambition;

import be.zelfscan.question.Answer;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.Widget;
import be.zelfscan.question.Word;
import be.zelfscan.question.Words;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Where the centre wants to go from the stage it chose: the code of the answer is a later stage, or {@link #HOLD} to stay. */
@Singleton
public class AmbitionType implements QuestionType {
    public static final String ID = "ambition";
    /** Stands for staying at the chosen stage; no stage has this id. */
    public static final String HOLD = "hold";

    /**
     * @param hold label of staying at the chosen stage
     * @param grow label by target stage
     * @param targets which stages are offered
     */
    @Serdeable
    public record Own(String hold, Map<String, String> grow, Targets targets) {}

    /** Which target stages an instrument offers: every later one, or only the one after. */
    public enum Targets {
        later, next
    }

    /** An ambition before there is a stage to grow from. */
    public record StageFirst(Words words) implements AnswerProblem {
        @Override
        public String sentence() {
            return "Kies eerst %s van vandaag; daarna kan je %s kiezen.".formatted(words.stage().theOne(), words.ambition().theOne());
        }
    }

    /** An ambition that the chosen stage does not allow. */
    public record NotOffered(String stage, Words words) implements AnswerProblem {
        @Override
        public String sentence() {
            return "%s past niet bij %s ‘%s’. Kies opnieuw waar jullie naartoe willen.".formatted(
                    BelgianDutch.capital(words.ambition().thisOne()), words.stage().theOne(), stage);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public Set<String> reservedIds() {
        return Set.of(HOLD);
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    @Override
    public String use() {
        return Use.AMBITION;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.block);
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        Map<String, String> grow = own(question).grow();
        String at = pointer + "/grow";
        List<String> stages = in.stages().stream().map(Stage::id).toList();
        grow.keySet().stream().filter(stage -> !stages.contains(stage))
                .forEach(stage -> faults.add(at + "/" + stage, "the scale has no stage '%s'".formatted(stage), "one of " + stages));
        stages.stream().skip(1).filter(stage -> !grow.containsKey(stage)).forEach(
                stage -> faults.add(at, "no label for growing to '%s'".formatted(stage), "a label for every stage but the first"));
        if (grow.containsKey(stages.getFirst())) {
            faults.add(at + "/" + stages.getFirst(), "nobody can grow to the first stage, '%s'".formatted(stages.getFirst()),
                    "a label for every stage but the first");
        }
    }

    /** What can be chosen from a stage, or before there is one: codes with their labels, to stay first. */
    private static Map<String, String> offered(Question question, Optional<Stage> from, Instrument in) {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put(HOLD, own(question).hold());
        targets(question, from, in).forEach(stage -> offered.put(stage.id(), own(question).grow().get(stage.id())));
        return offered;
    }

    /** The stages one can grow to from a stage, in order; all that there are while there is none. */
    private static List<Stage> targets(Question question, Optional<Stage> from, Instrument in) {
        List<Stage> stages = in.stages();
        List<Stage> later = from.map(stage -> stages.subList(stages.indexOf(stage) + 1, stages.size())).orElse(stages);
        long most = from.isPresent() && own(question).targets() == Targets.next ? 1 : later.size();
        return later.stream().limit(most).filter(stage -> own(question).grow().containsKey(stage.id())).toList();
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        List<String> choices = fields.choices();
        return choices.isEmpty() ? Optional.empty() : Optional.of(new Answer.Coded(choices));
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded)
                || !coded.codes().stream().allMatch(code -> code.equals(HOLD) || own(question).grow().containsKey(code))) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        if (coded.codes().size() != 1) {
            return List.of(new AnswerProblem.MoreThanOne());
        }
        Optional<Stage> stage = asked.stage();
        if (stage.isEmpty()) {
            return List.of(new StageFirst(asked.in().words()));
        }
        return offered(question, stage, asked.in()).containsKey(coded.codes().getFirst()) ? List.of()
                : List.of(new NotOffered(BelgianDutch.inSentence(stage.get().label()), asked.in().words()));
    }

    @Override
    public Set<String> dependsOn(Question question, Instrument in) {
        return in.placing().map(placing -> Set.of(placing.id())).orElse(Set.of());
    }

    @Override
    public Optional<String> askedAgain(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded) || coded.codes().isEmpty()) {
            return Optional.empty();
        }
        Optional<Stage> stage = asked.stage();
        Word step = asked.in().words().stage();
        Word ambition = asked.in().words().ambition();
        if (stage.isEmpty()) {
            return Optional.of("Er is geen %s gekozen. Kies eerst %s van vandaag en daarna opnieuw %s.".formatted(step.one(), step.theOne(),
                    ambition.theOne()));
        }
        return offered(question, stage, asked.in()).containsKey(coded.codes().getFirst()) ? Optional.empty()
                : Optional.of("Jullie %s is nu ‘%s’. %s van daarnet past daar niet meer bij: kies %s opnieuw.".formatted(step.one(),
                        BelgianDutch.inSentence(stage.get().label()), BelgianDutch.capital(ambition.theOne()), ambition.it()));
    }

    @Override
    public boolean canBeCleared(Question question) {
        return true;
    }

    @Override
    public List<Option> offered(Question question, Asked asked) {
        return offered(question, asked.stage(), asked.in()).entrySet().stream().map(one -> Option.of(one.getKey(), one.getValue()))
                .toList();
    }

    @Override
    public String label(Question question, String code, Instrument in) {
        return code.equals(HOLD) ? own(question).hold() : own(question).grow().getOrDefault(code, code);
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        Map<String, String> directions = new LinkedHashMap<>();
        directions.put(HOLD, own(question).hold());
        directions.putAll(own(question).grow());
        return List.of(Column.of("", Column.TITLE, Column.Kind.code, directions, Column::codes));
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        String code = ((Answer.Coded) answer).codes().getFirst();
        return code.equals(HOLD) ? new ApiAnswer.Hold() : new ApiAnswer.Grow(code);
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return List.of(new Widget.Boxes(List.copyOf(offered(question, Optional.empty(), in).values())));
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<String> offered = new ArrayList<>(offered(question, asked.stage(), asked.in()).keySet());
        return Answer.Coded.of(offered.get(random.nextInt(offered.size())));
    }
}
