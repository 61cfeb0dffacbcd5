package be.zelfscan.comparison;

import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.ScanDrawing;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
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
        this.priorities = facts(questionnaire.priorities());
        this.inspiring = Set.copyOf(facts(questionnaire.inspiringPractices()));
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
        List<DataChart.ChartStage> stages = ComparedCharts.stages(questionnaire);
        List<RowCluster<DataChart.Row>> clusters = questionnaire.clustersOfBlocks().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.blocks().stream().map(this::row).toList())).toList();
        return new DataChart(questionnaire.title(), questionnaire.words(), centre, round, sent,
                questionnaire.title() + ", versie " + questionnaire.version(),
                questionnaire.disclaimer(), number,
                stages, categories, clusters, Optional.empty()).notAsking(unasked());
    }

    private Set<Layer> unasked() {
        return Stream.of(Layer.AMBITION, Layer.CLOSING, Layer.DIFFERENCES).filter(layer -> switch (layer) {
            case AMBITION -> questionnaire.ambition().isEmpty();
            case CLOSING -> questionnaire.priorities().isEmpty() && questionnaire.inspiringPractices().isEmpty();
            default -> questionnaire.blockQuestionFor(Use.DIFFERENCE).isEmpty();
        }).collect(Collectors.toUnmodifiableSet());
    }

    /** The codes that comparing reads of the answer to a closing question. */
    private List<String> facts(Optional<Questionnaire.OverallQuestion> question) {
        return question.flatMap(asked -> answers.at(asked.section(), asked.question().id()).answer()
                .map(answer -> asked.question().facts(answer).stream().map(Fact::code).toList()))
                .orElse(List.of());
    }

    private DataChart.Row row(Section block) {
        Optional<Integer> today = answers.code(block.id(), questionnaire.placement().id()).flatMap(questionnaire.scale()::position);
        int place = priorities.indexOf(block.id());
        return new DataChart.Row(block.id(), block.title(), today, ambition(block), marked(block, Use.LEVER),
                marked(block, Use.BOTTLENECK),
                place < 0 ? Optional.empty() : Optional.of(place + 1), inspiring.contains(block.id()), differs(block), Optional.empty());
    }

    private DataChart.Ambition ambition(Section block) {
        return questionnaire.ambition().flatMap(question -> answers.code(block.id(), question.id())).<DataChart.Ambition>map(
                code -> questionnaire.scale().position(code).<DataChart.Ambition>map(DataChart.Ambition.Grow::new)
                        .orElseGet(DataChart.Ambition.Hold::new))
                .orElseGet(DataChart.Ambition.NotAnswered::new);
    }

    private Set<String> marked(Section block, String use) {
        return chosen(block, use).filter(option -> !option.mark().isEmpty()).map(Option::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Any answer but one that excludes the others says that there are differences. */
    private boolean differs(Section block) {
        return chosen(block, Use.DIFFERENCE).anyMatch(option -> !option.exclusive());
    }

    private Stream<Option> chosen(Section block, String use) {
        Optional<Question> question = questionnaire.blockQuestionFor(use);
        return question.stream().flatMap(asked -> answers.codes(block.id(), asked.id()).stream())
                .flatMap(id -> question.get().option(id).stream());
    }

    /** Draws what was answered so far, for its page. Thread-safe. */
    @Singleton
    static class OfDraft implements ScanDrawing {
        private final DataChartDrawing drawing;

        OfDraft(DataChartDrawing drawing) {
            this.drawing = drawing;
        }

        @Override
        public String svg(ScanState state) {
            return drawing.layouts(of(state));
        }
    }
}
