package be.zelfscan.chart;

import be.zelfscan.chart.RowCluster.Checks;
import be.zelfscan.question.Words;
import java.util.List;
import java.util.Objects;

/**
 * How groups of centres are spread over the stages: for each building block a 100 % bar a group. Immutable.
 *
 * @param title the instrument
 * @param words what the instrument calls things
 * @param round the round's title
 * @param stages the scale, two to nine stages, in order
 * @param groups names of the groups, one to four, in the order of the bars
 * @throws IllegalArgumentException when the parts do not fit together: another number of bars than of groups, or of counts than of stages
 */
public record DistributionChart(String title, Words words, String round, List<DataChart.ChartStage> stages, List<String> groups,
        List<RowCluster<Row>> clusters) implements BlockChart<DistributionChart> {
    private static final int MOST_GROUPS = 4;
    private static final Checks CHECKS = new Checks("A distribution");

    public DistributionChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(round, "round");
        stages = List.copyOf(stages);
        groups = List.copyOf(groups);
        clusters = List.copyOf(clusters);
        CHECKS.requireScale(stages);
        CHECKS.require(!groups.isEmpty() && groups.size() <= MOST_GROUPS, "one to four groups, not " + groups.size());
        List<Row> rows = RowCluster.rows(clusters);
        CHECKS.requireRows(rows, Row::blockId);
        for (Row row : rows) {
            row.check(stages.size(), groups.size());
        }
    }

    @Override
    public DistributionChart part(int from, int end) {
        return new DistributionChart(title, words, round, stages, groups, RowCluster.part(clusters, from, end));
    }

    /** All rows, over the clusters, in order. */
    public List<Row> rows() {
        return RowCluster.rows(clusters);
    }

    /** One building block; a bar for each group, in their order. */
    public record Row(String blockId, String title, List<Bar> bars) {
        public Row {
            Objects.requireNonNull(blockId, "blockId");
            Objects.requireNonNull(title, "title");
            bars = List.copyOf(bars);
        }

        private void check(int stages, int groups) {
            CHECKS.require(bars.size() == groups, "a bar for each group of " + blockId + ", not " + bars.size());
            CHECKS.require(bars.stream().allMatch(bar -> !(bar instanceof Bar.Counts counts) || counts.centres().size() == stages),
                    "a count for each stage of " + blockId);
            CHECKS.require(bars.stream().allMatch(bar -> !(bar instanceof Bar.NearlyAll(int stage)) || stage >= 0 && stage < stages),
                    "a stage of the scale for " + blockId);
        }
    }

    /** What is known of one group on one block. */
    public sealed interface Bar {
        /** How many centres stand on each stage, in order of the scale; their sum is n, and may be 0. */
        record Counts(List<Integer> centres) implements Bar {
            public Counts {
                centres = List.copyOf(centres);
                CHECKS.require(centres.stream().allMatch(count -> count >= 0), "counts from 0, not " + centres);
            }

            /** How many centres there are. */
            public int n() {
                return centres.stream().mapToInt(Integer::intValue).sum();
            }
        }

        /** All centres, or all but one, stand on one stage: which of both is not told, since it would tell of each single centre. */
        record NearlyAll(int stage) implements Bar {}

        /** How these centres stand would tell what single centres answered. */
        record NotShown() implements Bar {}

        /** Too few centres to show; {@code atLeast} is how many it takes. */
        record TooFew(int atLeast) implements Bar {}
    }
}
