package be.zelfscan.comparison;

import be.zelfscan.chart.CategoryChart;
import be.zelfscan.chart.Count;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.MatrixChart;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is compared, as charts: the instrument's rows and columns, with what was counted in them. Pure. */
public final class ComparedCharts {
    private ComparedCharts() {}

    /** The scale as charts know it. */
    public static List<DataChart.ChartStage> stages(Questionnaire questionnaire) {
        return questionnaire.scale().stages().stream().map(stage -> new DataChart.ChartStage(stage.id(), stage.label(), stage.cycle()))
                .toList();
    }

    /** The options that have a mark, of levers and bottlenecks together; a category is one by its id. */
    public static List<DataChart.Category> categories(Questionnaire questionnaire) {
        Map<String, DataChart.Category> byId = new LinkedHashMap<>();
        Stream.of(Use.LEVER, Use.BOTTLENECK).flatMap(use -> questionnaire.blockQuestionFor(use).stream())
                .flatMap(question -> question.options().stream()).filter(option -> !option.mark().isEmpty())
                .forEach(option -> byId.putIfAbsent(option.id(), new DataChart.Category(option.id(), option.mark(), option.shortLabel())));
        return List.copyOf(byId.values());
    }

    /**
     * Centres side by side.
     *
     * @param group whose centres these are
     * @param centres at least one, in the order of their columns
     */
    public static MatrixChart matrix(Questionnaire questionnaire, String group, String round, List<CentreFacts> centres) {
        Function<Section, MatrixChart.Row> row = block -> new MatrixChart.Row(block.id(), block.title(),
                centres.stream()
                        .map(facts -> facts.placed(block.id()).map(placed -> cell(questionnaire, placed)).orElse(MatrixChart.Cell.EMPTY))
                        .toList());
        return new MatrixChart(questionnaire.title(), questionnaire.words(), group, round, stages(questionnaire),
                centres.stream().map(facts -> new MatrixChart.CentreColumn(facts.centre().name(), facts.centre().sent())).toList(),
                clusters(questionnaire, row));
    }

    private static MatrixChart.Cell cell(Questionnaire questionnaire, CentreFacts.Placed placed) {
        return new MatrixChart.Cell(questionnaire.scale().position(placed.stage()),
                placed.target().flatMap(questionnaire.scale()::position));
    }

    /**
     * How groups are spread over the stages.
     *
     * @param groups figures by name of the group, in the order of the bars; without figures where there are too few centres to show
     * @param minimum how many centres it takes to be shown
     */
    public static DistributionChart distribution(Questionnaire questionnaire, String round, Map<String, Optional<Figures>> groups,
            int minimum) {
        return distribution(questionnaire, round, groups.entrySet().stream()
                .map(group -> new GroupFigures(Optional.empty(), group.getKey(), group.getValue(), GroupFigures.Withheld.NONE)).toList(),
                minimum);
    }

    /** The same of groups of which not everything may be told. */
    public static DistributionChart distribution(Questionnaire questionnaire, String round, List<GroupFigures> groups, int minimum) {
        Function<Section, DistributionChart.Row> row = block -> new DistributionChart.Row(block.id(), block.title(),
                groups.stream().map(group -> bar(questionnaire, group, block, minimum)).toList());
        return new DistributionChart(questionnaire.title(), questionnaire.words(), round, stages(questionnaire),
                groups.stream().map(GroupFigures::name).toList(),
                clusters(questionnaire, row));
    }

    private static DistributionChart.Bar bar(Questionnaire questionnaire, GroupFigures group, Section block, int minimum) {
        if (group.figures().isEmpty()) {
            return new DistributionChart.Bar.TooFew(minimum);
        }
        return group.withheld().ofPlacement(block.id())
                .map(nearlyAll -> nearlyAll
                        .flatMap(questionnaire.scale()::position).<DistributionChart.Bar>map(DistributionChart.Bar.NearlyAll::new)
                        .orElseGet(DistributionChart.Bar.NotShown::new))
                .orElseGet(() -> new DistributionChart.Bar.Counts(counts(questionnaire, group.figures().get(), block.id())));
    }

    /** How many centres placed a block on each stage, in order of the scale. */
    public static List<Integer> counts(Questionnaire questionnaire, Figures figures, String block) {
        return questionnaire.scale().stages().stream().map(Stage::id).map(figures.block(block)::at).toList();
    }

    /**
     * What helps and hinders a group.
     *
     * @param figures of at least one centre
     */
    public static CategoryChart categories(Questionnaire questionnaire, String group, String round, Figures figures) {
        return categories(questionnaire, group, round, figures, GroupFigures.Withheld.NONE);
    }

    /** The same of a group of which not everything may be told. */
    public static CategoryChart categories(Questionnaire questionnaire, String group, String round, Figures figures,
            GroupFigures.Withheld withheld) {
        List<DataChart.Category> categories = categories(questionnaire);
        Function<Section, CategoryChart.Row> row = block -> new CategoryChart.Row(block.id(), block.title(), categories.stream()
                .map(category -> new CategoryChart.Mentions(named(questionnaire, Use.LEVER, figures.block(block.id()), category, withheld),
                        named(questionnaire, Use.BOTTLENECK, figures.block(block.id()), category, withheld)))
                .toList());
        return new CategoryChart(questionnaire.title(), questionnaire.words(), group, round, figures.centres(), categories,
                clusters(questionnaire, row));
    }

    private static Count named(Questionnaire questionnaire, String use, Figures.BlockFigures block, DataChart.Category category,
            GroupFigures.Withheld withheld) {
        Optional<Question> question = questionnaire.blockQuestionFor(use);
        return question.flatMap(asked -> asked.option(category.id())).map(Option::id)
                .map(option -> withheld.ofChosen(block.id(), question.orElseThrow().id(), option)
                        .orElseGet(() -> new Count.Exactly(block.chosen(question.orElseThrow().id(), option))))
                .orElse(new Count.Exactly(0));
    }

    /**
     * What stands behind a datagrafiek: the shares of a group, by block; nothing when the group has nobody, or for a block of which it may
     * not be told.
     */
    public static Map<String, DataChart.Comparison> comparison(Questionnaire questionnaire, Figures figures) {
        if (figures.centres() == 0) {
            return Map.of();
        }
        return questionnaire.blocks().stream().filter(block -> !figures.block(block.id()).flows().isEmpty())
                .collect(Collectors.toMap(Section::id,
                        block -> new DataChart.Comparison(counts(questionnaire, figures, block.id()).stream()
                                .map(count -> (double) count / figures.centres()).toList(), figures.centres())));
    }

    /** Where a centre stood before, by block; as the index of the stage in the scale of today. */
    public static Map<String, Integer> earlier(Questionnaire questionnaire, CentreFacts then) {
        Map<String, Integer> stages = new LinkedHashMap<>();
        questionnaire.blocks().forEach(block -> then.placed(block.id()).flatMap(placed -> questionnaire.scale().position(placed.stage()))
                .ifPresent(stage -> stages.put(block.id(), stage)));
        return stages;
    }

    private static <R> List<RowCluster<R>> clusters(Questionnaire questionnaire, Function<Section, R> row) {
        return questionnaire.clustersOfBlocks().stream().map(one -> new RowCluster<>(one.title(), one.blocks().stream().map(row).toList()))
                .toList();
    }
}
