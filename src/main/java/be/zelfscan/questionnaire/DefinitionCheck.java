package be.zelfscan.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The check for meaning: what a schema cannot see. Pure; made for one definition and used once. */
final class DefinitionCheck {
    private final String file;
    private final Questionnaire questionnaire;
    private final List<DefinitionFault> faults = new ArrayList<>();

    DefinitionCheck(String file, Questionnaire questionnaire) {
        this.file = file;
        this.questionnaire = questionnaire;
    }

    List<DefinitionFault> faults() {
        scale();
        clusters();
        blocks();
        questions("/blockQuestions", questionnaire.blockQuestions(), true);
        questions("/closing/questions", questionnaire.closing().questions(), false);
        unique("/outcomes", questionnaire.outcomes(), OutcomeField::id, "outcome field");
        return List.copyOf(faults);
    }

    private void scale() {
        unique("/scale/stages", questionnaire.scale().stages(), Stage::id, "stage");
        unique("/scale/stages", questionnaire.scale().stages(), Stage::label, "stage label");
    }

    private void clusters() {
        unique("/clusters", questionnaire.clusters(), Cluster::id, "cluster");
    }

    private void blocks() {
        Set<String> seen = new HashSet<>();
        Set<String> stageIds = questionnaire.scale().stages().stream().map(Stage::id)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (int c = 0; c < questionnaire.clusters().size(); c++) {
            List<BuildingBlock> blocks = questionnaire.clusters().get(c).blocks();
            for (int b = 0; b < blocks.size(); b++) {
                String pointer = "/clusters/%d/blocks/%d".formatted(c, b);
                BuildingBlock block = blocks.get(b);
                if (!seen.add(block.id())) {
                    fault(pointer + "/id", "the id '%s' is used for two building blocks".formatted(block.id()), "an id of its own");
                }
                if (block.id().equals(questionnaire.closing().id())) {
                    fault(pointer + "/id", "the id '%s' is also the id of the closing section".formatted(block.id()), "an id of its own");
                }
                stageTexts(pointer + "/stages", block, stageIds);
                background(pointer + "/background", block.background());
                developmentScales(pointer + "/developmentScales", block.developmentScales());
                unique(pointer + "/expectations", block.expectations(), BuildingBlock.QualityExpectation::code, "quality expectation");
            }
        }
    }

    private void stageTexts(String pointer, BuildingBlock block, Set<String> stageIds) {
        stageIds.stream().filter(stage -> !block.stages().containsKey(stage))
                .forEach(stage -> fault(pointer, "the description of stage '%s' is missing".formatted(stage),
                        "a description for each of " + stageIds));
        block.stages().keySet().stream().filter(stage -> !stageIds.contains(stage))
                .forEach(stage -> fault(pointer + "/" + stage, "the scale has no stage '%s'".formatted(stage), "one of " + stageIds));
    }

    private void background(String pointer, BuildingBlock.Background background) {
        switch (background.kind()) {
            case reflection -> {
                if (background.items().isEmpty()) {
                    fault(pointer + "/items", "a reflection without questions", "at least one item");
                }
            }
            case contribution -> {
                if (background.text().isEmpty()) {
                    fault(pointer + "/text", "a contribution without text", "at least one paragraph");
                }
            }
        }
    }

    private void developmentScales(String pointer, List<BuildingBlock.DevelopmentScale> scales) {
        for (int i = 0; i < scales.size(); i++) {
            if (scales.get(i).statement().isEmpty() && scales.get(i).remark().isEmpty()) {
                fault(pointer + "/" + i + "/statement", "a development scale without statement",
                        "a statement, or a remark that says why there is none");
            }
        }
        unique(pointer, scales, BuildingBlock.DevelopmentScale::code, "development scale");
    }

