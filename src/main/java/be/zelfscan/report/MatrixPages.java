package be.zelfscan.report;

import be.zelfscan.chart.MatrixChart;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Centres beside each other: the matrix, and the same by name as a table. */
record MatrixPages(ReportCharts charts, Questionnaire questionnaire, String group, String round, List<CentreFacts> centres) {
    /** So many columns leave room for the names of the stages. */
    private static final int MOST_COLUMNS = 14;
    private static final int MOST_STAGES = 5;

    List<MatrixChart> parts() {
        return ComparedCharts.matrix(questionnaire, group, round, centres).pages(MOST_COLUMNS);
    }

    /** Who stands where: a column for each stage, or a line for each where there are too many of these. */
    void table(TaggedPdf pdf) {
        if (questionnaire.scale().stages().size() > MOST_STAGES) {
            pdf.table(new Table(List.of(Table.Column.of(questionnaire.words().block().title(), 2), Table.Column.of("Wie waar staat", 5)),
                    true,
                    FigurePages.byCluster(questionnaire, block -> List.of(block.title(), lines(block)))));
            return;
        }
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(questionnaire.words().block().title(), 2)));
        questionnaire.scale().stages().forEach(stage -> columns.add(Table.Column.of(stage.label(), 2)));
        pdf.table(new Table(columns, true, FigurePages.byCluster(questionnaire,
                block -> Stream.concat(Stream.of(block.title()),
                        questionnaire.scale().stages().stream().map(stage -> on(block, stage))).toList())));
    }

    private String lines(Section block) {
        return questionnaire.scale().stages().stream().filter(stage -> !on(block, stage).equals(FigurePages.NONE))
                .map(stage -> stage.label() + ": " + on(block, stage).replace("\n", ", ")).collect(Collectors.joining("\n"));
    }

    private String on(Section block, Stage stage) {
        String names = centres.stream()
                .filter(facts -> facts.placed(block.id()).filter(placed -> placed.stage().equals(stage.id())).isPresent())
                .map(facts -> facts.centre().name() + ambition(facts.placed(block.id()).orElseThrow())).collect(Collectors.joining("\n"));
        return names.isEmpty() ? FigurePages.NONE : names;
    }

    private String ambition(CentreFacts.Placed placed) {
        return placed.target().map(target -> " (wil naar %s)".formatted(
                questionnaire.scale().stage(target).map(stage -> BelgianDutch.inSentence(stage.label())).orElse(target))).orElse("");
    }

    /** The centres that take part and sent nothing, in one sentence; empty when all did. */
    String notSent() {
        List<String> names = centres.stream().filter(facts -> !facts.centre().sent()).map(facts -> facts.centre().name()).toList();
        return names.isEmpty() ? "" : "Verzonden geen zelfscan, en tellen dus nergens mee: " + String.join(", ", names) + ".";
    }
}
