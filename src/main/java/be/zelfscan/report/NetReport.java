package be.zelfscan.report;

import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.MatrixChart;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.Figures;
import be.zelfscan.comparison.GroupFigures;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Word;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table.Align;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The report of the whole net in a closed round as PDF, for the team that supports it: everything by name. Equal input gives equal bytes.
 * Thread-safe.
 */
@Singleton
class NetReport {
    private static final String NET = "het hele net";
    private static final double FIRST_PAGE = 470;
    private static final double WHOLE_PAGE = 640;
    private static final int GROUPS_IN_ONE_CHART = 4;

    private final ReportCharts charts;
    private final ReportFonts fonts;

    /**
     * What is in it.
     *
     * @param groups each school group of which a centre took part
     * @param centres all that took part, by name
     * @param notComparable why nothing is said to have moved since newer rounds than that, a sentence each
     */
    record Content(NetComparison.Overview overview, List<NetComparison.GroupWithFigures> groups, List<CentreFacts> centres,
            Optional<NetComparison.Change> change, List<String> notComparable) {}

    NetReport(ReportCharts charts, ReportFonts fonts) {
        this.charts = charts;
        this.fonts = fonts;
    }

    /** @throws ComparisonNotFound when no centre sent a scan, or the round is not closed */
    byte[] pdf(Content content) {
        var round = content.overview().round();
        Instant frozen = round.frozenAt().orElseThrow(() -> ComparisonNotFound.notYet(round));
        if (content.overview().chosen().centres() == 0) {
            throw ComparisonNotFound.nobodySent(NET, round.title());
        }
        Questionnaire questionnaire = content.overview().questionnaire();
        String version = questionnaire.title() + ", versie " + questionnaire.version();
        Metadata metadata = new Metadata("Het net in beeld – " + round.title(), "Zelfscan", version, questionnaire.language(), frozen,
                "net in round " + round.id());
        Margins margins = new Margins(version, "Het net in beeld · " + round.title(),
                "afgesloten " + BelgianDutch.date(round.closedOn().orElseThrow()));
        return PdfFile.of(metadata, margins, fonts, pdf -> write(pdf, content));
    }

    private void write(TaggedPdf pdf, Content content) {
        var overview = content.overview();
        Questionnaire questionnaire = overview.questionnaire();
        String round = overview.round().title();
        DistributionChart distribution = distribution(overview, Map.of(GroupFigures.NET, Optional.of(overview.chosen())));
        FigurePages figures = new FigurePages(charts, questionnaire, NET, round, overview.chosen(), content.centres());
        pdf.masthead(new Masthead("Het net in beeld", questionnaire.title(), "%d van %d centra %s".formatted(overview.chosen().centres(),
                overview.centres(), overview.chosen().centres() == 1 ? "verzond" : "verzonden"),
                round + " · afgesloten " + BelgianDutch.date(overview.round().closedOn().orElseThrow())));
        charts.distribution(pdf, distribution, FIRST_PAGE);
        findings(pdf, overview);
        pdf.paragraph(Style.SMALL, figures.notSent());
        pdf.paragraph(Style.SMALL, questionnaire.disclaimer());
        pdf.chapter("Verdeling over de " + questionnaire.words().stage().many());
        charts.distributionTable(pdf, distribution);
        if (questionnaire.ambition().isPresent()) {
            ambitions(pdf, overview);
        }
        figures.categories(pdf);
        figures.choices(pdf);
        figures.priorities(pdf);
        figures.inspiring(pdf);
        groups(pdf, content);
        matrix(pdf, figures);
        content.change().ifPresent(change -> change(pdf, questionnaire, change));
        content.notComparable().forEach(pdf::paragraph);
    }

    private static void findings(TaggedPdf pdf, NetComparison.Overview overview) {
        if (overview.chosen().centres() > 1) {
            CommonGround agreement = CommonGround.of(overview.questionnaire(), overview.chosen());
            pdf.definitions(
                    List.of(agreement.alike("Waar de centra gelijk staan"), agreement.apart("Waar ze het meest verschillen")));
        }
    }

    private static DistributionChart distribution(NetComparison.Overview overview, Map<String, Optional<Figures>> groups) {
        return ComparedCharts.distribution(overview.questionnaire(), overview.round().title(), groups,
                overview.round().minimumGroupSize());
    }

    private static void ambitions(TaggedPdf pdf, NetComparison.Overview overview) {
        Questionnaire questionnaire = overview.questionnaire();
        pdf.chapter(questionnaire.words().ambition().titles() + ": van waar naar waar");
        pdf.table(new Table(
                List.of(Table.Column.of(questionnaire.words().block().title(), 2),
                        new Table.Column("Houdt %s aan".formatted(questionnaire.words().stage().theOne()), 1.2f, Align.RIGHT),
                        new Table.Column("Wil evolueren", 1, Align.RIGHT), Table.Column.of("Van waar naar waar", 4)),
                true,
                FigurePages.byCluster(questionnaire, block -> {
                    Figures.BlockFigures figures = overview.chosen().block(block.id());
                    List<Figures.Flow> growing = figures.growing();
                    return List.of(block.title(), "" + figures.holding(),
                            "" + growing.stream().mapToInt(Figures.Flow::centres).sum(), growing.isEmpty() ? FigurePages.NONE
                                    : growing.stream().map(flow -> move(questionnaire, flow.centres(), flow.from(), flow.to()))
                                            .collect(Collectors.joining("\n")));
                })));
    }

