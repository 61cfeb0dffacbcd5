package be.zelfscan.report;

import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DistributionChart;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.Figures;
import be.zelfscan.comparison.GroupFigures;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A centre beside the net and its school groups, and beside itself in the round before. */
final class CentreComparisonPages {
    private static final double CHART = 600;
    private static final int MOST_GROUPS = 4;

    private final ReportCharts charts;
    private final CentreComparison.Compared compared;
    private final Questionnaire questionnaire;
    private final Words words;

    CentreComparisonPages(ReportCharts charts, CentreComparison.Compared compared) {
        this.charts = charts;
        this.compared = compared;
        this.questionnaire = compared.questionnaire();
        this.words = questionnaire.words();
    }

    /** Why figures are kept back. */
    static String tooFew(ComparedRound round) {
        return "te weinig centra om te tonen (minstens %d)".formatted(round.minimumGroupSize());
    }

    /** The datagrafiek with the net behind it when that is shown, and with the stages of the round before when there was one. */
    static DataChart chart(DataChart own, CentreComparison.Compared compared) {
        Questionnaire questionnaire = compared.questionnaire();
        DataChart beside = compared.net().figures()
                .map(net -> own.comparedWith("het hele net, afgesloten op "
                        + BelgianDutch.date(compared.round().closedOn().orElseThrow()), ComparedCharts.comparison(questionnaire, net)))
                .orElse(own);
        return compared.earlier()
                .map(earlier -> beside.since(earlier.round().title(), ComparedCharts.earlier(questionnaire, earlier.own()))).orElse(beside);
    }

    void write(TaggedPdf pdf) {
        pdf.chapter(switch (compared.groups().size()) {
            case 1 -> "Naast het net";
            case 2 -> "Naast het net en de scholengroep";
            default -> "Naast het net en de scholengroepen";
        });
        List<GroupFigures> groups = compared.groups().stream().filter(group -> group.figures().isPresent()).toList();
        for (GroupFigures hidden : compared.groups().stream().filter(group -> group.figures().isEmpty()).toList()) {
            pdf.paragraph("%s: %s.".formatted(hidden.name(), tooFew(compared.round())));
        }
        if (!groups.isEmpty()) {
            pdf.paragraph("Zo staan de centra van elke groep verspreid over de %s. Jullie zijn er zelf bij gerekend."
                    .formatted(words.stage().many()));
            own(pdf, groups);
            for (DistributionChart chart : distributions(groups)) {
                pdf.heading(2, "Verdeling over de " + words.stage().many());
                charts.distribution(pdf, chart, CHART);
                pdf.together(page -> charts.distributionTable(page.heading(2, "De verdeling als tabel"), chart));
            }
        }
        compared.notComparable().forEach(pdf::paragraph);
        compared.earlier().ifPresent(earlier -> change(pdf, earlier));
    }

    private List<DistributionChart> distributions(List<GroupFigures> groups) {
        List<DistributionChart> parts = new ArrayList<>();
        for (int from = 0; from < groups.size(); from += MOST_GROUPS) {
            parts.add(ComparedCharts.distribution(questionnaire, compared.round().title(),
                    groups.subList(from, Math.min(from + MOST_GROUPS, groups.size())), compared.round().minimumGroupSize()));
        }
        return parts;
    }

