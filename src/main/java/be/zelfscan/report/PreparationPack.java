package be.zelfscan.report;

import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import be.zelfscan.question.StageScale;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.TextSection;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A questionnaire on paper, blank, to read and to write on before the meeting: every text and every question. Equal versions give equal bytes.
 * Thread-safe.
 */
@Singleton
public class PreparationPack {
    /** A version has no moment of its own, and the document must be the same whenever it is made. */
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    private final ReportFonts fonts;

    public PreparationPack(ReportFonts fonts) {
        this.fonts = fonts;
    }

    public byte[] pdf(Questionnaire questionnaire) {
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
            pdf.pageBreak().heading(1, cluster.title());
            cluster.text().forEach(pdf::paragraph);
            blocks.write(pdf, cluster);
        }
        questionnaire.closing().ifPresent(closing -> blocks.closing(pdf.pageBreak(), closing));
        ConversationPages.write(pdf, questionnaire);
    }

    private static void introduction(TaggedPdf pdf, Questionnaire questionnaire) {
        pdf.masthead(new Masthead("Voorbereidingspakket", questionnaire.title(), "", "versie " + questionnaire.version()));
        pdf.paragraph(Style.LEAD,
                "Alle %s en vragen op papier, om vóór de vergadering te lezen en te noteren. De antwoorden zelf vullen jullie samen in Zelfscan in."
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
}
