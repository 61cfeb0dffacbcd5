package be.zelfscan.questionnaire;

import be.zelfscan.question.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The check for meaning: what a schema cannot see. Pure; made for one definition and used once. */
final class DefinitionCheck {
    private final Questionnaire questionnaire;
    private final FaultList faults;
    private final List<String> stageIds;

    private DefinitionCheck(Questionnaire questionnaire, FaultList faults) {
        this.questionnaire = questionnaire;
        this.faults = faults;
        this.stageIds = questionnaire.scale().stages().stream().map(Stage::id).distinct().toList();
    }

    /** Adds what is wrong with the definition; {@code faults} stays as it was for a right one. */
    static void check(Questionnaire questionnaire, FaultList faults) {
        DefinitionCheck check = new DefinitionCheck(questionnaire, faults);
        check.scale();
        check.frame("/references/expectations/code", questionnaire.references().expectations());
        check.frame("/references/developmentScales/code", questionnaire.references().developmentScales());
        check.clusters();
        new QuestionCheck(questionnaire, faults).check();
        faults.addRepeated("/outcomes", questionnaire.outcomes(), "id", OutcomeField::id, "outcome field");
    }

    private void frame(String pointer, References.Frame frame) {
        if (!frame.code().contains(References.Frame.CODE)) {
            faults.add(pointer, "the frame '%s' has no %s".formatted(frame.code(), References.Frame.CODE), "the placeholder {code} in it");
        }
    }

    private void scale() {
        int sections = questionnaire.introduction().size();
        Integer before = questionnaire.scale().afterSections();
        if (before != null && before > sections) {
            faults.add("/scale/afterSections", "the introduction has %d sections".formatted(sections), "at most " + sections);
        }
        List<Stage> stages = questionnaire.scale().stages();
        faults.addRepeated("/scale/stages", stages, "id", Stage::id, "stage");
        faults.addRepeated("/scale/stages", stages, "label", Stage::label, "stage label");
        for (int i = 0; i < stages.size(); i++) {
            reserved("/scale/stages/%d/id".formatted(i), stages.get(i).id());
        }
    }

    private void clusters() {
        List<Cluster> clusters = questionnaire.clusters();
        faults.addRepeated("/clusters", clusters, "id", Cluster::id, "cluster");
        Set<String> ids = new HashSet<>(Set.of(questionnaire.closing().id()));
        Set<String> titles = new HashSet<>();
        for (int c = 0; c < clusters.size(); c++) {
            for (int b = 0; b < clusters.get(c).blocks().size(); b++) {
                BuildingBlock block = clusters.get(c).blocks().get(b);
                String pointer = "/clusters/%d/blocks/%d".formatted(c, b);
                names(pointer, block, ids, titles);
                stageTexts(pointer + "/stages", block);
                background(pointer + "/background", block.background());
                developmentScales(pointer + "/developmentScales", block.developmentScales());
                faults.addRepeated(pointer + "/expectations", block.expectations(), "code", BuildingBlock.QualityExpectation::code,
                        "quality expectation");
            }
        }
    }

    private void names(String pointer, BuildingBlock block, Set<String> ids, Set<String> titles) {
        if (block.id().equals(questionnaire.closing().id())) {
            faults.add(pointer + "/id", "the id '%s' is also the id of the closing section".formatted(block.id()), "an id of its own");
        } else if (!ids.add(block.id())) {
            faults.add(pointer + "/id", "the id '%s' is used for two building blocks".formatted(block.id()), "an id of its own");
        }
        if (!titles.add(block.title())) {
            faults.add(pointer + "/title", "the title '%s' is used for two building blocks".formatted(block.title()), "a title of its own");
        }
        reserved(pointer + "/id", block.id());
    }

    /** A form posts these words where it posts ids. */
    private void reserved(String pointer, String id) {
        if (Stream.concat(questionnaire.blockQuestions().stream(), questionnaire.closing().questions().stream())
                .anyMatch(question -> question.type().reservedIds().contains(id))) {
            faults.add(pointer, "the id '%s' is a word of the engine".formatted(id), "another id");
        }
    }

    private void stageTexts(String pointer, BuildingBlock block) {
        stageIds.stream().filter(stage -> !block.stages().containsKey(stage)).forEach(stage -> faults.add(pointer,
                "the description of stage '%s' is missing".formatted(stage), "a description for each of " + stageIds));
        block.stages().keySet().stream().filter(stage -> !stageIds.contains(stage)).forEach(
                stage -> faults.add(pointer + "/" + stage, "the scale has no stage '%s'".formatted(stage), "one of " + stageIds));
    }

    private void background(String pointer, BuildingBlock.Background background) {
        switch (background.kind()) {
            case reflection -> {
                if (background.items().isEmpty()) {
                    faults.add(pointer, "a reflection without questions", "at least one item in 'items'");
                }
            }
            case contribution -> {
                if (background.text().isEmpty()) {
                    faults.add(pointer, "a contribution without text", "at least one paragraph in 'text'");
                }
            }
        }
    }

    private void developmentScales(String pointer, List<BuildingBlock.DevelopmentScale> scales) {
        for (int i = 0; i < scales.size(); i++) {
            if (scales.get(i).statement().isEmpty() && scales.get(i).remark().isEmpty()) {
                faults.add("%s/%d".formatted(pointer, i), "a development scale without statement",
                        "a statement, or a remark that says why there is none");
            }
        }
        faults.addRepeated(pointer, scales, "code", BuildingBlock.DevelopmentScale::code, "development scale");
    }
}
