package be.zelfscan.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

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

    /** The same clusters with the titles of their rows. */
    static <R> List<RowCluster<String>> titles(List<RowCluster<R>> clusters, Function<R, String> title) {
        return clusters.stream().map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(title).toList())).toList();
    }
}
