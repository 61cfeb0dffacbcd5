package be.zelfscan.chart;

import java.util.List;

/**
 * One kind of chart in Dutch words, for who cannot see it and for who wants to read it: it says what was answered and judges nothing.
 * Thread-safe.
 *
 * @param <C> the charts that it tells
 * @param <R> their rows
 */
public interface ChartText<C, R> {
    /** What such a chart is called, in a few words. */
    String title(C chart);

    /** The chart's name. */
    String name(C chart);

    /** The text alternative: name and findings. */
    String summary(C chart);

    /** All about one block, in one sentence. */
    String row(C chart, R row);

    /** Every row's sentence, in order. */
    List<String> rows(C chart);

    /** The data that stand beside the chart. */
    DataTable table(C chart);

    /**
     * The data that stand beside a chart.
     *
     * @param sections the clusters, in order
     */
    public record DataTable(String caption, List<String> header, List<RowGroup> sections) {
        public DataTable {
            header = List.copyOf(header);
            sections = List.copyOf(sections);
        }

        /** The rows of a cluster; each has as many cells as the header. */
        public record RowGroup(String title, List<List<String>> rows) {
            public RowGroup {
                rows = rows.stream().map(List::copyOf).toList();
            }
        }
    }
}