    private void questions(String pointer, List<Question> questions, boolean perBlock) {
        unique(pointer, questions, Question::id, "question");
        for (int i = 0; i < questions.size(); i++) {
            question(pointer + "/" + i, questions.get(i), perBlock);
        }
        if (perBlock && questions.stream().filter(Question.Placement.class::isInstance).count() != 1) {
            fault(pointer,
                    "%d questions of type placement".formatted(questions.stream().filter(Question.Placement.class::isInstance).count()),
                    "exactly one");
        }
        if (perBlock && questions.stream().filter(Question.Ambition.class::isInstance).count() > 1) {
            fault(pointer, "more than one question of type ambition", "at most one");
        }
        Map<ChoiceRole, Long> roles = questions.stream().filter(Question.MultipleChoice.class::isInstance)
                .map(Question.MultipleChoice.class::cast)
                .collect(Collectors.groupingBy(Question.MultipleChoice::role, Collectors.counting()));
        roles.forEach((role, count) -> {
            if (role != ChoiceRole.other && count > 1) {
                fault(pointer, "%d questions with the role '%s'".formatted(count, role), "at most one");
            }
        });
    }

    private void question(String pointer, Question question, boolean perBlock) {
        if (!perBlock && question.label().contains("{block}")) {
            fault(pointer + "/label", "the placeholder {block} in a closing question", "a label without {block}");
        }
        switch (question) {
            case Question.Placement p -> onlyPerBlock(pointer, "placement", perBlock);
            case Question.Ambition ambition -> {
                onlyPerBlock(pointer, "ambition", perBlock);
                ambition(pointer, ambition);
            }
            case Question.SingleChoice single -> options(pointer + "/options", single.options(), false);
            case Question.MultipleChoice multiple -> options(pointer + "/options", multiple.options(), true);
            case Question.BlockSelection selection -> range(pointer, selection.min(), selection.max());
            case Question.BlockRanking ranking -> {
                range(pointer, ranking.min(), ranking.max());
                if (!ranking.item().contains("{number}")) {
                    fault(pointer + "/item", "the label '%s' has no {number}".formatted(ranking.item()), "the placeholder {number} in it");
                }
            }
        }
    }

    private void onlyPerBlock(String pointer, String type, boolean perBlock) {
        if (!perBlock) {
            fault(pointer + "/type", "a question of type %s among the closing questions".formatted(type),
                    "a type that needs no building block");
        }
    }

    private void ambition(String pointer, Question.Ambition ambition) {
        List<Stage> stages = questionnaire.scale().stages();
        ambition.grow().keySet().stream().filter(stage -> questionnaire.scale().stage(stage).isEmpty())
                .forEach(stage -> fault(pointer + "/grow/" + stage,
                        "the scale has no stage '%s'".formatted(stage), "one of " + stages.stream().map(Stage::id).toList()));
        stages.stream().skip(1).filter(stage -> !ambition.grow().containsKey(stage.id()))
                .forEach(stage -> fault(pointer + "/grow", "no label for growing to '%s'".formatted(stage.id()),
                        "a label for every stage but the first"));
    }

    private void options(String pointer, List<Option> options, boolean multiple) {
        unique(pointer, options, Option::id, "option");
        unique(pointer, options.stream().filter(option -> !option.mark().isEmpty()).toList(), Option::mark, "mark");
        for (int i = 0; i < options.size(); i++) {
            if (!multiple && options.get(i).exclusive()) {
                fault(pointer + "/" + i + "/exclusive", "an exclusive option where only one can be chosen",
                        "no 'exclusive' in a question of type single");
            }
        }
        if (multiple && options.stream().allMatch(Option::exclusive)) {
            fault(pointer, "every option excludes the others", "at least one that does not, or a question of type single");
        }
    }

    private void range(String pointer, int min, int max) {
        if (min > max) {
            fault(pointer + "/max", "the most (%d) is less than the least (%d)".formatted(max, min), "at least " + min);
        }
        if (max > questionnaire.blocks().size()) {
            fault(pointer + "/max", "%d blocks are asked, the instrument has %d".formatted(max, questionnaire.blocks().size()),
                    "at most " + questionnaire.blocks().size());
        }
    }

    private <T> void unique(String pointer, List<T> items, Function<T, String> name, String what) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String value = name.apply(items.get(i));
            if (!seen.add(value)) {
                fault(pointer + "/" + i, "the %s '%s' occurs twice".formatted(what, value), "each %s once".formatted(what));
            }
        }
    }

    private void fault(String pointer, String wrong, String expected) {
        faults.add(new DefinitionFault(file, pointer, wrong, expected));
    }
}
