package be.zelfscan.chart;

import be.zelfscan.chart.RowCluster.Checks;
import be.zelfscan.question.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one datagrafiek shows: the placements of one centre in one round. Any number of stages from two to nine, of clusters, blocks and
 * categories; clusters and rows stand in the order of the instrument. Immutable.
 *
 * @param title the instrument
 * @param words what the instrument calls things
 * @param centre the centre's name
 * @param round the round's title
 * @param sent the day it was sent, empty as long as it was not
 * @param version the questionnaire version as readers know it, a title and a year
 * @param statement the sentence of the instrument that stands with every result; empty for none
 * @param scanNumber the number of the sent scan; empty as long as it has none
 * @param stages the scale, two to nine stages, in order
 * @param categories the categories of levers and bottlenecks that have a column; may be empty
 * @param comparisonGroup what the comparison is made of, such as "GO!, afname 2025–2026, afgesloten op 30 juni 2026"; empty without
 *         comparison
 * @param earlierRound the title of the round that the rows' earlier stages are from; empty without
 * @param unasked of the layers that show answers those that the instrument does not ask for; they have no key in the legend either
 * @throws IllegalArgumentException when the parts do not fit together: another number of stages, an index outside the scale, an unknown
 *         category, a repeated identifier, shares that are no shares
 */
