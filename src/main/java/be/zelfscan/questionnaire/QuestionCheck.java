package be.zelfscan.questionnaire;

import be.zelfscan.question.Column;
import be.zelfscan.question.Condition;
import be.zelfscan.question.Option;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The check for meaning of the questions; a part of {@link DefinitionCheck}. What only a type knows, it checks itself. */
final class QuestionCheck {
    private static final String PER_BLOCK = "/blockQuestions";
    /** Whose options have columns in the chart. */
    private static final Set<String> IN_COLUMNS = Set.of(Use.LEVER, Use.BOTTLENECK);
    private static final Set<String> OF_BLOCKS = Set.of(Use.LEVER, Use.BOTTLENECK, Use.DIFFERENCE);
    private static final Set<String> OF_CLOSING = Set.of(Use.INSPIRING_PRACTICE, Use.PRIORITY);

    /**
     * Questions that stand together in the file.
     *
     * @param placed whether they are asked of building blocks
     */
    record Listed(String pointer, List<Question> questions, boolean placed) {}

    /** Which only a question of the right type can have. */
    private static final Set<String> OF_TYPES = Set.of(Use.PLACEMENT, Use.AMBITION);

    private record Marked(String pointer, Option option) {}

    private final DefinitionFile file;
    private final Questionnaire questionnaire;
    private final FaultList faults;
    private final List<Listed> lists;

    QuestionCheck(DefinitionFile file, Questionnaire questionnaire, FaultList faults) {
        this.file = file;
        this.questionnaire = questionnaire;
        this.faults = faults;
        this.lists = DefinitionCheck.lists(file).toList();
    }

    void check() {
        Set<String> once = new HashSet<>();
        lists.forEach(list -> questions(list, once));
        marks();
        profile();
        for (Section section : questionnaire.sections()) {
            conditions(section);
        }
    }

    /** A scale is there with the one question that uses it, or not at all. */
    private void profile() {
        if (file.scale() == null) {
            lists.forEach(list -> {
                for (int i = 0; i < list.questions().size(); i++) {
                    if (Set.of(Use.PLACEMENT, Use.AMBITION).contains(list.questions().get(i).use())) {
                        faults.add("%s/%d/type".formatted(list.pointer(), i), "a question about stages, and no scale", "a scale");
                    }
                }
            });
            return;
        }
        if (count(Use.PLACEMENT) != 1) {
            faults.add(PER_BLOCK, count(Use.PLACEMENT) + " questions of type placement", "exactly one");
        } else if (questionnaire.blocks().isEmpty()) {
            faults.add("/scale", "a scale on which nothing is placed", "a section with the question of type placement");
        }
        if (count(Use.AMBITION) > 1) {
            faults.add(PER_BLOCK, "more than one question of type ambition", "at most one");
        }
    }

    private long count(String use) {
        return lists.stream().filter(Listed::placed).flatMap(list -> list.questions().stream()).filter(question -> question.isFor(use))
                .count();
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
        for (Listed list : lists) {
            for (int q = 0; q < list.questions().size(); q++) {
                Question question = list.questions().get(q);
                for (int o = 0; IN_COLUMNS.contains(question.use()) && o < question.options().size(); o++) {
                    found.add(new Marked("%s/%d/options/%d/mark".formatted(list.pointer(), q, o), question.options().get(o)));
                }
            }
        }
        return found.stream().filter(marked -> !marked.option().mark().isEmpty()).toList();
    }

    private void questions(Listed list, Set<String> once) {
        faults.addRepeated(list.pointer(), list.questions(), "id", Question::id, "question");
        Place place = list.placed() ? Place.block : Place.section;
        Set<String> uses = new HashSet<>();
        for (int i = 0; i < list.questions().size(); i++) {
            Question question = list.questions().get(i);
            String at = "%s/%d".formatted(list.pointer(), i);
            if (!question.type().places().contains(place)) {
                faults.add(at + "/type", "a question of type %s among the closing questions".formatted(question.type().id()),
                        "a type that needs no building block");
            }
            if (questionnaire.isScaled() || !OF_TYPES.contains(question.use())) {
                question.type().check(question, at, questionnaire, faults);
            }
            if (OF_TYPES.contains(question.use()) && !question.use().equals(question.type().use())) {
                faults.add(at + "/role", "the role '%s' for a question of type %s".formatted(question.use(), question.type().id()),
                        "a question of a type that is made for it");
            }
            if (question.isFor(Use.PLACEMENT) && question.canBeLeftOpen()) {
                faults.add(at + "/notDiscussed", "a placement that can be left open",
                        "no 'notDiscussed': charts and comparisons need a stage");
            }
            use(at + "/role", question.use(), place, place == Place.section ? once : uses);
        }
    }

