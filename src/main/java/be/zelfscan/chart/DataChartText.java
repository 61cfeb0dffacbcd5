package be.zelfscan.chart;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.DataChart.Ambition;
import be.zelfscan.question.Word;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A datagrafiek in Dutch words, for who cannot see it and for who wants to read it: it says what was answered and judges nothing.
 * Thread-safe.
 */
@Singleton
public final class DataChartText implements ChartText<DataChart, DataChart.Row> {
    private static final String NOT_ANSWERED = "niet ingevuld";
    private static final String NONE = "–";

    @Override
    public String title(DataChart chart) {
        return "Datagrafiek";
    }

    /** The chart's name. */
    @Override
    public String name(DataChart chart) {
        return "Datagrafiek van %s: %s, %s".formatted(chart.centre(), chart.title(), chart.round());
    }

    /** The text alternative, in one sentence. */
    @Override
    public String summary(DataChart chart) {
        List<String> parts = new ArrayList<>();
        int count = chart.rows().size();
        parts.add("%s; %s op een schaal van %s tot %s".formatted(name(chart), chart.words().block().countedInWords(count),
                stage(chart, 0),
                stage(chart, chart.stages().size() - 1)));
        parts.add(placements(chart));
        long grow = chart.rows().stream().filter(row -> row.today().isPresent() && grows(row)).count();
        long hold = chart.rows().stream().filter(row -> row.today().isPresent() && holds(row)).count();
        if (grow + hold > 0) {
            parts.add("%s: %d naar een %s, %d aanhouden".formatted(chart.words().ambition().one(), grow, chart.words().stage().otherOne(),
                    hold));
        }
        addChanges(parts, chart);
        List<String> priorities = chart.rows().stream().filter(row -> row.priority().isPresent())
                .sorted((a, b) -> a.priority().orElseThrow().compareTo(b.priority().orElseThrow()))
                .map(row -> "%d %s".formatted(row.priority().orElseThrow(), row.title())).toList();
        if (!priorities.isEmpty()) {
            parts.add(chart.words().priority().many() + ": " + String.join(", ", priorities));
        }
        List<String> inspiring = chart.rows().stream().filter(DataChart.Row::inspiring).map(DataChart.Row::title).toList();
        if (!inspiring.isEmpty()) {
            parts.add((inspiring.size() == 1 ? chart.words().inspiringPractice().one() : chart.words().inspiringPractice().many()) + ": "
                    + String.join(", ", inspiring));
        }
        return String.join("; ", parts) + ".";
    }

    private static void addChanges(List<String> parts, DataChart chart) {
        List<DataChart.Row> followed = chart.rows().stream().filter(row -> row.today().isPresent() && row.earlier().isPresent()).toList();
        if (followed.isEmpty()) {
            return;
        }
        long same = followed.stream().filter(row -> row.today().equals(row.earlier())).count();
        List<String> moved = followed.stream().filter(row -> !row.today().equals(row.earlier()))
                .map(row -> "%s van %s naar %s".formatted(row.title(), stage(chart, row.earlier().orElseThrow()),
                        stage(chart, row.today().orElseThrow())))
                .toList();
        String round = chart.earlierRound().orElseThrow();
        parts.add("sinds %s: %s".formatted(round, moved.isEmpty() ? "overal " + chart.words().stage().sameOne() : String.join(", ", moved)
                + (same == 0 ? "" : ", %d hetzelfde".formatted(same))));
    }

    private static String change(DataChart chart, DataChart.Row row, int earlier) {
        String round = chart.earlierRound().orElseThrow();
        return row.today().filter(index -> index == earlier).map(same -> "hetzelfde als in " + round)
                .orElseGet(() -> "in %s op %s".formatted(round, stage(chart, earlier)));
    }

    private static String placements(DataChart chart) {
        List<String> counts = IntStream.range(0, chart.stages().size())
                .mapToObj(index -> "%d op %s".formatted(
                        chart.rows().stream().filter(row -> row.today().filter(i -> i == index).isPresent()).count(),
                        stage(chart, index)))
                .collect(Collectors.toCollection(ArrayList::new));
        long open = chart.rows().stream().filter(row -> row.today().isEmpty()).count();
        if (open == chart.rows().size()) {
            return "nog niets ingevuld";
        }
        if (open > 0) {
            counts.add(open + " " + NOT_ANSWERED);
        }
        return "vandaag: " + String.join(", ", counts);
    }

    /** All about one block, in one sentence. */
    @Override
    public String row(DataChart chart, DataChart.Row row) {
        List<String> parts = new ArrayList<>();
        parts.add(row.today().map(index -> "%s staat vandaag op %s".formatted(row.title(), stage(chart, index)))
                .orElse("%s is niet ingevuld".formatted(row.title())));
        if (chart.hasAmbitions() && (row.today().isPresent() || !(row.ambition() instanceof Ambition.NotAnswered))) {
            parts.add(chart.words().ambition().one() + ": " + BelgianDutch.inSentence(ambition(chart, row)));
        }
        addCategories(parts, chart.words().lever(), labels(chart, row.levers()));
        addCategories(parts, chart.words().bottleneck(), labels(chart, row.bottlenecks()));
        row.priority().ifPresent(number -> parts.add(chart.words().priority().one() + " " + number));
        if (row.inspiring()) {
            parts.add(chart.words().inspiringPractice().one());
        }
        if (row.subgroupsDiffer()) {
            parts.add("verschilt tussen deelgroepen");
        }
        row.earlier().ifPresent(index -> parts.add(change(chart, row, index)));
        row.comparison().ifPresent(comparison -> parts
                .add("in de vergelijkingsgroep van %d centra: %s".formatted(comparison.centres(), shares(chart, comparison))));
        return String.join("; ", parts) + ".";
    }

