package be.zelfscan.report;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.References;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.report.pdf.Definition;
import be.zelfscan.report.pdf.Inline;
import be.zelfscan.report.pdf.ListMarker;
import be.zelfscan.report.pdf.ParagraphStyle;
import be.zelfscan.report.pdf.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The sections of a questionnaire with boxes to tick and lines to write on. */
final class BlankPages {
    private static final String NOTES = "Notities";
    private static final int NOTE_LINES = 2;
    /** Heights in points, about, so that a question stays on one page. */
    private static final float ABOVE_OPTIONS = 66;
    private static final float OPTION = 17.5f;
    private static final float NOTE = 50;

    private final Questionnaire questionnaire;

    BlankPages(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** Every block of a cluster, each from the top of a page: what to read, room for notes, and the questions from the top of the next. */
    void write(TaggedPdf pdf, Cluster cluster) {
        List<BuildingBlock> all = questionnaire.blocks();
        for (BuildingBlock block : cluster.blocks()) {
            if (block != cluster.blocks().getFirst()) {
                pdf.pageBreak();
            }
            pdf.heading(2, (all.indexOf(block) + 1) + ". " + block.title());
            texts(pdf, block);
            pdf.ruledRest(NOTES).pageBreak().heading(3, "Vragen bij ‘" + block.title() + "’");
            questionnaire.blockQuestions().forEach(question -> question(pdf, question, block));
            pdf.ruledRest(NOTES);
        }
    }

    private void texts(TaggedPdf pdf, BuildingBlock block) {
        pdf.heading(3, "Wat bedoelen we met deze bouwsteen?");
        block.definition().text().forEach(pdf::paragraph);
        if (!block.definition().reference().isEmpty()) {
            pdf.paragraph(ParagraphStyle.SMALL, "Bron: " + block.definition().reference());
        }
        references(pdf, block);
        pdf.heading(3, block.background().title());
        block.background().text().forEach(pdf::paragraph);
        pdf.bullets(block.background().items());
    }

    private void references(TaggedPdf pdf, BuildingBlock block) {
        References references = questionnaire.references();
        if (!block.expectations().isEmpty()) {
            pdf.heading(3, references.expectations().title());
            pdf.list(ListMarker.BULLET, block.expectations().stream()
                    .map(expectation -> Inline.of(Inline.Span.strong(references.expectations().print(expectation.code()) + " "),
                            Inline.Span.plain(expectation.statement())))
                    .toList());
        }
        if (!block.developmentScales().isEmpty()) {
            pdf.heading(3, references.developmentScales().title());
        }
        for (BuildingBlock.DevelopmentScale scale : block.developmentScales()) {
            pdf.keepWithNext().paragraph(ParagraphStyle.STRONG,
                    references.developmentScales().print(scale.code()) + " – " + scale.title());
            scale.statement().forEach(pdf::paragraph);
            pdf.paragraph(ParagraphStyle.SMALL, scale.remark());
        }
        pdf.paragraph(ParagraphStyle.SMALL, block.scaleRemark());
        if (block.refersElsewhere()) {
            pdf.paragraph(ParagraphStyle.SMALL, references.notice());
        }
    }

    /** The questions over all blocks. */
    void closing(TaggedPdf pdf) {
        var closing = questionnaire.closing();
        pdf.heading(1, closing.title());
        closing.text().forEach(pdf::paragraph);
        closing.questions().forEach(question -> question(pdf, question, ""));
    }

    private void question(TaggedPdf pdf, Question question, BuildingBlock block) {
        question(pdf, question, block.title(), () -> stages(pdf, block));
    }

    private void question(TaggedPdf pdf, Question question, String blockTitle) {
        question(pdf, question, blockTitle, () -> {});
    }

    private void question(TaggedPdf pdf, Question question, String blockTitle, Runnable stages) {
        pdf.need(ABOVE_OPTIONS + question.fixedOptions().size() * OPTION + (question.hasNote() ? NOTE : 0));
        pdf.keepWithNext().paragraph(ParagraphStyle.BODY,
                Inline.of(Inline.Span.muted(question.shortLabel() + ": "), Inline.Span.strong(question.labelFor(blockTitle))));
        if (!hint(question).isEmpty()) {
            pdf.keepWithNext().paragraph(ParagraphStyle.SMALL, hint(question));
        }
        switch (question) {
            case Question.Placement placement -> stages.run();
            case Question.Ambition ambition -> boxes(pdf, ambitions(ambition));
            case Question.SingleChoice single -> options(pdf, single.options());
            case Question.MultipleChoice multiple -> options(pdf, multiple.options());
            case Question.BlockSelection selection -> selection(pdf, selection);
            case Question.BlockRanking ranking -> ranking(pdf, ranking);
        }
        if (question.hasNote()) {
            pdf.ruledLines(question.note(), NOTE_LINES);
        }
    }

    private static String hint(Question question) {
        return question.hint().isEmpty() && question instanceof Question.MultipleChoice ? "Meer dan één antwoord is mogelijk."
                : question.hint();
    }

    /** The stages side by side, as on the page. */
    private void stages(TaggedPdf pdf, BuildingBlock block) {
        List<Stage> stages = questionnaire.scale().stages();
        List<Table.Column> columns = stages.stream().map(stage -> Table.Column.of("□ " + stage.label(), 1)).toList();
        List<Table.Cell> cells = stages.stream().map(stage -> Table.Cell.of(String.join("\n\n", block.stage(stage.id()).text()))).toList();
        pdf.table(new Table(columns, false, List.of(new Table.Cells(cells))));
        stages.stream().filter(stage -> !block.stage(stage.id()).reference().isEmpty())
                .forEach(stage -> pdf.paragraph(ParagraphStyle.SMALL,
                        "Bron bij " + stage.label() + ": " + block.stage(stage.id()).reference()));
        pdf.paragraph(ParagraphStyle.SMALL, questionnaire.blockRemark());
    }

    private List<String> ambitions(Question.Ambition ambition) {
        List<String> labels = new ArrayList<>(List.of(ambition.hold()));
        questionnaire.scale().stages().stream().filter(stage -> ambition.grow().containsKey(stage.id()))
                .forEach(stage -> labels.add(ambition.grow().get(stage.id())));
        return labels;
    }

    private static void options(TaggedPdf pdf, List<Option> options) {
        boxes(pdf, options.stream().map(option -> option.text() ? option.label() + ": " + "…".repeat(30) : option.label()).toList());
    }

    private void selection(TaggedPdf pdf, Question.BlockSelection selection) {
        List<String> blocks = questionnaire.blocks().stream().map(BuildingBlock::title).toList();
        if (selection.hasTwoWays()) {
            boxes(pdf, List.of(selection.notYet().label(), selection.picked()));
            boxes(pdf, blocks);
            return;
        }
        boxes(pdf, blocks);
        boxes(pdf, List.of(selection.notYet().label()));
        if (selection.notYet().asksMore()) {
            pdf.paragraph(ParagraphStyle.LABEL, selection.notYet().considered()).ruledLines(2);
        }
    }

    private static void ranking(TaggedPdf pdf, Question.BlockRanking ranking) {
        pdf.definitions(IntStream.rangeClosed(1, ranking.max())
                .mapToObj(number -> Definition.of(ranking.item().replace("{number}", String.valueOf(number)), "\n")).toList());
    }

    private static void boxes(TaggedPdf pdf, List<String> labels) {
        pdf.list(ListMarker.BOX, labels.stream().map(Inline::of).toList());
    }
}
