package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire.OutcomeField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The check for meaning: what a schema cannot see. Pure; made for one definition and used once. */
final class DefinitionCheck {
    private final DefinitionFile file;
    private final Questionnaire questionnaire;
    private final FaultList faults;
    private final List<String> stageIds;

    private DefinitionCheck(DefinitionFile file, Questionnaire questionnaire, FaultList faults) {
        this.file = file;
        this.questionnaire = questionnaire;
        this.faults = faults;
        this.stageIds = file.scale() == null ? List.of() : file.scale().stages().stream().map(Stage::id).distinct().toList();
    }

    /**
     * Adds what is wrong with the definition; {@code faults} stays as it was for a right one.
     *
     * @param questionnaire what the file says
     */
    static void check(DefinitionFile file, Questionnaire questionnaire, FaultList faults) {
        DefinitionCheck check = new DefinitionCheck(file, questionnaire, faults);
        check.scale();
        check.frame("/references/expectations/code", questionnaire.references().expectations());
        check.frame("/references/developmentScales/code", questionnaire.references().developmentScales());
        check.clusters();
        check.continues();
        new QuestionCheck(file, questionnaire, faults).check();
        faults.addRepeated("/outcomes", questionnaire.outcomes(), "id", OutcomeField::id, "outcome field");
    }

    private void frame(String pointer, References.Frame frame) {
        if (!frame.code().contains(References.Frame.CODE)) {
            faults.add(pointer, "the frame '%s' has no %s".formatted(frame.code(), References.Frame.CODE), "the placeholder {code} in it");
        }
    }

    private void scale() {
        if (file.scale() == null) {
            return;
        }
        int sections = file.introduction().size();
        Integer before = file.scale().afterSections();
        if (before != null && before > sections) {
            faults.add("/scale/afterSections", "the introduction has %d sections".formatted(sections), "at most " + sections);
        }
        List<Stage> stages = file.scale().stages();
        faults.addRepeated("/scale/stages", stages, "id", Stage::id, "stage");
        faults.addRepeated("/scale/stages", stages, "label", Stage::label, "stage label");
        for (int i = 0; i < stages.size(); i++) {
            reserved("/scale/stages/%d/id".formatted(i), stages.get(i).id());
        }
        if (file.blockRemark() == null) {
            faults.add("/blockRemark", "a scale without a remark that stands with it", "a sentence");
        }
    }

    private void clusters() {
        faults.addRepeated("/clusters", file.clusters(), "id", DefinitionFile.ClusterFile::id, "cluster");
        Set<String> ids = new HashSet<>();
        if (file.closing() != null) {
            ids.add(file.closing().id());
            section("/closing", file.closing(), false, false, questionnaire.closing().orElseThrow().questions());
        }
        Set<String> titles = new HashSet<>();
        for (int c = 0; c < file.clusters().size(); c++) {
            DefinitionFile.ClusterFile cluster = file.clusters().get(c);
            String pointer = "/clusters/" + c;
            if (cluster.blocks().isEmpty() == cluster.sections().isEmpty()) {
                faults.add(pointer, cluster.blocks().isEmpty() ? "a cluster without blocks or sections" : "both blocks and sections",
                        "either 'blocks' or 'sections'");
            }
            if (!cluster.blocks().isEmpty() && file.blockQuestions().isEmpty()) {
                faults.add(pointer + "/blocks", "blocks, and no questions for them",
                        "'blockQuestions', or 'sections' that say what they ask");
            }
            List<Section> sections = questionnaire.clusters().get(c).sections();
            for (int s = 0; s < sections.size(); s++) {
                boolean block = s < cluster.blocks().size();
                int at = block ? s : s - cluster.blocks().size();
                DefinitionFile.SectionFile section = block ? cluster.blocks().get(at) : cluster.sections().get(at);
                String place = "%s/%s/%d".formatted(pointer, block ? "blocks" : "sections", at);
                names(place, section, ids, titles);
                section(place, section, block, block || sections.get(s).isPlaced(), sections.get(s).questions());
            }
        }
    }

    /** @param block whether it is asked the questions of blocks besides its own, which are looked at where they stand */
    private void section(String pointer, DefinitionFile.SectionFile section, boolean block, boolean placed, List<Question> questions) {
        stageTexts(pointer + "/stages", section, placed);
        if (section.background() != null) {
            background(pointer + "/background", section.background());
        }
        developmentScales(pointer + "/developmentScales", section.developmentScales());
        faults.addRepeated(pointer + "/expectations", section.expectations(), "code", Section.QualityExpectation::code,
                "quality expectation");
        for (int i = 0; i < section.ask().size(); i++) {
            if (!file.questionSets().containsKey(section.ask().get(i))) {
                faults.add("%s/ask/%d".formatted(pointer, i), "no set of questions '%s'".formatted(section.ask().get(i)),
                        "one of " + file.questionSets().keySet());
            }
        }
        if (questions.isEmpty() && section.ask().isEmpty() && !block) {
            faults.add(pointer, "a section without questions", "'ask' or 'questions'");
        }
        Set<String> seen = new HashSet<>();
        questions.stream().map(Question::id).filter(id -> !seen.add(id)).distinct()
                .filter(id -> section.ask().size() + (block ? 1 : 0) + Math.min(1, section.questions().size()) > 1)
                .forEach(id -> faults.add(pointer, "it asks the question '%s' twice".formatted(id), "each question once"));
    }

