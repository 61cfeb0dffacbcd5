package be.zelfscan.scan;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/** The rows that comparing reads, made from complete answers. Pure. */
record Facts(List<PlacementFact> placements, List<ChoiceFact> choices) {
    /** What stands for "not yet" among the options of a selection of blocks. */
    private static final String NOT_YET = AnswerForm.NOT_YET;

    @Serdeable
    record PlacementFact(String block, String stage, String ambition) {}

    @Serdeable
    record ChoiceFact(String section, String question, String option, int position) {}

    static Facts of(Questionnaire questionnaire, Answers answers) {
        List<PlacementFact> placements = new ArrayList<>();
        for (BuildingBlock block : questionnaire.blocks()) {
            answers.answer(block.id(), questionnaire.placement().id(), Answer.Placed.class).map(Answer.Placed::stage)
                    .ifPresent(stage -> placements
                            .add(new PlacementFact(block.id(), stage, ambition(questionnaire, answers, block.id(), stage))));
        }
        List<ChoiceFact> choices = new ArrayList<>();
        for (String section : questionnaire.sections()) {
            for (Question question : questionnaire.questions(section)) {
                List<String> options = answers.at(section, question.id()).answer().map(Facts::options).orElse(List.of());
                for (int i = 0; i < options.size(); i++) {
                    choices.add(new ChoiceFact(section, question.id(), options.get(i), i));
                }
            }
        }
        return new Facts(List.copyOf(placements), List.copyOf(choices));
    }

    private static String ambition(Questionnaire questionnaire, Answers answers, String block, String stage) {
        return questionnaire.ambition().flatMap(question -> answers.answer(block, question.id(), Answer.Grow.class)).map(Answer.Grow::stage)
                .orElse(stage);
    }

    private static List<String> options(Answer answer) {
        return switch (answer) {
            case Answer.Placed p -> List.of();
            case Answer.Ambition a -> List.of();
            case Answer.Chosen chosen -> chosen.options();
            case Answer.SelectedBlocks selected -> selected.notYet() ? List.of(NOT_YET) : selected.blocks();
            case Answer.RankedBlocks ranked -> ranked.blocks();
        };
    }
}
