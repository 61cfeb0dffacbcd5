package be.zelfscan.chart;

import be.zelfscan.chart.RowCluster.Checks;
import be.zelfscan.question.Words;
import java.util.List;
import java.util.Objects;

/**
 * Which categories return as lever and as bottleneck: for each building block and category, how many centres named it. Immutable.
 *
 * @param title the instrument
 * @param words what the instrument calls things
 * @param group whose centres these are
 * @param round the round's title
 * @param centres how many centres could name them, at least 1
 * @param categories at least one, in order
 * @throws IllegalArgumentException when the parts do not fit together: another number of cells than of categories, counts outside 0 to
 *         {@code centres}
 */
public record CategoryChart(
        String title,
        Words words,
        String group,
        String round,
        int centres,
        List<DataChart.Category> categories,
        List<RowCluster<Row>> clusters) implements BlockChart<CategoryChart> {

    private static final Checks CHECKS = new Checks("A chart of categories");

    public CategoryChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(round, "round");
        categories = List.copyOf(categories);
        clusters = List.copyOf(clusters);
        CHECKS.require(centres > 0, "at least one centre, not " + centres);
        CHECKS.require(!categories.isEmpty(), "at least one category");
        CHECKS.requireUnique("category", categories, DataChart.Category::id);
        List<Row> rows = RowCluster.rows(clusters);
        CHECKS.requireRows(rows, Row::blockId);
        for (Row row : rows) {
            CHECKS.require(row.mentions().size() == categories.size(), "counts for each category of " + row.blockId());
            CHECKS.require(row.mentions().stream().allMatch(mention -> mention.within(centres)),
                    "counts of at most its " + centres + " centres for " + row.blockId() + ", not " + row.mentions());
        }
    }

    @Override
    public CategoryChart part(int from, int end) {
        return new CategoryChart(title, words, group, round, centres, categories, RowCluster.part(clusters, from, end));
    }

    /** All rows, over the clusters, in order. */
    public List<Row> rows() {
        return RowCluster.rows(clusters);
    }

    /** One building block; the counts of each category, in their order. */
    public record Row(String blockId, String title, List<Mentions> mentions) {
        public Row {
            Objects.requireNonNull(blockId, "blockId");
            Objects.requireNonNull(title, "title");
            mentions = List.copyOf(mentions);
        }
    }

    /** How many centres named a category on a block, as something that helps and as something that hinders. */
    public record Mentions(Count levers, Count bottlenecks) {
        public Mentions {
            CHECKS.require(levers.drawn() >= 0 && bottlenecks.drawn() >= 0,
                    "counts from 0, not " + levers.drawn() + " and " + bottlenecks.drawn());
        }

        /** Exact numbers. */
        public Mentions(int levers, int bottlenecks) {
            this(new Count.Exactly(levers), new Count.Exactly(bottlenecks));
        }

        private boolean within(int centres) {
            return levers.drawn() <= centres && bottlenecks.drawn() <= centres;
        }
    }
}
