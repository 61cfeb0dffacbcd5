package be.zelfscan.questionnaire;

import be.zelfscan.question.Option;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The check for meaning of the questions; a part of {@link DefinitionCheck}. What only a type knows, it checks itself. */
final class QuestionCheck {
    private static final String PER_BLOCK = "/blockQuestions";
    private static final String CLOSING = "/closing/questions";
    /** Whose options have columns in the chart. */
    private static final Set<String> IN_COLUMNS = Set.of(Use.LEVER, Use.BOTTLENECK);
    private static final Set<String> OF_BLOCKS = Set.of(Use.LEVER, Use.BOTTLENECK, Use.DIFFERENCE);
    private static final Set<String> OF_CLOSING = Set.of(Use.INSPIRING_PRACTICE, Use.PRIORITY);

    /** Which only a question of the right type can have. */
    private static final Set<String> OF_TYPES = Set.of(Use.PLACEMENT, Use.AMBITION);

    private record Marked(String pointer, Option option) {}

    private final Questionnaire questionnaire;
    private final FaultList faults;

    QuestionCheck(Questionnaire questionnaire, FaultList faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    void check() {
        questions(PER_BLOCK, questionnaire.blockQuestions(), Place.block);
        questions(CLOSING, questionnaire.closing().questions(), Place.section);
        marks();
        if (count(Use.PLACEMENT) != 1) {
            faults.add(PER_BLOCK, count(Use.PLACEMENT) + " questions of type placement", "exactly one");
        }
        if (count(Use.AMBITION) > 1) {
            faults.add(PER_BLOCK, "more than one question of type ambition", "at most one");
        }
    }

    private long count(String use) {
        return questionnaire.blockQuestions().stream().filter(question -> question.isFor(use)).count();
    }

    /** Levers and bottlenecks share the columns of the chart: an option that stands in both has one mark, and a mark is of one option. */
    private void marks() {
        Map<String, String> markOf = new HashMap<>();
        Map<String, String> optionOf = new HashMap<>();
        for (Marked marked : marked()) {
            Option option = marked.option();
            String mark = Objects.requireNonNullElse(markOf.putIfAbsent(option.id(), option.mark()), option.mark());
            String other = Objects.requireNonNullElse(optionOf.putIfAbsent(option.mark(), option.id()), option.id());
            if (!mark.equals(option.mark())) {
                faults.add(marked.pointer(), "the option '%s' has the mark '%s' elsewhere".formatted(option.id(), mark),
                        "one mark for levers and bottlenecks");
            } else if (!other.equals(option.id())) {
                faults.add(marked.pointer(), "the mark '%s' is also that of the option '%s'".formatted(option.mark(), other),
                        "a mark of its own");
            }
        }
    }

    private List<Marked> marked() {
        List<Marked> found = new ArrayList<>();
        for (int q = 0; q < questionnaire.blockQuestions().size(); q++) {
            Question question = questionnaire.blockQuestions().get(q);
            for (int o = 0; IN_COLUMNS.contains(question.use()) && o < question.options().size(); o++) {
                found.add(new Marked("%s/%d/options/%d/mark".formatted(PER_BLOCK, q, o), question.options().get(o)));
            }
        }
        return found.stream().filter(marked -> !marked.option().mark().isEmpty()).toList();
    }

    private void questions(String pointer, List<Question> questions, Place place) {
        faults.addRepeated(pointer, questions, "id", Question::id, "question");
        Set<String> uses = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String at = "%s/%d".formatted(pointer, i);
            if (!question.type().places().contains(place)) {
                faults.add(at + "/type", "a question of type %s among the closing questions".formatted(question.type().id()),
                        "a type that needs no building block");
            }
            question.type().check(question, at, questionnaire, faults);
            if (OF_TYPES.contains(question.use()) && !question.use().equals(question.type().use())) {
                faults.add(at + "/role", "the role '%s' for a question of type %s".formatted(question.use(), question.type().id()),
                        "a question of a type that is made for it");
            }
            if (question.isFor(Use.PLACEMENT) && question.canBeLeftOpen()) {
                faults.add(at + "/notDiscussed", "a placement that can be left open",
                        "no 'notDiscussed': charts and comparisons need a stage");
            }
            use(at + "/role", question.use(), place, uses);
        }
    }

    /** Charts and comparisons find a question by what it is used for. */
    private void use(String pointer, String use, Place place, Set<String> seen) {
        if ((place == Place.section ? OF_BLOCKS : OF_CLOSING).contains(use)) {
            faults.add(pointer, "the role '%s' among the %s questions".formatted(use, place == Place.section ? "closing" : "block"),
                    "no role, or 'other'");
        } else if ((OF_BLOCKS.contains(use) || OF_CLOSING.contains(use)) && !seen.add(use)) {
            faults.add(pointer, "the role '%s' occurs twice".formatted(use), "each role once");
        }
    }
}