    /** Charts and comparisons find a question by what it is used for. */
    private void use(String pointer, String use, Place place, Set<String> seen) {
        if ((place == Place.section ? OF_BLOCKS : OF_CLOSING).contains(use)) {
            faults.add(pointer, "the role '%s' among the %s questions".formatted(use, place == Place.section ? "closing" : "block"),
                    "no role, or 'other'");
        } else if ((OF_BLOCKS.contains(use) || OF_CLOSING.contains(use)) && !seen.add(use)) {
            faults.add(pointer, "the role '%s' occurs twice".formatted(use), "each role once");
        } else if (!OF_BLOCKS.contains(use) && !OF_CLOSING.contains(use) && !OF_TYPES.contains(use) && !use.equals(Use.OTHER)
                && !file.roles().containsKey(use)) {
            faults.add(pointer, "the role '%s' is not declared".formatted(use), "a role that the engine knows, or one of 'roles'");
        }
    }

    /** A question is asked by what was answered before it, so that no two wait for each other and each can come to be asked. */
    private void conditions(Section section) {
        Set<String> before = new LinkedHashSet<>();
        for (Question question : section.questions()) {
            question.visibleWhen().ifPresent(condition -> condition(pointer(question) + "/visibleWhen", condition, section, before));
            before.add(question.id());
        }
    }

    private String pointer(Question question) {
        return lists.stream().filter(list -> list.questions().contains(question)).findFirst()
                .map(list -> "%s/%d".formatted(list.pointer(), list.questions().indexOf(question))).orElse("");
    }

    private void condition(String pointer, Condition condition, Section here, Set<String> before) {
        switch (condition) {
            case Condition.Any any -> conditions(pointer + "/any/", any.of(), here, before);
            case Condition.All all -> conditions(pointer + "/all/", all.of(), here, before);
            case Condition.Not not -> condition(pointer + "/not", not.of(), here, before);
            case Condition.Is is -> codes(pointer + "/is", is.on(), is.codes(), here, before);
            case Condition.Has has -> codes(pointer + "/has", has.on(), List.of(has.code()), here, before);
            case Condition.Answered answered -> codes(pointer, answered.on(), List.of(), here, before);
        }
    }

    private void conditions(String pointer, List<Condition> conditions, Section here, Set<String> before) {
        for (int i = 0; i < conditions.size(); i++) {
            condition(pointer + i, conditions.get(i), here, before);
        }
    }

    private void codes(String pointer, Condition.On on, List<String> codes, Section here, Set<String> before) {
        String place = pointer.replaceAll("/(is|has)$", "");
        if (!on.section().isEmpty() && !on.section().equals(here.id())) {
            List<String> sections = questionnaire.sections().stream().map(Section::id).toList();
            if (!sections.contains(on.section()) || sections.indexOf(on.section()) >= sections.indexOf(here.id())) {
                faults.add(place + "/section", "no section '%s' before this one".formatted(on.section()), "an earlier section");
                return;
            }
        } else if (!before.contains(on.question())) {
            faults.add(place + "/question", "no question '%s' before this one".formatted(on.question()),
                    "an earlier question of the section");
            return;
        }
        questionnaire.question(on.sectionFrom(here.id()), on.question()).ifPresentOrElse(asked -> {
            Set<String> known = codes(asked);
            codes.stream().filter(code -> !known.contains(code)).forEach(code -> faults.add(pointer,
                    "the question '%s' has no answer '%s'".formatted(asked.id(), code), "one of " + known));
        }, () -> faults.add(place + "/question", "no question '%s' in '%s'".formatted(on.question(), on.sectionFrom(here.id())),
                "a question of that section"));
    }

    /** Every code that an answer to a question can have. */
    private Set<String> codes(Question question) {
        Set<String> codes = new LinkedHashSet<>();
        question.options().forEach(option -> codes.add(option.id()));
        question.type().columns(question, questionnaire).stream().filter(column -> column.kind() == Column.Kind.code)
                .forEach(column -> codes.addAll(column.codes().keySet()));
        return codes;
    }
}
