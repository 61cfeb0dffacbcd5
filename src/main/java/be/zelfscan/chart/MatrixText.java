package be.zelfscan.chart;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.MatrixChart.StageCounts;
import be.zelfscan.chart.MatrixChart.Cell;
import be.zelfscan.chart.MatrixChart.CentreColumn;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Centres side by side, in Dutch words: who stands where, where they agree and where not; in the order of the caller, never by a total.
 * Thread-safe.
 */
@Singleton
public final class MatrixText implements ChartText<MatrixChart, MatrixChart.Row> {
    private static final String NOT_ANSWERED = "niet ingevuld";
    private static final String NOT_SENT = "niet verzonden";

    @Override
    public String title(MatrixChart chart) {
        return "Centra naast elkaar";
    }

    @Override
    public String name(MatrixChart chart) {
        return "Centra naast elkaar, %s: %s, %s".formatted(chart.group(), chart.title(), chart.round());
    }

    @Override
    public String summary(MatrixChart chart) {
        List<String> parts = new ArrayList<>();
        parts.add("%s; %s, %s op een schaal van %s tot %s".formatted(name(chart),
                BelgianDutch.counted(chart.centres().size(), "centrum", "centra"),
                chart.words().block().countedInWords(chart.rows().size()), stage(chart, 0), stage(chart, chart.stages().size() - 1)));
        List<String> missing = chart.centres().stream().filter(centre -> !centre.sent()).map(CentreColumn::name).toList();
        if (!missing.isEmpty()) {
            parts.add(NOT_SENT + ": " + String.join(", ", missing));
        }
        addTitles(parts, chart, "alle centra gelijk voor ", StageCounts::alike);
        addTitles(parts, chart, "over drie of meer %s verspreid voor ".formatted(chart.words().stage().many()), StageCounts::spread);
        return String.join("; ", parts) + ".";
    }

    private static void addTitles(List<String> parts, MatrixChart chart, String what, Predicate<StageCounts> which) {
        List<String> titles = chart.rows().stream().filter(row -> which.test(StageCounts.of(chart, row))).map(MatrixChart.Row::title)
                .toList();
        if (!titles.isEmpty()) {
            parts.add(what + String.join(", ", titles));
        }
    }

    @Override
    public String row(MatrixChart chart, MatrixChart.Row row) {
        List<String> parts = new ArrayList<>();
        for (int stage = 0; stage < chart.stages().size(); stage++) {
            int index = stage;
            List<String> names = shown(chart).filter(centre -> row.cells().get(centre).today().filter(i -> i == index).isPresent())
                    .mapToObj(centre -> named(chart, row, centre)).toList();
            if (!names.isEmpty()) {
                String verb = parts.isEmpty() ? names.size() == 1 ? "staat " : "staan " : "";
                parts.add("%s%s op %s".formatted(verb, BelgianDutch.list(names), stage(chart, stage)));
            }
        }
        List<String> open = shown(chart).filter(centre -> chart.centres().get(centre).sent() && row.cells().get(centre).today().isEmpty())
                .mapToObj(centre -> chart.centres().get(centre).name()).toList();
        String placed = parts.isEmpty() ? "Voor %s staat er nog niets".formatted(row.title())
                : "Voor %s %s".formatted(row.title(), String.join(", ", parts));
        String words = StageCounts.of(chart, row).words(chart.stages(), chart.words().stage());
        return placed + (open.isEmpty() ? "" : "; %s: %s".formatted(NOT_ANSWERED, BelgianDutch.list(open)))
                + (words.isEmpty() ? "" : "; samen: " + words) + ".";
    }

    private static String named(MatrixChart chart, MatrixChart.Row row, int centre) {
        Cell cell = row.cells().get(centre);
        String name = chart.centres().get(centre).name();
        return cell.grows() ? "%s (%s: %s)".formatted(name, chart.words().ambition().one(), stage(chart, cell.ambition().orElseThrow()))
                : name;
    }

    @Override
    public List<String> rows(MatrixChart chart) {
        return chart.rows().stream().map(row -> row(chart, row)).toList();
    }

    /** A column for each centre that the chart shows; the last says how far all centres agree. */
    @Override
    public DataTable table(MatrixChart chart) {
        List<String> header = new ArrayList<>(List.of(chart.words().block().title()));
        chart.columns().forEach(centre -> header.add(centre.name()));
        header.add("Samen");
        List<DataTable.RowGroup> sections = chart.clusters().stream()
                .map(cluster -> new DataTable.RowGroup(cluster.title(), cluster.rows().stream().map(row -> cells(chart, row)).toList()))
                .toList();
        return new DataTable(name(chart), header, sections);
    }

    private static List<String> cells(MatrixChart chart, MatrixChart.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.title()));
        cells.addAll(shown(chart).mapToObj(centre -> cell(chart, row.cells().get(centre), chart.centres().get(centre)))
                .toList());
        String words = StageCounts.of(chart, row).words(chart.stages(), chart.words().stage());
        cells.add(words.isEmpty() ? "–" : words);
        return cells;
    }

    private static String cell(MatrixChart chart, Cell cell, CentreColumn centre) {
        if (!centre.sent()) {
            return NOT_SENT;
        }
        return cell.today().map(index -> chart.stages().get(index).label()
                + (cell.grows() ? ", %s: ".formatted(chart.words().ambition().one()) + stage(chart, cell.ambition().orElseThrow()) : ""))
                .orElse(NOT_ANSWERED);
    }

    private static IntStream shown(MatrixChart chart) {
        return IntStream.range(chart.shown().from(), chart.shown().end());
    }

    private static String stage(MatrixChart chart, int index) {
        return BelgianDutch.inSentence(chart.stages().get(index).label());
    }
}
