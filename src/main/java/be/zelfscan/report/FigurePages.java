package be.zelfscan.report;

import be.zelfscan.chart.MatrixChart;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.Figures;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table.Align;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a set of centres answered together: who stands where, levers and bottlenecks, the other choices, priorities and
 * inspiring practices, with the centres by name.
 *
 * @param group as the document calls the set
 * @param centres what each of them answered, in the order of their names; also those that sent nothing
 */
record FigurePages(ReportCharts charts, Questionnaire questionnaire, String group, String round, Figures figures,
        List<CentreFacts> centres) {
    static final String NONE = "–";
    private static final double CHART = 560;
    /** So many columns leave room for the names of the stages. */
    private static final int MOST_COLUMNS = 14;
    private static final int MOST_STAGES = 5;
    private static final List<String> IN_CHART = List.of(Use.LEVER, Use.BOTTLENECK);

    /** The centres beside each other, in as many charts as it takes. */
    List<MatrixChart> matrix() {
        return ComparedCharts.matrix(questionnaire, group, round, centres).pages(MOST_COLUMNS);
    }

    /** Who stands where: a column for each stage, or a line for each where there are too many of these. */
    void whoStandsWhere(TaggedPdf pdf) {
        if (questionnaire.scale().stages().size() > MOST_STAGES) {
            pdf.table(new Table(List.of(Table.Column.of(questionnaire.words().block().title(), 2), Table.Column.of("Wie waar staat", 5)),
                    true,
                    byCluster(block -> List.of(block.title(), lines(block)))));
            return;
        }
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(questionnaire.words().block().title(), 2)));
        questionnaire.scale().stages().forEach(stage -> columns.add(Table.Column.of(stage.label(), 2)));
        pdf.table(new Table(columns, true, byCluster(questionnaire,
                block -> Stream.concat(Stream.of(block.title()),
                        questionnaire.scale().stages().stream().map(stage -> on(block, stage))).toList())));
    }

    private String lines(Section block) {
        return questionnaire.scale().stages().stream().filter(stage -> !on(block, stage).equals(NONE))
                .map(stage -> stage.label() + ": " + on(block, stage).replace("\n", ", ")).collect(Collectors.joining("\n"));
    }

    private String on(Section block, Stage stage) {
        String names = centres.stream()
                .filter(facts -> facts.placed(block.id()).filter(placed -> placed.stage().equals(stage.id())).isPresent())
                .map(facts -> facts.centre().name() + ambition(facts.placed(block.id()).orElseThrow())).collect(Collectors.joining("\n"));
        return names.isEmpty() ? NONE : names;
    }

    private String ambition(CentreFacts.Placed placed) {
        return placed.target().map(target -> " (wil naar %s)".formatted(
                questionnaire.scale().stage(target).map(stage -> BelgianDutch.inSentence(stage.label())).orElse(target))).orElse("");
    }

    /** The centres that take part and sent nothing, in one sentence; empty when all did. */
    String notSent() {
        List<String> names = centres.stream().filter(facts -> !facts.centre().sent()).map(facts -> facts.centre().name()).toList();
        return names.isEmpty() ? ""
                : "%s geen zelfscan, en %s dus nergens mee: %s.".formatted(names.size() == 1 ? "Verzond" : "Verzonden",
                        names.size() == 1 ? "telt" : "tellen", String.join(", ", names));
    }

    void categories(TaggedPdf pdf) {
        if (IN_CHART.stream().allMatch(use -> questionnaire.blockQuestionFor(use).isEmpty())) {
            return;
        }
        pdf.chapter(questionnaire.words().helpAndHinder());
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
            pdf.chapter("Wat er verder gekozen is");
            questions.forEach(question -> options(pdf, question));
        }
    }

    private void options(TaggedPdf pdf, Question question) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(questionnaire.words().block().title(), 2.4f)));
        question.options().forEach(option -> columns.add(new Table.Column(option.shortLabel(), 1.1f, Align.RIGHT)));
        pdf.together(page -> page.heading(2, question.shortLabel())
                .paragraph(Style.SMALL, "Aantal centra dat dit koos, van %d. De vraag: %s"
                        .formatted(figures.centres(), question.labelWith(questionnaire.words().block().thisOne())))
                .table(new Table(columns, true, byCluster(block -> row(question, block)))));
    }

    private List<String> row(Question question, Section block) {
        return Stream.concat(Stream.of(block.title()), question.options().stream().map(Option::id)
                .map(option -> String.valueOf(figures.block(block.id()).chosen(question.id(), option)))).toList();
    }

    /** A row of cells for each block, under the title of its cluster. */
    List<Table.Row> byCluster(Function<Section, List<String>> cells) {
        return byCluster(questionnaire, cells);
    }

    static List<Table.Row> byCluster(Questionnaire questionnaire, Function<Section, List<String>> cells) {
        List<Table.Row> rows = new ArrayList<>();
        for (Cluster cluster : questionnaire.clustersOfBlocks()) {
            rows.add(new Table.Group(cluster.title()));
            cluster.blocks().forEach(block -> rows.add(Table.Cells.of(cells.apply(block).toArray(String[]::new))));
        }
        return rows;
    }

    void priorities(TaggedPdf pdf) {
        questionnaire.priorities().ifPresent(asked -> {
            int places = asked.question().most();
            pdf.chapter(questionnaire.words().priority().titles());
            pdf.paragraph(
                    ("Elk centrum zette zijn %s in volgorde. De eerste plaats telt voor %d punten, de tweede voor %d, enzovoort; de laatste van "
                            + "de %d plaatsen telt voor 1 punt. De punten zeggen hoe hoog een %s op de lijstjes staat, niet hoe goed een centrum het "
                            + "doet.")
                            .formatted(questionnaire.words().priority().many(), places, places - 1, places,
                                    questionnaire.words().block().one()));
            List<Table.Row> rows = new ArrayList<>();
            List<Section> chosen = questionnaire.blocks().stream().filter(block -> figures.block(block.id()).priorities() > 0)
                    .sorted(Comparator.comparingInt((Section block) -> -figures.block(block.id()).points())
                            .thenComparingInt(block -> -figures.block(block.id()).priorities()))
                    .toList();
            chosen.forEach(block -> rows.add(Table.Cells.of(block.title(), "" + figures.block(block.id()).priorities(),
                    "" + figures.block(block.id()).points(), named(asked, block, true))));
            if (rows.isEmpty()) {
                pdf.paragraph("Geen enkel centrum koos %s.".formatted(questionnaire.words().priority().many()));
                return;
            }
            pdf.together(page -> {
                page.table(new Table(
                        List.of(Table.Column.of(questionnaire.words().block().title(), 2.4f), new Table.Column("Centra", 0.8f, Align.RIGHT),
                                new Table.Column("Punten", 0.8f, Align.RIGHT), Table.Column.of("Welke centra, en op welke plaats", 5)),
                        true,
                        rows));
                notChosen(page, chosen);
            });
        });
    }

    private void notChosen(TaggedPdf pdf, List<Section> chosen) {
        List<String> others = questionnaire.blocks().stream().filter(block -> !chosen.contains(block)).map(Section::title).toList();
        if (!others.isEmpty()) {
            pdf.paragraph(Style.SMALL,
                    "Bij geen enkel centrum een %s: ".formatted(questionnaire.words().priority().one()) + String.join(", ", others) + ".");
        }
    }

    void inspiring(TaggedPdf pdf) {
        questionnaire.inspiringPractices().ifPresent(asked -> {
            Table table = new Table(
                    List.of(Table.Column.of(questionnaire.words().block().title(), 2.4f), new Table.Column("Centra", 0.8f, Align.RIGHT),
                            Table.Column.of("Welke centra", 5.8f)),
                    true,
                    byCluster(block -> List.of(block.title(), "" + figures.block(block.id()).inspiring(), named(asked, block, false))));
            pdf.together(page -> {
                page.heading(1, questionnaire.words().inspiringPractice().titles()).keepWithNext()
                        .paragraph("Bij deze %s kunnen centra elkaar inspireren."
                                .formatted(questionnaire.words().block().many()))
                        .table(table);
                if (figures.notYet() > 0) {
                    page.paragraph(Style.SMALL, "Nog geen %s: ".formatted(questionnaire.words().inspiringPractice().one()) + names(
                            centres.stream().filter(facts -> asked.question().type().nothing(asked.question())
                                    .filter(nothing -> facts.chose(asked, nothing)).isPresent())
                                    .toList())
                            + ".");
                }
            });
        });
    }

    private String named(Questionnaire.OverallQuestion asked, Section block, boolean place) {
        List<String> names = centres.stream().filter(facts -> facts.chose(asked, block.id()))
                .map(facts -> place ? "%s (%d)".formatted(facts.centre().name(),
                        facts.chosen(asked).indexOf(block.id()) + 1) : facts.centre().name())
                .toList();
        return names.isEmpty() ? NONE : String.join(", ", names);
    }

    private static String names(List<CentreFacts> centres) {
        return String.join(", ", centres.stream().map(facts -> facts.centre().name()).toList());
    }
}
