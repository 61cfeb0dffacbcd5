package be.zelfscan.report.beside;

import be.zelfscan.chart.CategoryChart;
import be.zelfscan.chart.Count;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.Figures;
import be.zelfscan.comparison.GroupFigures;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ChartOfScan;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes of what was read what the page shows. Pure. */
final class BesideView {
    private final CompareCentre.Read read;
    private final CentreComparison.Compared compared;
    private final Questionnaire questionnaire;

    BesideView(CompareCentre.Read read) {
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
                        read.group().veil()));
    }

    List<RowCluster<BesidePages.Spread>> spread(Figures figures) {
        return clusters(block -> new BesidePages.Spread(block.title(), stage(compared.own(), block.id()),
                GroupWords.spread(questionnaire, figures, block.id(), read.group().veil()),
                GroupWords.ambition(questionnaire.words().stage(), figures, block.id(), read.group().veil())));
    }

    List<RowCluster<BesidePages.Named>> named(CategoryChart chart) {
        return chart.clusters().stream().map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream()
                .map(row -> new BesidePages.Named(row.title(), cells(chart, row, Use.LEVER, CategoryChart.Named::levers),
                        cells(chart, row, Use.BOTTLENECK, CategoryChart.Named::bottlenecks)))
                .toList())).toList();
    }

    private List<BesidePages.Cell> cells(CategoryChart chart, CategoryChart.Row row, String use,
            Function<CategoryChart.Named, Count> count) {
        List<BesidePages.Cell> cells = new ArrayList<>();
        for (int at = 0; at < chart.categories().size(); at++) {
            String category = chart.categories().get(at).id();
            boolean own = questionnaire.blockQuestionFor(use)
                    .filter(question -> compared.own().chosen(row.blockId(), question.id()).contains(category)).isPresent();
            cells.add(new BesidePages.Cell(count.apply(row.named().get(at)).words(), own));
        }
        return List.copyOf(cells);
    }

    /** The round before; empty when the centre sent nothing then that can be laid beside this. */
    Optional<BesidePages.Since> since() {
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
            return new BesidePages.Since(earlier.round().title(), moved, same, notCompared, former(earlier));
        });
    }

    private List<BesidePages.Former> former(CentreComparison.Earlier earlier) {
        return FormerPriority.of(earlier.questionnaire(), earlier.own(), questionnaire, compared.own()).stream()
                .map(priority -> new BesidePages.Former(priority, questionnaire.sectionTitle(priority.block()),
                        notes(earlier.questionnaire(), read.sentBefore().orElseThrow(), earlier.idThen(priority.block())),
                        notes(questionnaire, read.sent(), priority.block())))
                .toList();
    }

    private static List<BesidePages.Note> notes(Questionnaire questionnaire, SentScan sent, String block) {
        return questionnaire.questions(block).stream().flatMap(question -> {
            GivenAnswer given = sent.answers().at(block, question.id());
            return given.note().isBlank() ? Optional.<BesidePages.Note>empty().stream()
                    : Optional.of(new BesidePages.Note(question.shortLabel(), given.note())).stream();
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
