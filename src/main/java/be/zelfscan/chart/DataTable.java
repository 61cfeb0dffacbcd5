package be.zelfscan.chart;

import java.util.List;

/**
 * The data that stand beside a chart.
 *
 * @param sections the clusters, in order
 */
public record DataTable(String caption, List<String> header, List<Section> sections) {
    public DataTable {
        header = List.copyOf(header);
        sections = List.copyOf(sections);
    }

    /** The rows of a cluster; each has as many cells as the header. */
    public record Section(String title, List<List<String>> rows) {
        public Section {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
