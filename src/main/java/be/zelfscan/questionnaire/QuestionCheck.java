package be.zelfscan.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The check for meaning of the questions; a part of {@link DefinitionCheck}. */
final class QuestionCheck {
    private static final String PER_BLOCK = "/blockQuestions";
    private static final String CLOSING = "/closing/questions";
    /** Whose options have columns in the chart. */
    private static final Set<ChoiceRole> IN_COLUMNS = Set.of(ChoiceRole.lever, ChoiceRole.bottleneck);

    private record Marked(String pointer, Option option) {}

    private final Questionnaire questionnaire;
    private final FaultList faults;

    QuestionCheck(Questionnaire questionnaire, FaultList faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
    }

    void check() {
        questions(PER_BLOCK, questionnaire.blockQuestions());
        questions(CLOSING, questionnaire.closing().questions());
        marks();
        long placements = questionnaire.blockQuestions().stream().filter(Question.Placement.class::isInstance).count();
        if (placements != 1) {
            faults.add(PER_BLOCK, placements + " questions of type placement", "exactly one");
        }
        if (questionnaire.blockQuestions().stream().filter(Question.Ambition.class::isInstance).count() > 1) {
            faults.add(PER_BLOCK, "more than one question of type ambition", "at most one");
        }
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
            if (questionnaire.blockQuestions().get(q) instanceof Question.MultipleChoice question && IN_COLUMNS.contains(question.role())) {
                for (int o = 0; o < question.options().size(); o++) {
                    found.add(new Marked("%s/%d/options/%d/mark".formatted(PER_BLOCK, q, o), question.options().get(o)));
                }
            }
        }
        return found.stream().filter(marked -> !marked.option().mark().isEmpty()).toList();
    }

    private void questions(String pointer, List<Question> questions) {
        faults.addRepeated(pointer, questions, "id", Question::id, "question");
        Set<Enum<?>> roles = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            String place = "%s/%d".formatted(pointer, i);
            question(place, questions.get(i), pointer.equals(PER_BLOCK));
            role(place + "/role", questions.get(i), pointer.equals(PER_BLOCK), roles);
        }
    }

    private void question(String pointer, Question question, boolean perBlock) {
        switch (question) {
            case Question.Placement p -> onlyPerBlock(pointer, "placement", perBlock);
            case Question.Ambition ambition -> {
                onlyPerBlock(pointer, "ambition", perBlock);
                ambition(pointer + "/grow", ambition);
            }
            case Question.SingleChoice single -> single(pointer + "/options", single.options());
            case Question.MultipleChoice multiple -> multiple(pointer + "/options", multiple.options());
            case Question.BlockSelection selection -> {
                range(pointer, selection.min(), selection.max());
                if (selection.hasTwoWays() && selection.notYet().asksMore()) {
                    faults.add(pointer + "/notYet/considered", "'not yet' asks for blocks beside the way that opens them",
                            "either 'picked' or 'considered'");
                }
            }
            case Question.BlockRanking ranking -> {
                range(pointer, ranking.min(), ranking.max());
                if (!ranking.item().contains("{number}")) {
                    faults.add(pointer + "/item", "the label '%s' has no {number}".formatted(ranking.item()),
                            "the placeholder {number} in it");
                }
            }
        }
    }

    private void onlyPerBlock(String pointer, String type, boolean perBlock) {
        if (!perBlock) {
            faults.add(pointer + "/type", "a question of type %s among the closing questions".formatted(type),
                    "a type that needs no building block");
        }
    }

    private void ambition(String pointer, Question.Ambition ambition) {
        List<String> stages = questionnaire.scale().stages().stream().map(Stage::id).toList();
        ambition.grow().keySet().stream().filter(stage -> !stages.contains(stage)).forEach(
                stage -> faults.add(pointer + "/" + stage, "the scale has no stage '%s'".formatted(stage), "one of " + stages));
        stages.stream().skip(1).filter(stage -> !ambition.grow().containsKey(stage)).forEach(stage -> faults.add(pointer,
                "no label for growing to '%s'".formatted(stage), "a label for every stage but the first"));
        if (ambition.grow().containsKey(stages.getFirst())) {
            faults.add(pointer + "/" + stages.getFirst(), "nobody can grow to the first stage, '%s'".formatted(stages.getFirst()),
                    "a label for every stage but the first");
        }
    }

    private void single(String pointer, List<Option> options) {
        options(pointer, options);
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).exclusive()) {
                faults.add("%s/%d/exclusive".formatted(pointer, i), "an exclusive option where only one can be chosen",
                        "no 'exclusive' in a question of type single");
            }
        }
    }

    private void multiple(String pointer, List<Option> options) {
        options(pointer, options);
        if (options.stream().allMatch(Option::exclusive)) {
            faults.add(pointer, "every option excludes the others", "at least one that does not, or a question of type single");
        }
    }

    private void options(String pointer, List<Option> options) {
        faults.addRepeated(pointer, options, "id", Option::id, "option");
        faults.addRepeated(pointer, options, "label", Option::label, "option label");
    }

    private void range(String pointer, int min, int max) {
        int blocks = questionnaire.blocks().size();
        if (min > max) {
            faults.add(pointer + "/max", "the most (%d) is less than the least (%d)".formatted(max, min), "at least " + min);
        }
        if (max > blocks) {
            faults.add(pointer + "/max", "%d blocks are asked, the instrument has %d".formatted(max, blocks), "at most " + blocks);
        }
    }

    /** Charts and comparisons find a question by its role, those about options among the block questions, those about blocks in the closing. */
    private void role(String pointer, Question question, boolean perBlock, Set<Enum<?>> seen) {
        switch (question) {
            case Question.MultipleChoice multiple when multiple.role() != ChoiceRole.other ->
                role(pointer, multiple.role(), perBlock, "among the closing questions", seen);
            case Question.BlockSelection selection when selection.role() != BlockRole.other ->
                role(pointer, selection.role(), !perBlock, "among the block questions", seen);
            case Question.BlockRanking ranking when ranking.role() != BlockRole.other ->
                role(pointer, ranking.role(), !perBlock, "among the block questions", seen);
            default -> {
            }
        }
    }

    private void role(String pointer, Enum<?> role, boolean inPlace, String where, Set<Enum<?>> seen) {
        String name = role.name().replace('_', '-');
        if (!inPlace) {
            faults.add(pointer, "the role '%s' %s".formatted(name, where), "no role, or 'other'");
        } else if (!seen.add(role)) {
            faults.add(pointer, "the role '%s' occurs twice".formatted(name), "each role once");
        }
    }
}
