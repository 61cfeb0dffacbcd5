package be.zelfscan.report;

import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.ChoiceRole;
import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.Answer;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SentScan;
import be.zelfscan.web.BelgianDutch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The datagrafiek of a scan, sent or not yet: what the instrument's questions mean for it, by their roles. Without comparison. Pure. */
public final class ChartOfScan {
    private final Questionnaire questionnaire;
    private final Answers answers;
    private final List<DataChart.Category> categories;
    private final List<String> priorities;
    private final Set<String> inspiring;

    private ChartOfScan(Questionnaire questionnaire, Answers answers) {
        this.questionnaire = questionnaire;
        this.answers = answers;
        this.categories = ComparedCharts.categories(questionnaire);
        this.priorities = questionnaire.priorities().flatMap(question -> closing(question, Answer.RankedBlocks.class))
                .map(Answer.RankedBlocks::blocks)
                .orElse(List.of());
        this.inspiring = questionnaire.inspiringPractices().flatMap(question -> closing(question, Answer.SelectedBlocks.class))
                .filter(selected -> !selected.notYet()).map(selected -> Set.copyOf(selected.blocks())).orElse(Set.of());
    }

    /** @throws IllegalArgumentException for an instrument whose scale a datagrafiek cannot show */
    public static DataChart of(SentScan sent, Questionnaire questionnaire) {
        return new ChartOfScan(questionnaire, sent.answers()).chart(sent.centreName(), sent.roundTitle(),
                Optional.of(sent.sentAt().atZone(BelgianDutch.ZONE).toLocalDate()), Optional.of(String.valueOf(sent.number())));
    }

    /** What was answered so far; the drawing says that it was not sent. */
    public static DataChart of(ScanState state) {
        return new ChartOfScan(state.questionnaire(), state.answers()).chart(state.scan().centreName(), state.scan().roundTitle(),
                Optional.empty(), Optional.empty());
    }

    private DataChart chart(String centre, String round, Optional<LocalDate> sent, Optional<String> number) {
        List<DataChart.Stage> stages = ComparedCharts.stages(questionnaire);
        List<RowCluster<DataChart.Row>> clusters = questionnaire.clusters().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.blocks().stream().map(this::row).toList())).toList();
        return new DataChart(questionnaire.title(), centre, round, sent, questionnaire.title() + ", versie " + questionnaire.version(),
                number,
                stages, categories, clusters, Optional.empty());
    }

    private <A extends Answer> Optional<A> closing(Question question, Class<A> kind) {
        return answers.answer(questionnaire.closing().id(), question.id(), kind);
    }

    private DataChart.Row row(BuildingBlock block) {
        Optional<Integer> today = answers.answer(block.id(), questionnaire.placement().id(), Answer.Placed.class)
                .flatMap(placed -> questionnaire.scale().position(placed.stage()));
        int place = priorities.indexOf(block.id());
        return new DataChart.Row(block.id(), block.title(), today, ambition(block), marked(block, ChoiceRole.lever),
                marked(block, ChoiceRole.bottleneck),
                place < 0 ? Optional.empty() : Optional.of(place + 1), inspiring.contains(block.id()), differs(block), Optional.empty());
    }

    private DataChart.Ambition ambition(BuildingBlock block) {
        return questionnaire.ambition()
                .flatMap(question -> answers.answer(block.id(), question.id(), Answer.Ambition.class)).<DataChart.Ambition>map(
                        given -> switch (given) {
                            case Answer.Hold hold -> new DataChart.Ambition.Hold();
                            case Answer.Grow grow ->
                                questionnaire.scale().position(grow.stage()).<DataChart.Ambition>map(DataChart.Ambition.Grow::new)
                                        .orElseGet(DataChart.Ambition.NotAnswered::new);
                        })
                .orElseGet(DataChart.Ambition.NotAnswered::new);
    }

    private Set<String> marked(BuildingBlock block, ChoiceRole role) {
        return chosen(block, role).filter(option -> !option.mark().isEmpty()).map(Option::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Any answer but one that excludes the others says that there are differences. */
    private boolean differs(BuildingBlock block) {
        return chosen(block, ChoiceRole.difference).anyMatch(option -> !option.exclusive());
    }

    private Stream<Option> chosen(BuildingBlock block, ChoiceRole role) {
        Optional<Question.MultipleChoice> question = questionnaire.choiceByRole(role);
        return question.flatMap(asked -> answers.answer(block.id(), asked.id(), Answer.Chosen.class)).stream()
                .flatMap(given -> given.options().stream()).flatMap(id -> question.get().option(id).stream());
    }
}