public record DataChart(
        String title,
        Words words,
        String centre,
        String round,
        Optional<LocalDate> sent,
        String version,
        String statement,
        Optional<String> scanNumber,
        List<ChartStage> stages,
        List<Category> categories,
        List<RowCluster<Row>> clusters,
        Optional<String> comparisonGroup,
        Optional<String> earlierRound,
        Set<Layer> unasked) implements BlockChart<DataChart> {

    private static final Checks CHECKS = new Checks("A datagrafiek");

    public DataChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(scanNumber, "scanNumber");
        Objects.requireNonNull(comparisonGroup, "comparisonGroup");
        Objects.requireNonNull(earlierRound, "earlierRound");
        stages = List.copyOf(stages);
        categories = List.copyOf(categories);
        clusters = List.copyOf(clusters);
        unasked = Set.copyOf(unasked);
        CHECKS.requireScale(stages);
        CHECKS.requireUnique("category", categories, Category::id);
        List<Row> rows = RowCluster.rows(clusters);
        Set<String> known = new HashSet<>(categories.stream().map(Category::id).toList());
        CHECKS.requireRows(rows, Row::blockId);
        for (Row row : rows) {
            row.check(stages.size(), known);
        }
        CHECKS.require(earlierRound.isPresent() || rows.stream().allMatch(row -> row.earlier().isEmpty()),
                "the title of the round that the earlier stages are from");
    }

    /** Without an earlier round, of an instrument that asks all that a datagrafiek can show. */
    public DataChart(
            String title,
            Words words,
            String centre,
            String round,
            Optional<LocalDate> sent,
            String version,
            String statement,
            Optional<String> scanNumber,
            List<ChartStage> stages,
            List<Category> categories,
            List<RowCluster<Row>> clusters,
            Optional<String> comparisonGroup) {
        this(title, words, centre, round, sent, version, statement, scanNumber, stages, categories, clusters, comparisonGroup,
                Optional.empty(), Set.of());
    }

    /** The same of an instrument that does not ask for these layers. */
    public DataChart notAsking(Set<Layer> layers) {
        return new DataChart(title, words, centre, round, sent, version, statement, scanNumber, stages, categories, clusters,
                comparisonGroup, earlierRound, layers);
    }

    /** The same with a comparison group behind it, by id of the block; a block that is not among them gets none. */
    public DataChart comparedWith(String group, Map<String, Comparison> blocks) {
        return new DataChart(title, words, centre, round, sent, version, statement, scanNumber, stages, categories,
                each(row -> row.comparedWith(Optional.ofNullable(blocks.get(row.blockId())))), Optional.of(group), earlierRound, unasked);
    }

    /** The same with the stages of an earlier round, by id of the block, from 0; a block that is not among them gets none. */
    public DataChart since(String earlierRound, Map<String, Integer> blocks) {
        return new DataChart(title, words, centre, round, sent, version, statement, scanNumber, stages, categories,
                each(row -> row.since(Optional.ofNullable(blocks.get(row.blockId())))), comparisonGroup, Optional.of(earlierRound),
                unasked);
    }

    private List<RowCluster<Row>> each(UnaryOperator<Row> change) {
        return clusters.stream().map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(change).toList())).toList();
    }

    boolean asks(Layer layer) {
        return !unasked.contains(layer);
    }

    /**
     * Whether ambitions are a part of what is shown: not when blocks are placed and none of them has one, as where an instrument asks for
     * none.
     */
    boolean hasAmbitions() {
        return asks(Layer.AMBITION) && rows().stream().anyMatch(row -> !(row.ambition() instanceof Ambition.NotAnswered))
                || asks(Layer.AMBITION) && rows().stream().allMatch(row -> row.today().isEmpty());
    }

    @Override
    public DataChart part(int from, int end) {
        return new DataChart(title, words, centre, round, sent, version, statement, scanNumber, stages, categories,
                RowCluster.part(clusters, from, end), comparisonGroup,
                earlierRound, unasked);
    }

    /** All rows, over the clusters, in order. */
    public List<Row> rows() {
        return RowCluster.rows(clusters);
    }

    /** A step of the scale; {@code cycle} is the part of the improvement cycle it stands for and may be empty. */
    public record ChartStage(String id, String label, String cycle) {
        public ChartStage {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(cycle, "cycle");
        }
    }

    /** A category of levers and bottlenecks; {@code mark} is the letter above its column. */
    public record Category(String id, String mark, String label) {
        public Category {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * One building block.
     *
     * @param today index of the stage today, from 0; empty when not answered, which is not the first stage
     * @param levers ids of the categories that help
     * @param bottlenecks ids of the categories that hinder
     * @param priority place among the priorities, from 1
     * @param comparison the comparison group on this block; empty where there is none or it is too small to show
     * @param earlier index of the stage in the round before, from 0; empty where there is none to compare with
     */
    public record Row(
            String blockId,
            String title,
            Optional<Integer> today,
            Ambition ambition,
            Set<String> levers,
            Set<String> bottlenecks,
            Optional<Integer> priority,
            boolean inspiring,
            boolean subgroupsDiffer,
            Optional<Comparison> comparison,
            Optional<Integer> earlier) {

        public Row {
            Objects.requireNonNull(blockId, "blockId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(today, "today");
            Objects.requireNonNull(ambition, "ambition");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(comparison, "comparison");
            Objects.requireNonNull(earlier, "earlier");
            levers = Set.copyOf(levers);
            bottlenecks = Set.copyOf(bottlenecks);
        }

        /** Without an earlier round. */
        public Row(
                String blockId,
                String title,
                Optional<Integer> today,
                Ambition ambition,
                Set<String> levers,
                Set<String> bottlenecks,
                Optional<Integer> priority,
                boolean inspiring,
                boolean subgroupsDiffer,
                Optional<Comparison> comparison) {
            this(blockId, title, today, ambition, levers, bottlenecks, priority, inspiring, subgroupsDiffer, comparison, Optional.empty());
        }

        private Row comparedWith(Optional<Comparison> group) {
            return new Row(blockId, title, today, ambition, levers, bottlenecks, priority, inspiring, subgroupsDiffer, group, earlier);
        }

        private Row since(Optional<Integer> stage) {
            return new Row(blockId, title, today, ambition, levers, bottlenecks, priority, inspiring, subgroupsDiffer, comparison, stage);
        }

        private void check(int stages, Set<String> categories) {
            CHECKS.require(earlier.isEmpty() || inScale(earlier.get(), stages),
                    "the earlier stage of " + blockId + " within the scale, not " + earlier);
            CHECKS.require(today.isEmpty() || inScale(today.get(), stages), "the stage of " + blockId + " within the scale, not " + today);
            CHECKS.require(!(ambition instanceof Ambition.Grow grow) || inScale(grow.stage(), stages),
                    "the ambition of " + blockId + " within the scale, not " + ambition);
            CHECKS.require(categories.containsAll(levers) && categories.containsAll(bottlenecks),
                    "known categories for " + blockId + ", not " + levers + " and " + bottlenecks);
            CHECKS.require(priority.isEmpty() || priority.get() > 0, "a priority from 1 for " + blockId + ", not " + priority);
            CHECKS.require(comparison.isEmpty() || comparison.get().shares().size() == stages, "a share for each stage of " + blockId);
        }

        private static boolean inScale(int stage, int stages) {
            return stage >= 0 && stage < stages;
        }
    }

    /** Where the centre wants to go. */
    public sealed interface Ambition {
        /** Nothing was chosen yet. */
        record NotAnswered() implements Ambition {}

        /** Keep the stage of today. */
        record Hold() implements Ambition {}

        /** Grow to the stage with this index, from 0. */
        record Grow(int stage) implements Ambition {}
    }

    /**
     * How the comparison group is spread over the stages.
     *
     * @param shares share of the centres per stage, 0 to 1, in order of the scale; they add up to at most 1
     * @param centres how many centres these are shares of
     */
    public record Comparison(List<Double> shares, int centres) {
        private static final double ROUNDING = 0.005;

        public Comparison {
            shares = List.copyOf(shares);
            CHECKS.require(shares.stream().allMatch(share -> share >= 0 && share <= 1), "shares from 0 to 1, not " + shares);
            CHECKS.require(shares.stream().mapToDouble(Double::doubleValue).sum() <= 1 + ROUNDING,
                    "shares that add up to at most 1, not " + shares);
            CHECKS.require(centres > 0, "at least one centre to compare with, not " + centres);
        }
    }

    /** A part of the datagrafiek that a definition draws or leaves out. */
    @Serdeable
    public enum Layer {
        /** Heading, instrument, centre, round and date. Left out where the document around the chart says these itself. */
        @JsonProperty("header")
        HEADER,
        /** The spread of the comparison group behind the placements. */
        @JsonProperty("comparison")
        COMPARISON,
        /** The stages of an earlier round. */
        @JsonProperty("earlier")
        EARLIER,
        /** The hollow dot with its arrow, and the ring. */
        @JsonProperty("ambition")
        AMBITION,
        /** Levers and bottlenecks per category. */
        @JsonProperty("context")
        CONTEXT,
        /** Priorities and inspiring practices. */
        @JsonProperty("closing")
        CLOSING,
        /** The mark where subgroups differ. */
        @JsonProperty("differences")
        DIFFERENCES,
        /** What the marks mean. */
        @JsonProperty("legend")
        LEGEND,
        /** The sentence that says what the stages are not. Left out where the document around the chart says it itself. */
        @JsonProperty("statement")
        STATEMENT,
        /** Questionnaire version and scan number. */
        @JsonProperty("identity")
        IDENTITY
    }
}
