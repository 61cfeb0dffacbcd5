package be.zelfscan.report;

import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The report of a centre as PDF: the datagrafiek on page 1 where there is one, everything at a glance, then every section with every answer
 * and note in full, and the prompts for the conversation. Equal input gives equal bytes. Thread-safe; {@link ReportRoom} bounds how many
 * are made at once.
 */
@Singleton
public class CentreReport {
    /** What the first page has room for beneath the longest masthead and above the disclaimer, in points. */
    private static final double MOST_HEIGHT = 640;
    private static final double LINE = 20;

    private final DataChartDrawing drawing;
    private final DataChartDrawing comparing;
    private final DataChartText words;
    private final ReportCharts charts;
    private final ReportFonts fonts;

    /** The head of the page, the footer and the line beneath say what the chart then does not need to say. */
    CentreReport(DataChartDrawing drawing, DataChartText words, ReportCharts charts, ReportFonts fonts) {
        this.comparing = drawing.without(Layer.HEADER).without(Layer.STATEMENT).without(Layer.IDENTITY);
        this.drawing = comparing.without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
        this.charts = charts;
        this.fonts = fonts;
    }

    /** @throws IllegalStateException when there would be nothing in it */
    public byte[] pdf(ScanResult result) {
        return PdfFile.of(metadata(result), margins(result), fonts, pdf -> write(pdf, result, Optional.empty()));
    }

    /**
     * The same with what the centre is compared by in a closed round.
     *
     * @param result of the snapshot that counts
     */
    byte[] pdf(ScanResult result, CentreComparison.Compared compared) {
        Metadata own = metadata(result);
        Metadata metadata = new Metadata(own.title() + ", met vergelijking", own.author(), own.subject(), own.language(),
                compared.round().frozenAt().orElseThrow(), own.identity() + ", compared");
        ScanResult beside = result.with(CentreComparisonPages.chart(result.chart().orElseThrow(), compared));
        return PdfFile.of(metadata, margins(result), fonts, pdf -> write(pdf, beside, Optional.of(compared)));
    }

    private static Metadata metadata(ScanResult result) {
        var sent = result.sent();
        return new Metadata("Zelfscan van %s – %s".formatted(sent.centreName(), sent.roundTitle()), sent.centreName(), result.version(),
                result.questionnaire().language(), sent.sentAt(),
                "sent scan " + sent.id());
    }

    private static Margins margins(ScanResult result) {
        var sent = result.sent();
        return new Margins("%s · zelfscan nr. %d".formatted(result.version(), sent.number()),
                sent.centreName() + " · " + sent.roundTitle(),
                "verzonden " + BelgianDutch.date(sent.sentAt()));
    }

    private void write(TaggedPdf pdf, ScanResult result, Optional<CentreComparison.Compared> compared) {
        result.chart().ifPresentOrElse(chart -> {
            firstPage(pdf, result, chart, compared);
            compared.ifPresent(one -> new CentreComparisonPages(charts, one).write(pdf));
            new AnswerPages(words).glance(pdf, result, chart);
            AnswerPages.sections(pdf.pageBreak(), result);
        }, () -> {
            masthead(pdf, result, "Jullie antwoorden");
            AnswerPages.origin(pdf, result);
            pdf.paragraph(Style.SMALL, result.questionnaire().disclaimer());
            AnswerPages.sections(pdf, result);
        });
        PreparationPack.conversation(pdf, result.questionnaire());
    }

    private static void masthead(TaggedPdf pdf, ScanResult result, String title) {
        var sent = result.sent();
        pdf.masthead(new Masthead(title, result.questionnaire().title(), sent.centreName(),
                sent.roundTitle() + " · verzonden " + BelgianDutch.date(sent.sentAt())));
    }

    private void firstPage(TaggedPdf pdf, ScanResult result, DataChart chart, Optional<CentreComparison.Compared> compared) {
        DataChartDrawing shown = compared.isPresent() ? comparing : drawing;
        masthead(pdf, result, "Datagrafiek");
        boolean hidden = compared.filter(one -> one.net().figures().isEmpty()).isPresent();
        ReportCharts.figure(pdf, shown, words, chart, 2, MOST_HEIGHT - (hidden ? LINE : 0));
        compared.filter(one -> one.net().figures().isEmpty()).ifPresent(one -> pdf.paragraph(Style.SMALL,
                "Vergelijking met het hele net: " + CentreComparisonPages.tooFew(one.round()) + "."));
        pdf.paragraph(Style.SMALL, result.questionnaire().disclaimer());
    }
}
