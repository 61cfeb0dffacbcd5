package be.zelfscan.scan;

import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that comparing reads, made from complete answers; nothing compares what stands in the cells of tables. Pure. */
record Facts(List<PlacementFact> placements, List<ChoiceFact> choices) {
    /** @param ambition the stage of today to hold it; null where no ambition was asked, or none was given */
    @Serdeable
    record PlacementFact(String block, String stage, @Nullable String ambition) {}

    @Serdeable
    record ChoiceFact(String section, String question, String option, int position) {}

    static Facts of(Questionnaire questionnaire, Answers answers) {
        List<PlacementFact> placements = new ArrayList<>();
        for (Section block : questionnaire.blocks()) { // none in an instrument that places nothing
            answers.code(block.id(), questionnaire.placement().id()).ifPresent(stage -> placements
                    .add(new PlacementFact(block.id(), stage, ambition(questionnaire, answers, block.id(), stage).orElse(null))));
        }
        List<ChoiceFact> choices = new ArrayList<>();
        for (Section section : questionnaire.sections()) {
            for (Question question : section.questions()) {
                answers.at(section.id(), question.id()).answer().stream().flatMap(answer -> question.facts(answer).stream())
                        .filter(fact -> fact.row().isEmpty())
                        .forEach(fact -> choices.add(new ChoiceFact(section.id(), question.id(), fact.code(), fact.position())));
            }
        }
        return new Facts(List.copyOf(placements), List.copyOf(choices));
    }

    private static Optional<String> ambition(Questionnaire questionnaire, Answers answers, String block, String stage) {
        return questionnaire.ambition().flatMap(question -> answers.code(block, question.id()))
                .map(code -> questionnaire.stageOf(code).isPresent() ? code : stage);
    }
}
