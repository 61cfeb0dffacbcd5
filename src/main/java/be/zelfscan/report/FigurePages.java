package be.zelfscan.report;

import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.Figures;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.pdf.Align;
import be.zelfscan.report.pdf.ParagraphStyle;
import be.zelfscan.report.pdf.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a set of centres answered together: levers and bottlenecks, the other choices, priorities and inspiring practices, with the centres by name.
 *
 * @param group as the document calls the set
 * @param centres what each of them answered, in the order of their names; also those that sent nothing
 */
record FigurePages(ReportCharts charts, Questionnaire questionnaire, String group, String round, Figures figures,
        List<CentreFacts> centres) {
    static final String NONE = "–";
    private static final double CHART = 560;
    private static final List<String> IN_CHART = List.of(Use.LEVER, Use.BOTTLENECK);

    void categories(TaggedPdf pdf) {
        if (IN_CHART.stream().allMatch(use -> questionnaire.blockQuestionFor(use).isEmpty())) {
            return;
        }
        pdf.pageBreak().heading(1, "Hefbomen en knelpunten");
        if (!ComparedCharts.categories(questionnaire).isEmpty()) {
            charts.categories(pdf, ComparedCharts.categories(questionnaire, group, round, figures), CHART);
        }
        IN_CHART.forEach(use -> questionnaire.blockQuestionFor(use).ifPresent(question -> options(pdf, question)));
    }

    /** The questions with options that no chart shows: why, and where parts of a centre differ. */
    void choices(TaggedPdf pdf) {
        List<Question> questions = questionnaire.blockQuestions().stream().filter(question -> !question.options().isEmpty())
                .filter(question -> !IN_CHART.contains(question.use())).toList();
        if (!questions.isEmpty()) {
            pdf.pageBreak().heading(1, "Wat er verder gekozen is");
            questions.forEach(question -> options(pdf, question));
        }
    }

    private void options(TaggedPdf pdf, Question question) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of("Bouwsteen", 2.4f)));
        question.options().forEach(option -> columns.add(new Table.Column(option.shortLabel(), 1.1f, Align.RIGHT)));
        pdf.together(page -> page.heading(2, question.shortLabel())
                .paragraph(ParagraphStyle.SMALL, "Aantal centra dat dit koos, van %d. De vraag: %s"
                        .formatted(figures.centres(), question.labelWith("deze bouwsteen")))
                .table(new Table(columns, true, byCluster(block -> row(question, block)))));
    }

    private List<String> row(Question question, BuildingBlock block) {
        return Stream.concat(Stream.of(block.title()), question.options().stream().map(Option::id)
                .map(option -> String.valueOf(figures.block(block.id()).chosen(question.id(), option)))).toList();
    }

    /** A row of cells for each block, under the title of its cluster. */
    List<Table.Row> byCluster(Function<BuildingBlock, List<String>> cells) {
        return byCluster(questionnaire, cells);
    }

    static List<Table.Row> byCluster(Questionnaire questionnaire, Function<BuildingBlock, List<String>> cells) {
        List<Table.Row> rows = new ArrayList<>();
        for (Cluster cluster : questionnaire.clusters()) {
            rows.add(new Table.Group(cluster.title()));
            cluster.blocks().forEach(block -> rows.add(Table.Cells.of(cells.apply(block).toArray(String[]::new))));
        }
        return rows;
    }

    void priorities(TaggedPdf pdf) {
        questionnaire.priorities().ifPresent(question -> {
            int places = question.most();
            pdf.pageBreak().heading(1, "Prioriteiten");
            pdf.paragraph(
                    "Elk centrum zette zijn prioriteiten in volgorde. De eerste plaats telt voor %d punten, de tweede voor %d, enzovoort; de laatste van de %d plaatsen telt voor 1 punt. De punten zeggen hoe hoog een bouwsteen op de lijstjes staat, niet hoe goed een centrum het doet."
                            .formatted(places, places - 1, places));
            List<Table.Row> rows = new ArrayList<>();
            List<BuildingBlock> chosen = questionnaire.blocks().stream().filter(block -> figures.block(block.id()).priorities() > 0)
                    .sorted(Comparator.comparingInt((BuildingBlock block) -> -figures.block(block.id()).points())
                            .thenComparingInt(block -> -figures.block(block.id()).priorities()))
                    .toList();
            chosen.forEach(block -> rows.add(Table.Cells.of(block.title(), "" + figures.block(block.id()).priorities(),
                    "" + figures.block(block.id()).points(), named(question, block, true))));
            if (rows.isEmpty()) {
                pdf.paragraph("Geen enkel centrum koos prioriteiten.");
                return;
            }
            pdf.together(page -> {
                page.table(new Table(List.of(Table.Column.of("Bouwsteen", 2.4f), new Table.Column("Centra", 0.8f, Align.RIGHT),
                        new Table.Column("Punten", 0.8f, Align.RIGHT), Table.Column.of("Welke centra, en op welke plaats", 5)), true,
                        rows));
                notChosen(page, chosen);
            });
        });
    }

    private void notChosen(TaggedPdf pdf, List<BuildingBlock> chosen) {
        List<String> others = questionnaire.blocks().stream().filter(block -> !chosen.contains(block)).map(BuildingBlock::title).toList();
        if (!others.isEmpty()) {
            pdf.paragraph(ParagraphStyle.SMALL, "Bij geen enkel centrum een prioriteit: " + String.join(", ", others) + ".");
        }
    }

    void inspiring(TaggedPdf pdf) {
        questionnaire.inspiringPractices().ifPresent(question -> {
            Table table = new Table(List.of(Table.Column.of("Bouwsteen", 2.4f), new Table.Column("Centra", 0.8f, Align.RIGHT),
                    Table.Column.of("Welke centra", 5.8f)), true,
                    byCluster(block -> List.of(block.title(), "" + figures.block(block.id()).inspiring(), named(question, block, false))));
            pdf.together(page -> {
                page.heading(1, "Inspirerende praktijken").keepWithNext().paragraph("Bij deze bouwstenen kunnen centra elkaar inspireren.")
                        .table(table);
                if (figures.notYet() > 0) {
                    page.paragraph(ParagraphStyle.SMALL, "Nog geen inspirerende praktijk: " + names(
                            centres.stream().filter(facts -> question.type().nothing(question)
                                    .filter(nothing -> facts.chose(closing(), question.id(), nothing)).isPresent())
                                    .toList())
                            + ".");
                }
            });
        });
    }

    private String named(Question question, BuildingBlock block, boolean place) {
        List<String> names = centres.stream().filter(facts -> facts.chose(closing(), question.id(), block.id()))
                .map(facts -> place ? "%s (%d)".formatted(facts.centre().name(),
                        facts.chosen(closing(), question.id()).indexOf(block.id()) + 1) : facts.centre().name())
                .toList();
        return names.isEmpty() ? NONE : String.join(", ", names);
    }

    private static String names(List<CentreFacts> centres) {
        return String.join(", ", centres.stream().map(facts -> facts.centre().name()).toList());
    }

    private String closing() {
        return questionnaire.closing().id();
    }
}