    /** How many centres of each group stand where this one stands. */
    private void own(TaggedPdf pdf, List<GroupFigures> groups) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(words.block().title(), 2), Table.Column.of("Jullie", 1.3f)));
        groups.forEach(group -> columns.add(Table.Column.of(group.name(), 1.7f)));
        pdf.heading(2, "Hoeveel centra staan waar jullie staan");
        pdf.table(new Table(columns, true, FigurePages.byCluster(questionnaire, block -> {
            List<String> cells = new ArrayList<>(List.of(block.title(), label(stage(compared.own(), block))));
            groups.forEach(group -> cells.add(alike(group, block)));
            return cells;
        })));
    }

    private String alike(GroupFigures group, Section block) {
        Figures figures = group.figures().orElseThrow();
        return stage(compared.own(), block).map(stage -> group.withheld().ofPlacement(block.id())
                .map(nearlyAll -> nearlyAll.filter(stage.id()::equals).isPresent() ? "bijna alle" : "niet getoond")
                .orElseGet(() -> "%d van %d".formatted(figures.block(block.id()).at(stage.id()), figures.centres())))
                .orElse(FigurePages.NONE);
    }

    private Optional<Stage> stage(CentreFacts facts, Section block) {
        return facts.placed(block.id()).flatMap(placed -> questionnaire.scale().position(placed.stage()))
                .map(questionnaire.scale().stages()::get);
    }

    private static String label(Optional<Stage> stage) {
        return stage.map(Stage::label).orElse(FigurePages.NONE);
    }

    private void change(TaggedPdf pdf, CentreComparison.Earlier earlier) {
        pdf.chapter("Sinds ‘%s’".formatted(earlier.round().title()));
        pdf.table(new Table(
                List.of(Table.Column.of(words.block().title(), 2.4f), Table.Column.of("Toen", 1.4f), Table.Column.of("Nu", 1.4f),
                        Table.Column.of("Wat veranderde", 2)),
                true,
                FigurePages.byCluster(questionnaire, block -> List.of(block.title(), label(stage(earlier.own(), block)),
                        label(stage(compared.own(), block)), direction(earlier.own(), block)))));
        List<String> notCompared = questionnaire.blocks().stream().filter(block -> !earlier.knew(block.id())).map(Section::title).toList();
        if (!notCompared.isEmpty()) {
            pdf.paragraph(Style.SMALL,
                    "Nieuw in deze versie, dus niet te vergelijken: " + BelgianDutch.list(notCompared) + ".");
        }
        questionnaire.priorities().ifPresent(asked -> priorities(pdf, earlier, asked));
    }

    private String direction(CentreFacts then, Section block) {
        Optional<Integer> before = then.placed(block.id()).flatMap(placed -> questionnaire.scale().position(placed.stage()));
        Optional<Integer> now = compared.own().placed(block.id()).flatMap(placed -> questionnaire.scale().position(placed.stage()));
        if (before.isEmpty() || now.isEmpty()) {
            return FigurePages.NONE;
        }
        int step = now.get().compareTo(before.get());
        return step == 0 ? words.stage().sameOne() : "een " + (step > 0 ? words.stage().laterOne() : words.stage().earlierOne());
    }

    private void priorities(TaggedPdf pdf, CentreComparison.Earlier earlier, Questionnaire.OverallQuestion asked) {
        List<String> then = earlier.questionnaire().priorities().map(earlier.own()::chosen).orElse(List.of());
        if (then.isEmpty()) {
            return;
        }
        List<String> now = compared.own().chosen(asked);
        List<Table.Row> rows = new ArrayList<>();
        for (String id : then) {
            questionnaire.block(id).ifPresent(block -> rows.add(Table.Cells.of("%d. %s".formatted(then.indexOf(id) + 1, block.title()),
                    label(stage(earlier.own(), block)), ambition(earlier.own(), block), label(stage(compared.own(), block)),
                    now.contains(id) ? "op plaats " + (now.indexOf(id) + 1) : "geen %s meer".formatted(words.priority().one()))));
        }
        pdf.together(page -> page.heading(2, "Wat werd er van de %s?".formatted(words.priority().many()))
                .paragraph(Style.SMALL, "De %s van toen, in de volgorde van toen.".formatted(words.priority().many()))
                .table(new Table(List.of(Table.Column.of(words.priority().title() + " toen", 2.4f),
                        Table.Column.of(words.stage().title() + " toen", 1.4f),
                        Table.Column.of(words.ambition().title() + " toen", 1.4f), Table.Column.of(words.stage().title() + " nu", 1.4f),
                        Table.Column.of(words.priority().title() + " nu", 1.4f)),
                        true,
                        rows)));
    }

    private String ambition(CentreFacts facts, Section block) {
        return facts.placed(block.id()).flatMap(placed -> placed.ambition().map(to -> placed.holds() ? "aanhouden"
                : questionnaire.scale().stage(to).map(Stage::label).orElse(to))).orElse(FigurePages.NONE);
    }
}
