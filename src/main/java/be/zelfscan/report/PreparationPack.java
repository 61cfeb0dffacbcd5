package be.zelfscan.report;

import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.StageScale;
import be.zelfscan.question.Widget;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire.OutcomeField;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.questionnaire.References;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.questionnaire.Questionnaire.TextSection;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A questionnaire on paper, blank, to read and to write on before the meeting: every text and every question. Equal versions give equal
 * bytes. Thread-safe.
 */
@Singleton
class PreparationPack {
    /** A version has no moment of its own, and the document must be the same whenever it is made. */
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    private final ReportFonts fonts;
    private final ReportRoom room;
    /** Each made once: a version never changes, and there are no more of them than this service has definitions. */
    private final Map<QuestionnaireKey, byte[]> made = new ConcurrentHashMap<>();

    PreparationPack(ReportFonts fonts, ReportRoom room) {
        this.fonts = fonts;
        this.room = room;
    }

    /** Its content is shared. @throws ReportRoom.Full when there is no room to make it */
    Pdf of(Questionnaire questionnaire) {
        byte[] known = made.get(questionnaire.key());
        return new Pdf(Slug.of("voorbereiding", questionnaire.id(), questionnaire.version()), known != null ? known
                : room.make(() -> made.computeIfAbsent(questionnaire.key(), key -> pdf(questionnaire))));
    }

    byte[] pdf(Questionnaire questionnaire) {
        String version = questionnaire.title() + ", versie " + questionnaire.version();
        return PdfFile.of(
                new Metadata("Voorbereidingspakket – " + questionnaire.title(), "Zelfscan", version, questionnaire.language(), CREATED,
                        "pack " + questionnaire.key()),
                new Margins(version, questionnaire.title(), "Voorbereidingspakket"), fonts, pdf -> write(pdf, questionnaire));
    }

    private static void write(TaggedPdf pdf, Questionnaire questionnaire) {
        introduction(pdf, questionnaire);
        var blocks = new BlankPages(questionnaire);
        for (Cluster cluster : questionnaire.clusters()) {
            pdf.chapter(cluster.title());
            cluster.text().forEach(pdf::paragraph);
            blocks.write(pdf, cluster);
        }
        questionnaire.closing().ifPresent(closing -> blocks.closing(pdf.pageBreak(), closing));
        conversation(pdf, questionnaire);
    }

    private static void introduction(TaggedPdf pdf, Questionnaire questionnaire) {
        pdf.masthead(new Masthead("Voorbereidingspakket", questionnaire.title(), "", "versie " + questionnaire.version()));
        pdf.paragraph(Style.LEAD,
                ("Alle %s en vragen op papier, om vóór de vergadering te lezen en te noteren. De antwoorden zelf vullen jullie samen in "
                        + "Zelfscan in.")
                        .formatted(questionnaire.words().block().many()));
        questionnaire.introductionBeforeScale().forEach(section -> section(pdf, section));
        questionnaire.profile().ifPresent(profile -> scale(pdf, profile.scale(), questionnaire.words()));
        questionnaire.introductionAfterScale().forEach(section -> section(pdf, section));
        pdf.paragraph(Style.SMALL, questionnaire.disclaimer());
        pdf.paragraph(Style.SMALL, "Bron: " + questionnaire.source() + ".");
    }

    private static void section(TaggedPdf pdf, TextSection section) {
        pdf.heading(2, section.title());
        section.text().forEach(pdf::paragraph);
    }

