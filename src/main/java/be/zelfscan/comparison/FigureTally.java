package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Section;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers the counted facts of one set of centres into its figures. Not thread-safe. */
final class FigureTally {
    /** How often a block was picked or ordered, and the sum of the places that it got, from 0. */
    private record Picked(int centres, int positions) {
        static final Picked NEVER = new Picked(0, 0);
    }

    private final Questionnaire questionnaire;
    private final int centres;
    private final Map<String, List<Figures.Flow>> flows = new HashMap<>();
    private final Map<String, List<Figures.Choice>> choices = new HashMap<>();
    private final Map<String, Map<String, Picked>> picked = new HashMap<>();

    FigureTally(Questionnaire questionnaire, int centres) {
        this.questionnaire = questionnaire;
        this.centres = centres;
    }

    void placed(String block, Figures.Flow flow) {
        flows.computeIfAbsent(block, none -> new ArrayList<>()).add(flow);
    }

    void chosen(String section, Figures.Choice choice, int positions) {
        if (Stream.of(questionnaire.inspiringPractices(), questionnaire.priorities()).flatMap(Optional::stream)
                .anyMatch(asked -> asked.is(section, choice.question()))) {
            picked.computeIfAbsent(choice.question(), none -> new HashMap<>()).put(choice.option(),
                    new Picked(choice.centres(), positions));
        } else {
            choices.computeIfAbsent(section, none -> new ArrayList<>()).add(choice);
        }
    }

    Figures figures() {
        int notYet = questionnaire.inspiringPractices()
                .flatMap(question -> question.question().type().nothing(question.question())
                        .map(nothing -> picked(question, nothing).centres()))
                .orElse(0);
        return new Figures(centres, questionnaire.blocks().stream().map(this::block).toList(), notYet);
    }

    private Figures.Block block(Section block) {
        Picked inspiring = questionnaire.inspiringPractices().map(question -> picked(question, block.id())).orElse(Picked.NEVER);
        Picked priority = questionnaire.priorities().map(question -> picked(question, block.id())).orElse(Picked.NEVER);
        int places = questionnaire.priorities().map(asked -> asked.question().most()).orElse(0);
        return new Figures.Block(block.id(),
                flows.getOrDefault(block.id(), List.of()).stream()
                        .sorted(Comparator.comparing((Figures.Flow flow) -> position(flow.from()))
                                .thenComparing(flow -> flow.to() == null ? -1 : position(flow.to())))
                        .toList(),
                choices.getOrDefault(block.id(), List.of()).stream()
                        .sorted(Comparator.comparing(Figures.Choice::question).thenComparing(Figures.Choice::option)).toList(),
                inspiring.centres(), priority.centres(), places * priority.centres() - priority.positions());
    }

    private Picked picked(Questionnaire.OverallQuestion asked, String option) {
        return picked.getOrDefault(asked.question().id(), Map.of()).getOrDefault(option, Picked.NEVER);
    }

    private int position(String stage) {
        return questionnaire.scale().position(stage).orElseThrow();
    }
}
