package be.zelfscan.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A group of rows under a heading, as every chart of building blocks has them. Immutable.
 *
 * @param <R> a row of that chart
 */
public record RowCluster<R>(String title, List<R> rows) {
    public RowCluster {
        Objects.requireNonNull(title, "title");
        rows = List.copyOf(rows);
    }

    /** The rows of all clusters, in order. */
    static <R> List<R> rows(List<RowCluster<R>> clusters) {
        return clusters.stream().flatMap(cluster -> cluster.rows().stream()).toList();
    }

    /** Some of the rows; the heading of a cluster that began before says that it goes on. */
    static <R> List<RowCluster<R>> part(List<RowCluster<R>> clusters, int from, int end) {
        List<RowCluster<R>> parts = new ArrayList<>();
        int before = 0;
        for (RowCluster<R> cluster : clusters) {
            int first = Math.max(from - before, 0);
            int last = Math.min(end - before, cluster.rows().size());
            if (first < last) {
                String title = first == 0 || cluster.title().isBlank() ? cluster.title() : cluster.title() + " (vervolg)";
                parts.add(new RowCluster<>(title, cluster.rows().subList(first, last)));
            }
            before += cluster.rows().size();
        }
        return parts;
    }

    /** The same clusters with the titles of their rows. */
    static <R> List<RowCluster<String>> titles(List<RowCluster<R>> clusters, Function<R, String> title) {
        return clusters.stream().map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(title).toList())).toList();
    }

    /**
     * What every chart asks of its data.
     *
     * @param chart the chart as a sentence begins with it, such as "A datagrafiek"
     */
    record Checks(String chart) {
        static final int FEWEST_STAGES = 2;
        static final int MOST_STAGES = 9;

        /** @throws IllegalArgumentException when it does not hold */
        void require(boolean holds, String expected) {
            require(holds, () -> expected);
        }

        /** The same where saying what is expected takes time, and is asked of each cell. */
        void require(boolean holds, Supplier<String> expected) {
            if (!holds) {
                throw new IllegalArgumentException(chart + " needs " + expected.get());
            }
        }

        <T> void requireUnique(String what, List<T> items, Function<T, String> id) {
            Set<String> seen = new HashSet<>();
            for (T item : items) {
                require(seen.add(id.apply(item)), () -> "each " + what + " once, not " + id.apply(item) + " twice");
            }
        }

        void requireScale(List<DataChart.ChartStage> stages) {
            require(stages.size() >= FEWEST_STAGES && stages.size() <= MOST_STAGES, "a scale of two to nine stages, not " + stages.size());
            requireUnique("stage", stages, DataChart.ChartStage::id);
        }

        <R> void requireRows(List<R> rows, Function<R, String> blockId) {
            require(!rows.isEmpty(), "at least one block");
            requireUnique("block", rows, blockId);
        }
    }
}