    private static void scale(TaggedPdf pdf, StageScale scale, Words words) {
        pdf.need(300).heading(2, scale.title());
        scale.text().forEach(pdf::paragraph);
        boolean cycles = scale.stages().stream().anyMatch(stage -> !stage.cycle().isEmpty());
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(words.stage().title(), 2)));
        if (cycles) {
            columns.add(Table.Column.of("Cyclus", 2));
        }
        columns.add(Table.Column.of("Omschrijving", 7));
        pdf.table(new Table(columns, true, scale.stages().stream().<Table.Row>map(stage -> cycles
                ? Table.Cells.of(stage.label(), stage.cycle(), general(stage, words))
                : Table.Cells.of(stage.label(), general(stage, words)))
                .toList()));
    }

    private static String general(Stage stage, Words words) {
        return String.join("\n", stage.description()).replace("{block}", words.block().thisOne());
    }

    /** The prompts for the conversation afterwards, and the outcomes that a centre can lay beside its placements. */
    static void conversation(TaggedPdf pdf, Questionnaire questionnaire) {
        questionnaire.conversation().ifPresent(conversation -> pdf.together(page -> {
            page.heading(1, conversation.title());
            conversation.text().forEach(page::paragraph);
            page.list(Marker.NUMBER, conversation.prompts().stream().map(Inline::of).toList());
        }));
        if (!questionnaire.outcomes().isEmpty()) {
            pdf.heading(2, questionnaire.outcomesTitle());
        }
        for (OutcomeField field : questionnaire.outcomes()) {
            pdf.heading(3, field.title());
            pdf.bullets(field.items());
        }
    }

    /** The sections of a questionnaire with boxes to tick and lines to write on. */
    private static final class BlankPages {
        /** So many stages have room beside each other. */
        private static final int MOST_BESIDE = 4;
        private static final String NOTES = "Notities";
        private static final int NOTE_LINES = 2;
        /** Lines without anything on them: a row of a table is as high as what stands in it. */
        private static final String ROOM_TO_WRITE = "\u00a0\n\u00a0";
        /** Heights in points, about, so that a question stays on one page. */
        private static final float ABOVE_OPTIONS = 66;
        private static final float OPTION = 17.5f;
        private static final float NOTE = 50;
        private static final float BETWEEN_QUESTIONS = 3;

        private final Questionnaire questionnaire;

        BlankPages(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
        }

        /**
         * Every block of a cluster, each after the first from the top of a page: what to read, room for notes, and the questions from the
         * top of the next.
         */
        void write(TaggedPdf pdf, Cluster cluster) {
            List<Section> all = questionnaire.sections();
            for (Section section : cluster.sections()) {
                if (section != cluster.sections().getFirst()) {
                    pdf.pageBreak();
                }
                pdf.heading(2, (all.indexOf(section) + 1) + ". " + section.title());
                section.text().forEach(pdf::paragraph);
                texts(pdf, section);
                if (section.isPlaced()) {
                    pdf.ruledRest(NOTES).pageBreak();
                    pdf.heading(3, "Vragen bij ‘" + section.title() + "’");
                }
                section.questions().forEach(question -> question(pdf, question, section));
                pdf.ruledRest(NOTES);
            }
        }

        private void texts(TaggedPdf pdf, Section block) {
            block.definition().ifPresent(definition -> {
                pdf.heading(3, "Wat bedoelen we met " + questionnaire.words().block().thisOne() + "?");
                definition.text().forEach(pdf::paragraph);
                if (!definition.reference().isEmpty()) {
                    pdf.paragraph(Style.SMALL, "Bron: " + definition.reference());
                }
            });
            references(pdf, block);
            block.background().ifPresent(background -> {
                pdf.heading(3, background.title());
                background.text().forEach(pdf::paragraph);
                pdf.bullets(background.items());
            });
        }

        private void references(TaggedPdf pdf, Section block) {
            References references = questionnaire.references();
            if (!block.expectations().isEmpty()) {
                pdf.heading(3, references.expectations().title());
                pdf.list(Marker.BULLET, block.expectations().stream()
                        .map(expectation -> Inline.of(Inline.Span.strong(references.expectations().print(expectation.code()) + " "),
                                Inline.Span.plain(expectation.statement())))
                        .toList());
            }
            if (!block.developmentScales().isEmpty()) {
                pdf.heading(3, references.developmentScales().title());
            }
            for (Section.DevelopmentScale scale : block.developmentScales()) {
                pdf.keepWithNext().paragraph(Style.STRONG,
                        references.developmentScales().print(scale.code()) + " – " + scale.title());
                scale.statement().forEach(pdf::paragraph);
                pdf.paragraph(Style.SMALL, scale.remark());
            }
            pdf.paragraph(Style.SMALL, block.scaleRemark());
            if (block.refersElsewhere()) {
                pdf.paragraph(Style.SMALL, references.notice());
            }
        }

        /** The questions over all sections. */
        void closing(TaggedPdf pdf, Section closing) {
            pdf.heading(1, closing.title());
            closing.text().forEach(pdf::paragraph);
            closing.questions().forEach(question -> question(pdf, question, closing));
        }

        private void question(TaggedPdf pdf, Question question, Section section) {
            pdf.need(ABOVE_OPTIONS + question.options().size() * OPTION + (question.hasNote() ? NOTE : 0));
            pdf.keepWithNext().paragraph(Style.BODY,
                    Inline.of(Inline.Span.muted(question.shortLabel() + ": "), Inline.Span.strong(question.labelFor(section.title()))));
            question.visibleWhen().ifPresent(condition -> pdf.keepWithNext().paragraph(Style.SMALL,
                    "Alleen als " + condition.sentence(questionnaire, section.id()) + "."));
            if (!question.help().isEmpty()) {
                pdf.keepWithNext().paragraph(Style.SMALL, question.help());
            }
            List<Widget> widgets = question.blank(questionnaire);
            for (int at = 0; at < widgets.size(); at++) {
                boolean beforeBoxes = at + 1 < widgets.size() && widgets.get(at + 1) instanceof Widget.Boxes;
                switch (widgets.get(at)) {
                    case Widget.Stages placed -> stages(pdf, section);
                    case Widget.Text text -> pdf.keepWithNext().paragraph(text.text());
                    case Widget.Boxes boxes -> pdf.list(Marker.BOX, boxes.labels().stream().map(Inline::of).toList());
                    case Widget.Lines lines -> lines(pdf, lines, beforeBoxes);
                    case Widget.Places places ->
                        pdf.definitions(places.names().stream().map(name -> Definition.of(name, "\n")).toList());
                    case Widget.Table table -> table(pdf, table);
                }
            }
            if (question.hasNote()) {
                pdf.ruledLines(question.note(), NOTE_LINES);
            } else {
                pdf.space(BETWEEN_QUESTIONS);
            }
        }

        /** @param beforeBoxes which then do not go on alone */
        private static void lines(TaggedPdf pdf, Widget.Lines lines, boolean beforeBoxes) {
            if (!lines.label().isEmpty()) {
                pdf.paragraph(Style.LABEL, lines.label());
            }
            if (beforeBoxes) {
                pdf.keepWithNext();
            }
            pdf.ruledLines(lines.lines());
        }

        private static void table(TaggedPdf pdf, Widget.Table table) {
            Table.Row empty = Table.Cells.of(table.columns().stream().map(column -> ROOM_TO_WRITE).toArray(String[]::new));
            pdf.table(new Table(table.columns().stream().map(column -> Table.Column.of(column, 1)).toList(), false,
                    Collections.nCopies(table.rows(), empty)));
        }

        /** The stages side by side, as on the page; one under the other where they would become too narrow to read. */
        private void stages(TaggedPdf pdf, Section block) {
            List<Stage> stages = questionnaire.scale().stages();
            if (stages.size() > MOST_BESIDE) {
                pdf.table(new Table(List.of(Table.Column.of(questionnaire.words().stage().title(), 1), Table.Column.of("Wat dat is", 3)),
                        true,
                        stages.stream().<Table.Row>map(stage -> Table.Cells.of("□ " + stage.label(), text(block, stage))).toList()));
            } else {
                List<Table.Column> columns = stages.stream().map(stage -> Table.Column.of("□ " + stage.label(), 1)).toList();
                List<Table.Cell> cells = stages.stream().map(stage -> Table.Cell.of(text(block, stage))).toList();
                pdf.table(new Table(columns, false, List.of(new Table.Cells(cells))));
            }
            stages.stream().filter(stage -> !block.stage(stage.id()).reference().isEmpty())
                    .forEach(stage -> pdf.paragraph(Style.SMALL,
                            "Bron bij " + stage.label() + ": " + block.stage(stage.id()).reference()));
            pdf.paragraph(Style.SMALL, questionnaire.blockRemark());
        }

        private static String text(Section block, Stage stage) {
            return String.join("\n\n", block.stage(stage.id()).text());
        }
    }
}