    private static String move(Questionnaire questionnaire, int centres, String from, String to) {
        return "%d van %s naar %s".formatted(centres, label(questionnaire, from), label(questionnaire, to));
    }

    private static String label(Questionnaire questionnaire, String stage) {
        return questionnaire.scale().stages().stream().filter(one -> one.id().equals(stage)).map(Stage::label).map(BelgianDutch::inSentence)
                .findFirst().orElse(stage);
    }

    private void groups(TaggedPdf pdf, Content content) {
        List<NetComparison.GroupWithFigures> sent = content.groups().stream().filter(one -> one.figures().centres() > 0).toList();
        if (sent.isEmpty()) {
            return;
        }
        pdf.chapter("Scholengroepen naast elkaar");
        pdf.paragraph("Een centrum dat voor meer dan één scholengroep werkt, telt bij elk van die scholengroepen mee.");
        for (int from = 0; from < sent.size(); from += GROUPS_IN_ONE_CHART) {
            Map<String, Optional<Figures>> some = new LinkedHashMap<>();
            sent.subList(from, Math.min(from + GROUPS_IN_ONE_CHART, sent.size()))
                    .forEach(one -> some.put(one.group().name(), Optional.of(one.figures())));
            DistributionChart chart = distribution(content.overview(), some);
            charts.distribution(pdf, chart, WHOLE_PAGE);
            pdf.pageBreak().heading(2, "%s als tabel".formatted(BelgianDutch.list(List.copyOf(some.keySet()))));
            countsBeside(pdf, content.overview().questionnaire(), some);
            pdf.pageBreak();
        }
        List<String> others = content.groups().stream().filter(one -> one.figures().centres() == 0).map(one -> one.group().name()).toList();
        if (!others.isEmpty()) {
            pdf.paragraph(Style.SMALL, "Van deze scholengroepen verzond geen enkel centrum: " + String.join(", ", others) + ".");
        }
    }

    /** How many centres stand on each stage, a column for each group. */
    private static void countsBeside(TaggedPdf pdf, Questionnaire questionnaire, Map<String, Optional<Figures>> groups) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(questionnaire.words().block().title(), 2)));
        groups.forEach((name, figures) -> columns.add(Table.Column.of("%s (n = %d)".formatted(name, figures.orElseThrow().centres()), 2)));
        pdf.table(new Table(columns, true, FigurePages.byCluster(questionnaire, block -> {
            List<String> cells = new ArrayList<>(List.of(block.title()));
            groups.values().forEach(figures -> cells.add(onStages(questionnaire, figures.orElseThrow().block(block.id()))));
            return cells;
        })));
    }

    private static String onStages(Questionnaire questionnaire, Figures.BlockFigures block) {
        return questionnaire.scale().stages().stream().filter(stage -> block.at(stage.id()) > 0)
                .map(stage -> block.at(stage.id()) + " " + BelgianDutch.inSentence(stage.label())).collect(Collectors.joining("\n"));
    }

    private void matrix(TaggedPdf pdf, FigurePages figures) {
        pdf.chapter("Alle centra naast elkaar");
        List<MatrixChart> parts = figures.matrix();
        charts.matrix(pdf, parts.getFirst(), WHOLE_PAGE);
        parts.stream().skip(1).forEach(part -> charts.matrix(pdf.pageBreak(), part, WHOLE_PAGE));
        pdf.pageBreak().heading(2, "Alle centra als tabel");
        pdf.keepWithNext().paragraph(Style.SMALL, "Tussen haakjes staat naar %s een centrum wil evolueren."
                .formatted(figures.questionnaire().words().stage().whichOne()));
        figures.whoStandsWhere(pdf);
    }

    private static void change(TaggedPdf pdf, Questionnaire questionnaire, NetComparison.Change change) {
        pdf.chapter("Sinds ‘%s’".formatted(change.earlier().title()));
        Word stage = questionnaire.words().stage();
        pdf.paragraph("Alleen de centra die in beide rondes een zelfscan verzonden.");
        pdf.table(new Table(
                List.of(Table.Column.of(questionnaire.words().block().title(), 2),
                        new Table.Column(BelgianDutch.capital(stage.laterOne()), 1, Align.RIGHT),
                        new Table.Column("Zelfde " + stage.one(), 1, Align.RIGHT),
                        new Table.Column(BelgianDutch.capital(stage.earlierOne()), 1, Align.RIGHT),
                        Table.Column.of("Van waar naar waar", 3.4f)),
                true,
                FigurePages.byCluster(questionnaire, block -> changed(questionnaire, change, block))));
    }

    private static List<String> changed(Questionnaire questionnaire, NetComparison.Change change, Section block) {
        List<Figures.Movement> movements = change.movements().stream().filter(one -> one.block().equals(block.id())).toList();
        List<String> moved = new ArrayList<>();
        movements.stream().filter(one -> !one.from().equals(one.to()))
                .forEach(one -> moved.add(move(questionnaire, one.centres(), one.from(), one.to())));
        moved.sort(null);
        return List.of(block.title(), count(questionnaire, movements, step -> step > 0), count(questionnaire, movements, step -> step == 0),
                count(questionnaire, movements, step -> step < 0), moved.isEmpty() ? FigurePages.NONE : String.join("\n", moved));
    }

    private static String count(Questionnaire questionnaire, List<Figures.Movement> movements, IntPredicate step) {
        return "" + movements.stream().filter(one -> step.test(questionnaire.scale().position(one.to()).orElseThrow()
                - questionnaire.scale().position(one.from()).orElseThrow())).mapToInt(Figures.Movement::centres).sum();
    }
}
