package be.zelfscan.scan;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that comparing reads, made from complete answers. Pure. */
record Facts(List<PlacementFact> placements, List<ChoiceFact> choices) {
    /** What stands for "not yet" among the options of a selection of blocks. */
    private static final String NOT_YET = AnswerForm.NOT_YET;

    /** @param ambition the stage of today to hold it; null where no ambition was asked, or none was given */
    @Serdeable
    record PlacementFact(String block, String stage, @Nullable String ambition) {}

    @Serdeable
    record ChoiceFact(String section, String question, String option, int position) {}

    static Facts of(Questionnaire questionnaire, Answers answers) {
        List<PlacementFact> placements = new ArrayList<>();
        for (BuildingBlock block : questionnaire.blocks()) {
            answers.answer(block.id(), questionnaire.placement().id(), Answer.Placed.class).map(Answer.Placed::stage)
                    .ifPresent(stage -> placements
                            .add(new PlacementFact(block.id(), stage, ambition(questionnaire, answers, block.id(), stage).orElse(null))));
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

    private static Optional<String> ambition(Questionnaire questionnaire, Answers answers, String block, String stage) {
        return questionnaire.ambition().flatMap(question -> answers.answer(block, question.id(), Answer.Ambition.class))
                .map(ambition -> switch (ambition) {
                    case Answer.Hold hold -> stage;
                    case Answer.Grow grow -> grow.stage();
                });
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