    /** Every row's sentence, in order. */
    @Override
    public List<String> rows(DataChart chart) {
        return chart.rows().stream().map(row -> row(chart, row)).toList();
    }

    /** The data table; the column of an earlier round is there only when some row has it. The comparison group has a table of its own. */
    @Override
    public DataTable table(DataChart chart) {
        boolean followed = chart.rows().stream().anyMatch(row -> row.earlier().isPresent());
        List<String> header = new ArrayList<>(List.of(chart.words().block().title(), "Vandaag"));
        if (chart.hasAmbitions()) {
            header.add(chart.words().ambition().title());
        }
        if (followed) {
            header.add(1, "Eerder: " + chart.earlierRound().orElseThrow());
        }
        if (!chart.categories().isEmpty()) {
            header.addAll(List.of(chart.words().lever().titles(), chart.words().bottleneck().titles()));
        }
        header.add("Aangeduid als");
        return new DataTable(name(chart), header, sections(chart, row -> cells(chart, row, followed)));
    }

    /** How the comparison group is spread: a column of shares for each stage, and how many centres it has. Empty when no row has one. */
    public Optional<DataTable> comparisonTable(DataChart chart) {
        if (chart.rows().stream().allMatch(row -> row.comparison().isEmpty())) {
            return Optional.empty();
        }
        List<String> header = new ArrayList<>(List.of(chart.words().block().title()));
        chart.stages().forEach(stage -> header.add(stage.label()));
        header.add("Aantal centra");
        return Optional.of(new DataTable("De vergelijkingsgroep: " + chart.comparisonGroup().orElse(chart.round()), header,
                sections(chart, row -> shares(chart, row))));
    }

    private static List<String> shares(DataChart chart, DataChart.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.title()));
        IntStream.range(0, chart.stages().size()).forEach(index -> cells
                .add(row.comparison().map(comparison -> BelgianDutch.percentage(comparison.shares().get(index))).orElse(NONE)));
        cells.add(row.comparison().map(comparison -> String.valueOf(comparison.centres())).orElse(NONE));
        return cells;
    }

    private static List<DataTable.RowGroup> sections(DataChart chart, Function<DataChart.Row, List<String>> cells) {
        return chart.clusters().stream()
                .map(cluster -> new DataTable.RowGroup(cluster.title(), cluster.rows().stream().map(cells).toList())).toList();
    }

    private static List<String> cells(DataChart chart, DataChart.Row row, boolean followed) {
        List<String> cells = new ArrayList<>();
        cells.add(row.title());
        if (followed) {
            cells.add(row.earlier().map(index -> chart.stages().get(index).label()).orElse(NONE));
        }
        cells.add(row.today().map(index -> chart.stages().get(index).label()).orElse(NOT_ANSWERED));
        if (chart.hasAmbitions()) {
            cells.add(ambition(chart, row));
        }
        if (!chart.categories().isEmpty()) {
            cells.add(orNone(String.join("; ", labels(chart, row.levers()))));
            cells.add(orNone(String.join("; ", labels(chart, row.bottlenecks()))));
        }
        List<String> marks = new ArrayList<>();
        row.priority().ifPresent(number -> marks.add(chart.words().priority().one() + " " + number));
        if (row.inspiring()) {
            marks.add(chart.words().inspiringPractice().one());
        }
        if (row.subgroupsDiffer()) {
            marks.add("verschilt tussen deelgroepen");
        }
        cells.add(orNone(String.join("; ", marks)));
        return cells;
    }

    private static String ambition(DataChart chart, DataChart.Row row) {
        return switch (row.ambition()) {
            case Ambition.NotAnswered() -> NOT_ANSWERED;
            case Ambition.Hold() -> chart.words().stage().thisAlone() + " aanhouden";
            case Ambition.Grow(int stage) when holds(row) -> chart.words().stage().thisAlone() + " aanhouden";
            case Ambition.Grow(int stage) -> chart.stages().get(stage).label();
        };
    }

    private static boolean holds(DataChart.Row row) {
        return row.ambition() instanceof Ambition.Hold
                || row.ambition() instanceof Ambition.Grow(int stage) && row.today().filter(i -> i == stage).isPresent();
    }

    private static boolean grows(DataChart.Row row) {
        return row.ambition() instanceof Ambition.Grow && !holds(row);
    }

    private static String stage(DataChart chart, int index) {
        return BelgianDutch.inSentence(chart.stages().get(index).label());
    }

    private static String shares(DataChart chart, DataChart.Comparison comparison) {
        return IntStream.range(0, chart.stages().size())
                .mapToObj(index -> BelgianDutch.percentage(comparison.shares().get(index)) + " " + stage(chart, index))
                .collect(Collectors.joining(", "));
    }

    private static List<String> labels(DataChart chart, Set<String> chosen) {
        return chart.categories().stream().filter(category -> chosen.contains(category.id()))
                .map(category -> BelgianDutch.inSentence(category.label()))
                .toList();
    }

    private static void addCategories(List<String> parts, Word word, List<String> labels) {
        if (!labels.isEmpty()) {
            parts.add((labels.size() == 1 ? word.one() : word.many()) + ": " + String.join(", ", labels));
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
