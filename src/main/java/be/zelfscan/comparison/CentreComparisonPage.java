package be.zelfscan.comparison;

import be.zelfscan.chart.CategoryChart;
import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.Count;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A centre beside the net or one of its school groups, and beside itself in the round before: what the page shows, made of what was read.
 * The templates {@code src/main/jte/comparison/centre*.jte} take its records. Pure.
 */
public final class CentreComparisonPage {
    /**
     * A group to compare with.
     *
     * @param shown whether its figures may be shown
     */
    public record Choice(String name, String address, boolean current, boolean shown) {}

    /** A block of the centre beside that of the group, in words. */
    public record Spread(String block, String own, String group, String ambition) {}

    /**
     * One block in the table of what helps and hinders.
     *
     * @param levers a cell for each category, then as many for {@code bottlenecks}
     */
    public record NamedCategories(String block, List<Mention> levers, List<Mention> bottlenecks) {}

    /** How many centres of the group named it, as exactly as it may be told, and whether the centre itself did. */
    public record Mention(String centres, boolean own) {}

    /**
     * What is known of the group.
     *
     * @param categorySvg levers and bottlenecks of the group
     * @param categories the categories that can be named
     */
    public record GroupPart(int centres, List<RowCluster<Spread>> spread, String categorySvg, List<DataChart.Category> categories,
            List<RowCluster<NamedCategories>> named) {}

    /** @param question the short label of the question that it goes with */
    public record Note(String question, String text) {}

    /** A priority of the round before, with what the centre wrote about it then and now. */
    public record EarlierPriority(FormerPriority priority, String title, List<Note> notesThen, List<Note> notesNow) {}

    /**
     * The round before.
     *
     * @param moved the blocks that stand elsewhere: "Preventie: van fragmentair naar planmatig"
     * @param same titles of those that stand where they stood
     * @param notCompared titles of those that the version of then did not have
     */
    public record EarlierRound(String round, List<String> moved, List<String> same, List<String> notCompared,
            List<EarlierPriority> priorities) {}

    /**
     * The page.
     *
     * @param groupName of the group that stands behind the datagrafiek, as it stands within a sentence
     * @param group empty when its figures may not be shown
     * @param minimum how many centres that takes
     * @param sentences the datagrafiek in words, a sentence for each block
     * @param notComparable why newer rounds than that are not laid beside it, a sentence each
     * @param result address of the centre's own result
     */
    public record Page(PageLayout layout, Questionnaire questionnaire, String round, String centre, List<Choice> choices, String groupName,
            int minimum, String svg, List<String> sentences, List<DataTable> tables, Optional<GroupPart> group,
            Optional<EarlierRound> earlierRound,
            List<String> notComparable,
            String result,
            String openings,
            String home) {}

    /**
     * What became of a priority of the round before. Pure.
     *
     * @param place among the priorities of then, from 1
     * @param block its id
     * @param stageThen where it stood then
     * @param ambitionThen where the centre wanted to go then, the same stage to hold it; empty where that was not asked, or not given
     * @param placeNow among the priorities of now, from 1; empty when it is none any more
     */
    public record FormerPriority(int place, String block, Stage stageThen, Optional<Stage> ambitionThen, Stage stageNow,
            Optional<Integer> placeNow) {

        /** The priorities of then, the first first; none when one of the versions does not ask for them. */
        public static List<FormerPriority> of(Questionnaire then, CentreFacts before, Questionnaire now, CentreFacts today) {
            List<String> priorities = priorities(then, before);
            List<String> again = priorities(now, today);
            return IntStream.range(0, priorities.size()).boxed()
                    .flatMap(at -> of(at, priorities.get(at), before, now, today, again.indexOf(priorities.get(at))).stream()).toList();
        }

        private static Optional<FormerPriority> of(int at, String block, CentreFacts before, Questionnaire now, CentreFacts today,
                int again) {
            return before.placed(block).flatMap(then -> today.placed(block).map(placed -> new FormerPriority(at + 1, block,
                    stage(now, then.stage()), then.ambition().map(to -> stage(now, to)), stage(now, placed.stage()),
                    again < 0 ? Optional.empty() : Optional.of(again + 1))));
        }

        private static List<String> priorities(Questionnaire questionnaire, CentreFacts facts) {
            return questionnaire.priorities().map(facts::chosen).orElse(List.of());
        }

        private static Stage stage(Questionnaire questionnaire, String id) {
            return questionnaire.scale().stage(id).orElseThrow();
        }

        /** Whether the centre wanted to keep the stage of then. */
        public boolean held() {
            return ambitionThen.filter(stageThen::equals).isPresent();
        }
    }

    private final CentreComparison.ComparedWithNotes read;
    private final CentreComparison.Compared compared;
    private final Questionnaire questionnaire;

