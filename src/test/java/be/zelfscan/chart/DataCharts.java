package be.zelfscan.chart;

import be.zelfscan.chart.DataChart.Ambition;
import be.zelfscan.chart.DataChart.Category;
import be.zelfscan.chart.DataChart.Comparison;
import be.zelfscan.chart.DataChart.Row;
import be.zelfscan.chart.DataChart.ChartStage;
import be.zelfscan.question.Words;
import be.zelfscan.support.Definitions;
import io.micronaut.serde.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Invented charts to draw. */
final class DataCharts {
    /** Those that an instrument has when it brings none. */
    static final Words WORDS = Definitions.shipped().words();
    static final Ambition NONE = new Ambition.NotAnswered();
    static final Ambition HOLD = new Ambition.Hold();
    static final List<ChartStage> FOUR_STAGES = List.of(new ChartStage("1", "Fragmentair", ""), new ChartStage("2", "Planmatig", "plan"),
            new ChartStage("3", "Geïntegreerd", "plan + do"), new ChartStage("4", "Systematisch", "plan + do + check + act"));
    static final List<Category> CATEGORIES = List.of(new Category("V", "V", "missie-visie-strategie, kernprocessen en leiderschap"),
            new Category("M", "M", "mensen en cultuur"), new Category("S", "S", "systemen en structuur"));

    private DataCharts() {}

    static DataChartDrawing drawing() {
        return charts().dataChart();
    }

    static Charts charts() {
        return new Charts(ObjectMapper.getDefault(), new Fonts());
    }

    static Ambition to(int stage) {
        return new Ambition.Grow(stage);
    }

    static Optional<Comparison> spread(double... shares) {
        return Optional.of(new Comparison(Arrays.stream(shares).boxed().toList(), 13));
    }

    /** A centre with all that a chart can show. */
    static DataChart north() {
        return chart("Democentrum Noord", List.of(
                new RowCluster<>("De leerlingenbegeleiding geboden door CLB", List.of(
                        row("Behartiger van de leerling", 2, to(3), "VM", "S", 0, false, false, spread(.15, .38, .39, .08)),
                        row("Geïntegreerde benadering van de kernprocessen", 1, to(2), "V", "MS", 0, false, false,
                                spread(.23, .46, .23, .08)),
                        row("Preventie", 0, to(2), "", "MS", 1, false, false, spread(.38, .39, .15, .08)))),
                new RowCluster<>("Sterke partnerschappen binnen het ecosysteem", List.of(
                        row("Sterk teamwerk", 2, HOLD, "VMS", "", 0, true, false, spread(.08, .31, .46, .15)),
                        row("Sterk partnerschap: intern binnen GO!", 2, to(3), "V", "S", 0, false, true, spread(.08, .38, .46, .08)),
                        row("Sterk netwerk: netoverstijgend en extern", 1, HOLD, "M", "S", 0, false, false, spread(.23, .46, .23, .08)))),
                new RowCluster<>("Het CLB-beleid", List.of(
                        row("Integraal beleid", 1, to(3), "V", "S", 2, false, false, spread(.15, .46, .31, .08)),
                        row("Ontwikkeling als professionele leergemeenschap (PLG)", 0, to(1), "M", "MS", 0, false, false,
                                spread(.31, .38, .23, .08)),
                        row("Vanuit gedeeld leiderschap", 3, HOLD, "VM", "", 0, true, false, spread(.15, .31, .38, .16)),
                        row("Onderzoekende houding", 1, to(2), "", "M", 0, false, true, spread(.38, .39, .15, .08)),
                        row("Geïnformeerde praktijken", 0, to(1), "M", "MS", 3, false, false, spread(.47, .38, .15, 0))))));
    }

    static DataChart chart(String centre, List<RowCluster<DataChart.Row>> clusters) {
        return new DataChart("GO! poolster-CLB in beeld", WORDS, centre, "Afname 2025–2026", Optional.of(LocalDate.of(2025, 10, 14)),
                "Poolster-CLB, versie 2025",
                "Dit is een eigen inschaling. De stadia houden geen waardeoordeel in en zijn niet de ontwikkelingsschalen van de "
                        + "onderwijsinspectie.",
                Optional.of("1"), FOUR_STAGES, CATEGORIES, clusters, Optional.of("GO!, afname 2025–2026, afgesloten op 30 juni 2026"));
    }

    /** A row; a letter in {@code levers} and {@code bottlenecks} for each category, a stage below 0 for no answer, priority 0 for none. */
    static Row row(String title, int today, Ambition ambition, String levers, String bottlenecks, int priority, boolean star,
            boolean differ,
            Optional<Comparison> comparison) {
        return new Row(title, title, Optional.of(today).filter(stage -> stage >= 0), ambition, letters(levers), letters(bottlenecks),
                Optional.of(priority).filter(number -> number > 0), star, differ, comparison);
    }

    static Row plain(String title, int today, Ambition ambition) {
        return row(title, today, ambition, "", "", 0, false, false, Optional.empty());
    }

    /** The same instrument with every row changed. */
    static DataChart with(DataChart chart, Function<Row, Row> change) {
        List<RowCluster<DataChart.Row>> clusters = chart.clusters().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(change).toList())).toList();
        return new DataChart(chart.title(), chart.words(), chart.centre(), chart.round(), chart.sent(), chart.version(), chart.statement(),
                chart.scanNumber(),
                chart.stages(),
                chart.categories(), clusters, chart.comparisonGroup());
    }

    static DataChart alone(DataChart chart) {
        return with(chart,
                row -> new Row(row.blockId(), row.title(), row.today(), row.ambition(), row.levers(), row.bottlenecks(), row.priority(),
                        row.inspiring(), row.subgroupsDiffer(), Optional.empty()));
    }

    static DataChart unanswered(DataChart chart) {
        return with(chart, row -> plain(row.title(), -1, NONE));
    }

    /** A chart with other stages, without categories, with as many clusters and rows as asked. */
    static DataChart scale(int stages, int clusters, int rows, String title) {
        List<ChartStage> scale = IntStream.range(0, stages)
                .mapToObj(i -> new ChartStage("s" + i, "Stadium " + (char) (65 + i), "stap " + (i + 1)))
                .toList();
        List<RowCluster<DataChart.Row>> groups = IntStream.range(0, clusters)
                .mapToObj(c -> new RowCluster<>("Uitdaging " + (c + 1),
                        IntStream.range(0, rows).mapToObj(r -> plain(title + " " + c + "." + r, (c + r) % stages, to(stages - 1)))
                                .toList()))
                .toList();
        return new DataChart("Samen school maken", WORDS, "Democentrum Zuid", "Najaar 2025", Optional.empty(), "Versie 1",
                "Dit is een spiegel.",
                Optional.empty(), scale,
                List.of(),
                groups, Optional.empty());
    }

    private static Set<String> letters(String letters) {
        return Set.copyOf(letters.chars().mapToObj(Character::toString).toList());
    }
}
