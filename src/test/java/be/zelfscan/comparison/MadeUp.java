package be.zelfscan.comparison;

import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Comparisons of any number of centres, without a database; the same seed gives the same. */
public final class MadeUp {
    private static final UUID ROUND = new UUID(1, 1);
    private static final UUID GROUP = new UUID(1, 2);

    private final Questionnaire questionnaire;
    private final Random random;

    public MadeUp(Questionnaire questionnaire, long seed) {
        this.questionnaire = questionnaire;
        this.random = new Random(seed);
    }

    /** A school group in a closed round, and the net when it is shown. */
    public SchoolGroupComparison.Compared beside(List<String> sent, List<String> notSent, boolean netShown) {
        List<CentreFacts> centres = new ArrayList<>();
        sent.forEach(name -> centres.add(facts(new ComparedRound.Centre(id(), name, Optional.of(id())))));
        notSent.forEach(name -> centres.add(new CentreFacts(new ComparedRound.Centre(id(), name, Optional.empty()), Map.of(), List.of())));
        Figures figures = figures(centres.subList(0, sent.size()));
        return new SchoolGroupComparison.Compared(round(), questionnaire,
                new ComparedRound.SchoolGroup(GROUP, "Scholengroep 31 Aan de Zee", centres.size(), sent.size()), centres, figures,
                GroupFigures.net(Optional.of(figures).filter(shown -> netShown)));
    }

    private ComparedRound round() {
        return new ComparedRound(ROUND, "Afname 2025–2026", questionnaire.key(), LocalDate.of(2025, 9, 1), 5,
                Optional.of(LocalDate.of(2026, 6, 30)),
                Optional.of(Instant.parse("2026-06-30T12:00:00Z")), 1);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private CentreFacts facts(ComparedRound.Centre centre) {
        Map<String, CentreFacts.Placed> placed = new HashMap<>();
        List<CentreFacts.Chosen> chosen = new ArrayList<>();
        List<Stage> stages = questionnaire.scale().stages();
        for (Section block : questionnaire.blocks()) {
            int today = random.nextInt(stages.size());
            placed.put(block.id(),
                    new CentreFacts.Placed(stages.get(today).id(),
                            Optional.of(stages.get(today + random.nextInt(stages.size() - today)).id())));
            questionnaire.blockQuestions().stream().filter(question -> !question.options().isEmpty())
                    .forEach(question -> chosen.add(new CentreFacts.Chosen(block.id(), question.id(),
                            question.options().get(random.nextInt(question.options().size())).id(), 0)));
        }
        questionnaire.priorities().ifPresent(asked -> picks(chosen, asked.question(), asked.question().most()));
        questionnaire.inspiringPractices().ifPresent(asked -> picks(chosen, asked.question(), asked.question().most()));
        return new CentreFacts(centre, placed, chosen);
    }

    private void picks(List<CentreFacts.Chosen> chosen, Question question, int count) {
        List<String> blocks = new ArrayList<>(questionnaire.blocks().stream().map(Section::id).toList());
        Collections.shuffle(blocks, random);
        for (int position = 0; position < count; position++) {
            chosen.add(new CentreFacts.Chosen(questionnaire.closing().orElseThrow().id(), question.id(), blocks.get(position), position));
        }
    }

    private Figures figures(List<CentreFacts> centres) {
        FigureQueries.Tally tally = new FigureQueries.Tally(questionnaire, centres.size());
        for (Section block : questionnaire.blocks()) {
            Map<CentreFacts.Placed, Integer> flows = new HashMap<>();
            centres.forEach(facts -> flows.merge(facts.placed(block.id()).orElseThrow(), 1, Integer::sum));
            flows.forEach(
                    (placed, count) -> tally.placed(block.id(), new Figures.Flow(placed.stage(), placed.ambition().orElse(null), count)));
            questionnaire.blockQuestions().forEach(question -> question.options().forEach(
                    option -> count(tally, centres, block.id(), question.id(), option.id())));
            questionnaire.closing().ifPresent(closing -> closing.questions()
                    .forEach(question -> count(tally, centres, closing.id(), question.id(), block.id())));
        }
        return tally.figures();
    }

    private static void count(FigureQueries.Tally tally, List<CentreFacts> centres, String section, String question, String option) {
        List<Integer> positions = centres.stream().map(facts -> facts.chosen(section, question).indexOf(option))
                .filter(position -> position >= 0).toList();
        if (!positions.isEmpty()) {
            tally.chosen(section, new Figures.Choice(question, option, positions.size()),
                    positions.stream().mapToInt(Integer::intValue).sum());
        }
    }
}
