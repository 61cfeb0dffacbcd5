package be.zelfscan.report;

import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.MatrixChart;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.GroupFigures;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * The report of a school group in a closed round as PDF: where its centres agree and differ on page 1, then what they answered together,
 * then each centre with all its notes. Equal input gives equal bytes. Thread-safe.
 */
@Singleton
class SchoolGroupReport {
    private static final double FIRST_PAGE = 470;
    private static final double PROFILE = 590;
    private static final double WHOLE_PAGE = 640;

    private final ReportCharts charts;
    private final ReportFonts fonts;

    SchoolGroupReport(ReportCharts charts, ReportFonts fonts) {
        this.charts = charts;
        this.fonts = fonts;
    }

    /**
     * @param scans what the centres sent, in the order of {@link SchoolGroupComparison.Compared#sent()}
     * @throws ComparisonNotFound when no centre sent a scan, or the round is not closed
     */
    byte[] pdf(SchoolGroupComparison.Compared beside, List<ScanResult> scans) {
        Instant frozen = beside.round().frozenAt().orElseThrow(() -> ComparisonNotFound.notYet(beside.round()));
        if (scans.isEmpty()) {
            throw ComparisonNotFound.nobodySent(beside.group().name(), beside.round().title());
        }
        String version = beside.questionnaire().title() + ", versie " + beside.questionnaire().version();
        Metadata metadata = new Metadata("Centra naast elkaar: %s – %s".formatted(beside.group().name(), beside.round().title()),
                beside.group().name(), version, beside.questionnaire().language(), frozen,
                "school group %s in round %s".formatted(beside.group().id(), beside.round().id()));
        Margins margins = new Margins(version, beside.group().name() + " · " + beside.round().title(),
                "afgesloten " + BelgianDutch.date(beside.round().closedOn().orElseThrow()));
        return PdfFile.of(metadata, margins, fonts, pdf -> write(pdf, beside, scans));
    }

    private void write(TaggedPdf pdf, SchoolGroupComparison.Compared beside, List<ScanResult> scans) {
        Questionnaire questionnaire = beside.questionnaire();
        FigurePages figures = new FigurePages(charts, questionnaire, beside.group().name(), beside.round().title(), beside.figures(),
                beside.centres());
        firstPage(pdf, beside, figures);
        pdf.chapter("Wie staat waar");
        pdf.paragraph("Dezelfde gegevens als in de grafiek, als tabel. Tussen haakjes staat naar %s een centrum wil evolueren."
                .formatted(beside.questionnaire().words().stage().whichOne()));
        figures.whoStandsWhere(pdf);
        distribution(pdf, beside);
        figures.categories(pdf);
        figures.choices(pdf);
        figures.priorities(pdf);
        figures.inspiring(pdf);
        pdf.chapter("Centrum per centrum");
        for (ScanResult scan : scans) {
            centre(pdf, scan);
            pdf.pageBreak();
        }
    }

    private void firstPage(TaggedPdf pdf, SchoolGroupComparison.Compared beside, FigurePages figures) {
        pdf.masthead(new Masthead("Centra naast elkaar", beside.questionnaire().title(), beside.group().name(),
                beside.round().title() + " · afgesloten " + BelgianDutch.date(beside.round().closedOn().orElseThrow())));
        List<MatrixChart> parts = figures.matrix();
        charts.matrix(pdf, parts.getFirst(), FIRST_PAGE);
        findings(pdf, beside);
        pdf.paragraph(Style.SMALL, figures.notSent());
        parts.stream().skip(1).forEach(part -> charts.matrix(pdf.pageBreak(), part, WHOLE_PAGE));
        pdf.paragraph(Style.SMALL, beside.questionnaire().disclaimer());
    }

    private static void findings(TaggedPdf pdf, SchoolGroupComparison.Compared beside) {
        if (beside.sent().size() < 2) {
            pdf.paragraph("Eén centrum verzond een zelfscan; er is dus niets om naast te leggen.");
            return;
        }
        CommonGround agreement = CommonGround.of(beside.questionnaire(), beside.figures());
        pdf.definitions(List.of(agreement.alike("Waar de centra gelijk staan"), agreement.apart("Waar ze het meest verschillen")));
    }

    private void distribution(TaggedPdf pdf, SchoolGroupComparison.Compared beside) {
        DistributionChart chart = ComparedCharts.distribution(beside.questionnaire(), beside.round().title(),
                beside.distributions().stream().filter(group -> group.figures().isPresent()).toList(),
                beside.round().minimumGroupSize());
        pdf.chapter("Verdeling over de " + beside.questionnaire().words().stage().many());
        if (beside.net().figures().isEmpty()) {
            pdf.paragraph(GroupFigures.NET + ": " + CentreComparisonPages.tooFew(beside.round()) + ".");
        }
        charts.distribution(pdf, chart, WHOLE_PAGE);
        pdf.together(page -> charts.distributionTable(page.heading(2, "De verdeling als tabel"), chart));
    }

    private void centre(TaggedPdf pdf, ScanResult scan) {
        pdf.heading(2, scan.sent().centreName());
        pdf.paragraph(Style.SMALL, "Zelfscan nr. %d, verzonden op %s.".formatted(scan.sent().number(), scan.sentAt()));
        charts.profile(pdf, scan.chart().orElseThrow(), PROFILE);
        pdf.pageBreak().heading(3, "Datagrafiek van %s als tabel".formatted(scan.sent().centreName()));
        charts.profileTable(pdf, scan.chart().orElseThrow());
        notes(pdf, scan);
    }

    private static void notes(TaggedPdf pdf, ScanResult scan) {
        pdf.need(150).heading(3, "Toelichtingen van %s".formatted(scan.sent().centreName()));
        if (!scan.sent().erasure().isEmpty()) {
            pdf.paragraph(scan.sent().erasure());
        } else if (scan.notes().isEmpty()) {
            pdf.paragraph("Dit centrum schreef nergens een toelichting.");
        }
        for (ScanResult.Notes notes : scan.notes()) {
            pdf.keepWithNext().paragraph(Style.STRONG, notes.title());
            notes.notes().forEach(note -> pdf.note(note.question(), note.text()));
        }
    }
}
