package be.zelfscan.chart;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.DistributionChart.Bar;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How groups of centres are spread over the stages, in Dutch words. Thread-safe. */
@Singleton
public final class DistributionText implements ChartText<DistributionChart, DistributionChart.Row> {
    static final String NOBODY = "geen centra";
    /** What is said of figures that would tell what single centres answered. */
    static final String NOT_SHOWN = "niet getoond";

    @Override
    public String title(DistributionChart chart) {
        return "Verdeling over de " + chart.words().stage().many();
    }

    @Override
    public String name(DistributionChart chart) {
        return "Verdeling over de %s, %s: %s, %s".formatted(chart.words().stage().many(), BelgianDutch.list(chart.groups()), chart.title(),
                chart.round());
    }

    /** The name and the sentence of every block. */
    @Override
    public String summary(DistributionChart chart) {
        return "%s; %s. %s".formatted(name(chart), chart.words().block().countedInWords(chart.rows().size()),
                String.join(" ", rows(chart)));
    }

    @Override
    public String row(DistributionChart chart, DistributionChart.Row row) {
        if (row.bars().size() == 1) {
            return "Voor %s %s.".formatted(row.title(), sentence(chart, row.bars().getFirst()));
        }
        return "Voor %s: %s.".formatted(row.title(), IntStream.range(0, row.bars().size())
                .mapToObj(bar -> "in %s %s".formatted(chart.groups().get(bar), sentence(chart, row.bars().get(bar))))
                .collect(Collectors.joining("; ")));
    }

    private static String sentence(DistributionChart chart, Bar bar) {
        return switch (bar) {
            case Bar.TooFew(int atLeast) -> "zijn er te weinig centra om te tonen (minstens %d)".formatted(atLeast);
            case Bar.NearlyAll(int stage) -> "staan " + nearlyAll(chart, stage);
            case Bar.NotShown() -> "is de verdeling " + NOT_SHOWN;
            case Bar.Counts counts when counts.n() == 0 -> "zijn er " + NOBODY;
            case Bar.Counts counts -> placed(chart, counts);
        };
    }

    static String nearlyAll(DistributionChart chart, int stage) {
        return "bijna alle centra op " + BelgianDutch.inSentence(chart.stages().get(stage).label());
    }

    /** "1 van de 5 centra"; for one of one "het ene centrum". */
    private static String ofCentres(int count, int all) {
        return all == 1 ? "het ene centrum" : "%d van de %d centra".formatted(count, all);
    }

    private static String placed(DistributionChart chart, Bar.Counts counts) {
        List<String> parts = new ArrayList<>();
        for (int stage = 0; stage < chart.stages().size(); stage++) {
            int count = counts.centres().get(stage);
            if (count > 0) {
                String who = parts.isEmpty() ? (count == 1 ? "staat " : "staan ") + ofCentres(count, counts.n()) : "" + count;
                parts.add("%s op %s".formatted(who, BelgianDutch.inSentence(chart.stages().get(stage).label())));
            }
        }
        return BelgianDutch.list(parts);
    }

    @Override
    public List<String> rows(DistributionChart chart) {
        return chart.rows().stream().map(row -> row(chart, row)).toList();
    }

    /** A line for each block and group; the column of the groups is there only when there are several. */
    @Override
    public DataTable table(DistributionChart chart) {
        return table(chart, chart.stages().stream().map(DataChart.ChartStage::label).toList(), bar -> cells(chart, bar));
    }

    /** The same where a column for each stage has no room: one column, with the stages on which there are centres. */
    public DataTable narrowTable(DistributionChart chart) {
        return table(chart, List.of(chart.words().stage().titles()), bar -> {
            List<String> cells = cells(chart, bar);
            String shown = bar instanceof Bar.Counts counts
                    ? IntStream.range(0, counts.centres().size()).filter(stage -> counts.centres().get(stage) > 0)
                            .mapToObj(stage -> chart.stages().get(stage).label() + " " + cells.get(stage))
                            .collect(Collectors.joining(", "))
                    : "";
            return List.of(shown.isEmpty() ? "–" : shown, cells.getLast());
        });
    }

    private DataTable table(DistributionChart chart, List<String> columns, Function<Bar, List<String>> cells) {
        List<String> header = new ArrayList<>(List.of(chart.words().block().title()));
        if (chart.groups().size() > 1) {
            header.add("Groep");
        }
        header.addAll(columns);
        header.add("Aantal centra");
        List<DataTable.RowGroup> sections = chart.clusters().stream()
                .map(cluster -> new DataTable.RowGroup(cluster.title(),
                        cluster.rows().stream().flatMap(row -> lines(chart, row, cells).stream()).toList()))
                .toList();
        return new DataTable(name(chart), header, sections);
    }

    private static List<List<String>> lines(DistributionChart chart, DistributionChart.Row row, Function<Bar, List<String>> said) {
        return IntStream.range(0, row.bars().size()).mapToObj(bar -> {
            List<String> cells = new ArrayList<>(List.of(row.title()));
            if (chart.groups().size() > 1) {
                cells.add(chart.groups().get(bar));
            }
            cells.addAll(said.apply(row.bars().get(bar)));
            return List.copyOf(cells);
        }).toList();
    }

    private static List<String> cells(DistributionChart chart, Bar bar) {
        return switch (bar) {
            case Bar.TooFew(int atLeast) -> instead(chart, "te weinig (minstens %d)".formatted(atLeast));
            case Bar.NearlyAll(int stage) -> instead(chart, nearlyAll(chart, stage));
            case Bar.NotShown() -> instead(chart, NOT_SHOWN);
            case Bar.Counts counts when counts.n() == 0 -> instead(chart, "0");
            case Bar.Counts counts -> {
                List<String> cells = new ArrayList<>(counts.centres().stream()
                        .map(count -> "%d (%s)".formatted(count, BelgianDutch.percentage((double) count / counts.n()))).toList());
                cells.add("" + counts.n());
                yield cells;
            }
        };
    }

    private static List<String> instead(DistributionChart chart, String last) {
        List<String> cells = new ArrayList<>(chart.stages().stream().map(stage -> "–").toList());
        cells.add(last);
        return cells;
    }
}