    private void names(String pointer, DefinitionFile.SectionFile section, Set<String> ids, Set<String> titles) {
        if (file.closing() != null && section.id().equals(file.closing().id())) {
            faults.add(pointer + "/id", "the id '%s' is also the id of the closing section".formatted(section.id()), "an id of its own");
        } else if (!ids.add(section.id())) {
            faults.add(pointer + "/id", "the id '%s' is used for two building blocks".formatted(section.id()), "an id of its own");
        }
        if (!titles.add(section.title())) {
            faults.add(pointer + "/title", "the title '%s' is used for two building blocks".formatted(section.title()),
                    "a title of its own");
        }
        reserved(pointer + "/id", section.id());
    }

    /** A form posts these words where it posts ids. */
    private void reserved(String pointer, String id) {
        if (questionnaire.questions().stream().anyMatch(question -> question.type().reservedIds().contains(id))) {
            faults.add(pointer, "the id '%s' is a word of the engine".formatted(id), "another id");
        }
    }

    private void stageTexts(String pointer, DefinitionFile.SectionFile section, boolean placed) {
        if (placed) {
            stageIds.stream().filter(stage -> !section.stages().containsKey(stage)).forEach(stage -> faults.add(pointer,
                    "the description of stage '%s' is missing".formatted(stage), "a description for each of " + stageIds));
        }
        section.stages().keySet().stream().filter(stage -> !stageIds.contains(stage)).forEach(
                stage -> faults.add(pointer + "/" + stage, "the scale has no stage '%s'".formatted(stage), "one of " + stageIds));
        if (!placed && !section.stages().isEmpty()) {
            faults.add(pointer, "descriptions of stages in a section that is not placed on them",
                    "a question of type placement, or no stages");
        }
    }

    private void background(String pointer, Section.Background background) {
        switch (background.kind()) {
            case reflection -> {
                if (background.items().isEmpty()) {
                    faults.add(pointer, "a reflection without questions", "at least one item in 'items'");
                }
            }
            case contribution -> {
                if (background.text().isEmpty() && background.items().isEmpty()) {
                    faults.add(pointer, "a contribution without text", "at least one paragraph in 'text', or an item in 'items'");
                }
            }
        }
    }

    private void developmentScales(String pointer, List<Section.DevelopmentScale> scales) {
        for (int i = 0; i < scales.size(); i++) {
            if (scales.get(i).statement().isEmpty() && scales.get(i).remark().isEmpty()) {
                faults.add("%s/%d".formatted(pointer, i), "a development scale without statement",
                        "a statement, or a remark that says why there is none");
            }
        }
        faults.addRepeated(pointer, scales, "code", Section.DevelopmentScale::code, "development scale");
    }

    private void continues() {
        Set<String> old = new HashSet<>();
        file.continues().forEach((now, before) -> {
            String pointer = "/continues/" + now;
            if (questionnaire.block(now).isEmpty()) {
                faults.add(pointer, "no building block '%s'".formatted(now), "the id of a block of this version");
            }
            if (questionnaire.block(before).isPresent()) {
                faults.add(pointer, "the block '%s' is in this version too".formatted(before), "the id that it had in an earlier version");
            }
            if (!old.add(before)) {
                faults.add(pointer, "two blocks continue '%s'".formatted(before), "one block for each earlier one");
            }
        });
    }

    /** Where questions stand in the file, with what follows from it. */
    static Stream<QuestionCheck.Listed> lists(DefinitionFile file) {
        Stream<QuestionCheck.Listed> shared = Stream.concat(
                Stream.of(new QuestionCheck.Listed("/blockQuestions", file.blockQuestions(), true)),
                file.questionSets().entrySet().stream().map(set -> listed("/questionSets/" + set.getKey(), set.getValue())));
        Stream<QuestionCheck.Listed> own = IntStream.range(0, file.clusters().size()).boxed().flatMap(c -> Stream.concat(
                own("/clusters/" + c + "/blocks", file.clusters().get(c).blocks(), true),
                own("/clusters/" + c + "/sections", file.clusters().get(c).sections(), false)));
        Stream<QuestionCheck.Listed> closing = file.closing() == null ? Stream.empty()
                : Stream.of(new QuestionCheck.Listed("/closing/questions", file.closing().questions(), false));
        return Stream.of(shared, own, closing).flatMap(lists -> lists);
    }

    private static Stream<QuestionCheck.Listed> own(String pointer, List<DefinitionFile.SectionFile> sections, boolean blocks) {
        return IntStream.range(0, sections.size())
                .mapToObj(s -> blocks ? new QuestionCheck.Listed("%s/%d/questions".formatted(pointer, s), sections.get(s).questions(), true)
                        : listed("%s/%d/questions".formatted(pointer, s), sections.get(s).questions()));
    }

    private static QuestionCheck.Listed listed(String pointer, List<Question> questions) {
        return new QuestionCheck.Listed(pointer, questions, questions.stream().anyMatch(question -> question.isFor(Use.PLACEMENT)));
    }
}
