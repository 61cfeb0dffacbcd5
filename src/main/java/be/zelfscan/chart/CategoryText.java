package be.zelfscan.chart;

import be.zelfscan.chart.CategoryChart.Mentions;
import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which categories return as lever and as bottleneck, in Dutch words. Thread-safe. */
@Singleton
public final class CategoryText implements ChartText<CategoryChart, CategoryChart.Row> {
    @Override
    public String title(CategoryChart chart) {
        return chart.words().helpAndHinder();
    }

    @Override
    public String name(CategoryChart chart) {
        return "%s, %s: %s, %s".formatted(chart.words().helpAndHinder(), chart.group(), chart.title(), chart.round());
    }

    /** The name and the sentence of every block. */
    @Override
    public String summary(CategoryChart chart) {
        return "%s; %s, %s. %s".formatted(name(chart), BelgianDutch.counted(chart.centres(), "centrum", "centra"),
                chart.words().block().countedInWords(chart.rows().size()),
                String.join(" ", rows(chart)));
    }

    @Override
    public String row(CategoryChart chart, CategoryChart.Row row) {
        List<String> levers = named(chart, row, Mentions::levers);
        List<String> bottlenecks = named(chart, row, Mentions::bottlenecks);
        String who = chart.centres() == 1 ? "noemt het ene centrum" : "noemen de %d centra".formatted(chart.centres());
        return "Voor %s %s als %s: %s; als %s: %s.".formatted(row.title(), who, chart.words().lever().one(), orNone(levers),
                chart.words().bottleneck().one(), orNone(bottlenecks));
    }

    private static List<String> named(CategoryChart chart, CategoryChart.Row row, Function<Mentions, Count> count) {
        return IntStream.range(0, chart.categories().size())
                .filter(category -> !count.apply(row.mentions().get(category)).equals(new Count.Exactly(0)))
                .mapToObj(category -> {
                    String label = BelgianDutch.inSentence(chart.categories().get(category).label());
                    return chart.centres() == 1 ? label : "%s (%s)".formatted(label, count.apply(row.mentions().get(category)).words());
                })
                .toList();
    }

    private static String orNone(List<String> named) {
        return named.isEmpty() ? "geen" : String.join(", ", named);
    }

    @Override
    public List<String> rows(CategoryChart chart) {
        return chart.rows().stream().map(row -> row(chart, row)).toList();
    }

    /** Two columns for each category: first all levers, then all bottlenecks. */
    @Override
    public DataTable table(CategoryChart chart) {
        List<String> header = new ArrayList<>(List.of(chart.words().block().title()));
        chart.categories()
                .forEach(category -> header.add(chart.words().lever().title() + ": " + BelgianDutch.inSentence(category.label())));
        chart.categories()
                .forEach(category -> header.add(chart.words().bottleneck().title() + ": " + BelgianDutch.inSentence(category.label())));
        List<DataTable.RowGroup> sections = chart.clusters().stream()
                .map(cluster -> new DataTable.RowGroup(cluster.title(), cluster.rows().stream().map(CategoryText::cells).toList()))
                .toList();
        return new DataTable("%s (%s)".formatted(name(chart), BelgianDutch.counted(chart.centres(), "centrum", "centra")), header,
                sections);
    }

    private static List<String> cells(CategoryChart.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.title()));
        row.mentions().forEach(mention -> cells.add(mention.levers().words()));
        row.mentions().forEach(mention -> cells.add(mention.bottlenecks().words()));
        return cells;
    }
}