    CentreComparisonPage(CentreComparison.ComparedWithNotes read) {
        this.read = read;
        this.compared = read.compared();
        this.questionnaire = compared.questionnaire();
    }

    /** A group as it stands within a sentence. */
    static String name(GroupFigures group) {
        return group.isNet() ? "het net" : group.name();
    }

    /** The datagrafiek of the centre before the group, where that may be shown, with the stages of the round before. */
    DataChart chart() {
        DataChart own = ChartOfScan.of(read.sent(), questionnaire);
        DataChart beside = read.group().figures()
                .map(figures -> own.comparedWith(name(read.group()) + ", " + compared.round().title(),
                        ComparedCharts.comparison(questionnaire, figures)))
                .orElse(own);
        return compared.earlier()
                .map(earlier -> beside.since(earlier.round().title(), ComparedCharts.earlier(questionnaire, earlier.own()))).orElse(beside);
    }

    /** What helps and hinders the group; empty where that may not be shown, or the instrument has no categories. */
    Optional<CategoryChart> categories() {
        return read.group().figures().filter(figures -> figures.centres() > 0 && !ComparedCharts.categories(questionnaire).isEmpty())
                .map(figures -> ComparedCharts.categories(questionnaire, name(read.group()), compared.round().title(), figures,
                        read.group().withheld()));
    }

    List<RowCluster<Spread>> spread(Figures figures) {
        return clusters(block -> new Spread(block.title(), stage(compared.own(), block.id()),
                GroupInWords.spread(questionnaire, figures, block.id(), read.group().withheld()),
                GroupInWords.ambition(questionnaire.words().stage(), figures, block.id(), read.group().withheld())));
    }

    List<RowCluster<NamedCategories>> named(CategoryChart chart) {
        return chart.clusters().stream().map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream()
                .map(row -> new NamedCategories(row.title(), cells(chart, row, Use.LEVER, CategoryChart.Mentions::levers),
                        cells(chart, row, Use.BOTTLENECK, CategoryChart.Mentions::bottlenecks)))
                .toList())).toList();
    }

    private List<Mention> cells(CategoryChart chart, CategoryChart.Row row, String use,
            Function<CategoryChart.Mentions, Count> count) {
        List<Mention> cells = new ArrayList<>();
        for (int at = 0; at < chart.categories().size(); at++) {
            String category = chart.categories().get(at).id();
            boolean own = questionnaire.blockQuestionFor(use)
                    .filter(question -> compared.own().chosen(row.blockId(), question.id()).contains(category)).isPresent();
            cells.add(new Mention(count.apply(row.mentions().get(at)).words(), own));
        }
        return List.copyOf(cells);
    }

    /** The round before; empty when the centre sent nothing then that can be laid beside this. */
    Optional<EarlierRound> earlierRound() {
        return compared.earlier().map(earlier -> {
            List<String> moved = new ArrayList<>();
            List<String> same = new ArrayList<>();
            for (Section block : questionnaire.blocks()) {
                String then = stage(earlier.own(), block.id());
                String now = stage(compared.own(), block.id());
                if (then.equals(now)) {
                    same.add(block.title());
                } else if (!then.isEmpty() && !now.isEmpty()) {
                    moved.add("%s: van %s naar %s".formatted(block.title(), then, now));
                }
            }
            List<String> notCompared = questionnaire.blocks().stream().filter(block -> !earlier.knew(block.id())).map(Section::title)
                    .toList();
            return new EarlierRound(earlier.round().title(), moved, same, notCompared, earlierPriorities(earlier));
        });
    }

    private List<EarlierPriority> earlierPriorities(CentreComparison.Earlier earlier) {
        return FormerPriority.of(earlier.questionnaire(), earlier.own(), questionnaire, compared.own()).stream()
                .map(priority -> new EarlierPriority(priority, questionnaire.sectionTitle(priority.block()),
                        notes(earlier.questionnaire(), read.sentBefore().orElseThrow(), earlier.idThen(priority.block())),
                        notes(questionnaire, read.sent(), priority.block())))
                .toList();
    }

    private static List<Note> notes(Questionnaire questionnaire, SentScan sent, String block) {
        return questionnaire.questions(block).stream().flatMap(question -> {
            GivenAnswer given = sent.answers().at(block, question.id());
            return given.note().isBlank() ? Optional.<Note>empty().stream()
                    : Optional.of(new Note(question.shortLabel(), given.note())).stream();
        }).toList();
    }

    private String stage(CentreFacts facts, String block) {
        return facts.placed(block).flatMap(placed -> questionnaire.scale().stage(placed.stage()))
                .map(stage -> BelgianDutch.inSentence(stage.label())).orElse("");
    }

    private <R> List<RowCluster<R>> clusters(Function<Section, R> row) {
        return questionnaire.clustersOfBlocks().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.blocks().stream().map(row).toList())).toList();
    }
}
