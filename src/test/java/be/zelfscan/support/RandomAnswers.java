package be.zelfscan.support;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.scan.Answer;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Answers that are complete and otherwise as they come: the same random numbers give the same answers. */
public final class RandomAnswers {
    private static final List<String> TEXTS = List.of("Kort.", "Eerste regel\nen een tweede.\n\nEn nog één.", "=SOM(A1:A9)",
            "<b>vet</b> & \"aangehaald\" en 'ook zo'", "🌱 groeit 👩🏽‍🌾", "عربي naast Nederlands", "{block} en {number}",
            "woord ".repeat(400).strip());
    private static final Instant AT = Instant.parse("2025-10-14T12:02:03Z");

    private final Questionnaire questionnaire;
    private final Random random;

    public RandomAnswers(Questionnaire questionnaire, Random random) {
        this.questionnaire = questionnaire;
        this.random = random;
    }

    /** Answers to every required question, and to some of the others, with notes here and there; nothing is open. */
    public Answers complete() {
        return new Answers(questionnaire.sections().stream().flatMap(section -> section(section).stream()).toList());
    }

    /** Complete answers to the questions of one section. */
    public List<GivenAnswer> section(String section) {
        List<GivenAnswer> given = new ArrayList<>();
        Optional<Stage> stage = questionnaire.block(section).map(block -> one(questionnaire.scale().stages()));
        for (Question question : questionnaire.questions(section)) {
            if (question.required() || question instanceof Question.Placement || random.nextBoolean()) {
                String note = question.hasNote() && random.nextBoolean() ? one(TEXTS) : "";
                given.add(new GivenAnswer(section, question.id(), 1 + random.nextInt(9), Optional.of(answer(question, stage)), note, "Ada",
                        AT));
            }
        }
        return given;
    }

    private Answer answer(Question question, Optional<Stage> stage) {
        return switch (question) {
            case Question.Placement p -> new Answer.Placed(stage.orElseThrow().id());
            case Question.Ambition ambition -> ambition(ambition.targetsFrom(stage.orElseThrow().id(), questionnaire.scale()));
            case Question.SingleChoice single -> chosen(List.of(one(single.options())));
            case Question.MultipleChoice multiple -> chosen(together(multiple.options()));
            case Question.BlockSelection selection -> random.nextInt(3) == 0
                    ? new Answer.SelectedBlocks(List.of(), true, selection.notYet().asksMore() ? blocks(0, 2) : List.of())
                    : new Answer.SelectedBlocks(blocks(selection.min(), selection.max()), false, List.of());
            case Question.BlockRanking ranking -> new Answer.RankedBlocks(blocks(ranking.min(), ranking.max()));
        };
    }

    private Answer ambition(List<Stage> targets) {
        return targets.isEmpty() || random.nextInt(3) == 0 ? new Answer.Hold() : new Answer.Grow(one(targets).id());
    }

    private Answer chosen(List<Option> options) {
        String text = options.stream().anyMatch(Option::text) ? "tussen oud en nieuw 🙂" : "";
        return new Answer.Chosen(options.stream().map(Option::id).toList(), text);
    }

    /** An exclusive option by itself, or any of the others in their order. */
    private List<Option> together(List<Option> options) {
        Option first = one(options);
        return first.exclusive() ? List.of(first)
                : options.stream().filter(option -> option.equals(first) || !option.exclusive() && random.nextBoolean()).toList();
    }

    private List<String> blocks(int min, int max) {
        List<String> ids = new ArrayList<>(questionnaire.blocks().stream().map(BuildingBlock::id).toList());
        Collections.shuffle(ids, random);
        return List.copyOf(ids.subList(0, Math.min(ids.size(), min + random.nextInt(max - min + 1))));
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** The fields that the page of a section posts with these answers on it. */
    public static Map<String, List<String>> fields(Questionnaire questionnaire, String section, Answers answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Question question : questionnaire.questions(section)) {
            GivenAnswer given = answers.at(section, question.id());
            fields.put(question.id() + ".revision", List.of(String.valueOf(given.revision())));
            fields.put(question.id() + ".note", List.of(given.note().replace("\n", "\r\n")));
            given.answer().ifPresent(answer -> fields.putAll(fields(question.id(), answer)));
            if (question instanceof Question.BlockSelection selection && selection.hasTwoWays()
                    && given.answer().orElse(null) instanceof Answer.SelectedBlocks selected) {
                fields.put(question.id() + ".choice", selected.blocks());
                fields.put(question.id() + ".way",
                        List.of(selected.notYet() ? Question.BlockSelection.NOT_YET : Question.BlockSelection.PICKED));
            }
        }
        return fields;
    }

    private static Map<String, List<String>> fields(String question, Answer answer) {
        String choice = question + ".choice";
        return switch (answer) {
            case Answer.Placed placed -> Map.of(choice, List.of(placed.stage()));
            case Answer.Hold hold -> Map.of(choice, List.of(Question.Ambition.HOLD));
            case Answer.Grow grow -> Map.of(choice, List.of(grow.stage()));
            case Answer.Chosen chosen -> Map.of(choice, chosen.options(), question + ".text", List.of(chosen.text()));
            case Answer.SelectedBlocks selected -> Map.of(choice,
                    selected.notYet() ? Stream.concat(Stream.of(Question.BlockSelection.NOT_YET), selected.blocks().stream()).toList()
                            : selected.blocks(),
                    question + ".considered", selected.considered());
            case Answer.RankedBlocks ranked -> Map.of(choice, ranked.blocks());
        };
    }
}
