package be.zelfscan.chart;

import be.zelfscan.chart.RowCluster.Checks;
import be.zelfscan.question.Word;
import be.zelfscan.question.Words;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Centres side by side: a row for each building block, a column for each centre in the order of the caller, the stage in each cell.
 * Immutable.
 *
 * @param title the instrument
 * @param words what the instrument calls things
 * @param group whose centres these are, such as the name of a school group
 * @param round the round's title
 * @param stages the scale, two to nine stages, in order
 * @param centres at least one; those that have not sent may be among them
 * @param shown the part of the centres that this chart draws; what a row says about agreement is always about all of them
 * @throws IllegalArgumentException when the parts do not fit together: another number of cells than of centres, a stage outside the scale,
 *         an answer of a centre that has not sent, a repeated block
 */
public record MatrixChart(
        String title,
        Words words,
        String group,
        String round,
        List<DataChart.ChartStage> stages,
        List<CentreColumn> centres,
        List<RowCluster<Row>> clusters,
        Shown shown) implements BlockChart<MatrixChart> {

    private static final Checks CHECKS = new Checks("A matrix");

    public MatrixChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(shown, "shown");
        stages = List.copyOf(stages);
        centres = List.copyOf(centres);
        clusters = List.copyOf(clusters);
        CHECKS.requireScale(stages);
        CHECKS.require(!centres.isEmpty(), "at least one centre");
        CHECKS.require(shown.end() <= centres.size(), "columns within its " + centres.size() + " centres, not " + shown);
        List<Row> rows = RowCluster.rows(clusters);
        CHECKS.requireRows(rows, Row::blockId);
        for (Row row : rows) {
            row.check(stages.size(), centres);
        }
    }

    /** All centres in one chart. */
    public MatrixChart(String title, Words words, String group, String round, List<DataChart.ChartStage> stages, List<CentreColumn> centres,
            List<RowCluster<Row>> clusters) {
        this(title, words, group, round, stages, centres, clusters, new Shown(0, centres.size(), centres.size()));
    }

    /**
     * The same as charts that each show at most {@code most} centres, as evenly as can be, with columns of one width.
     *
     * @param most at least 1
     */
    public List<MatrixChart> pages(int most) {
        int pages = (centres.size() + most - 1) / most;
        int widest = (centres.size() + pages - 1) / pages;
        List<MatrixChart> parts = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            Shown part = new Shown(page * centres.size() / pages, (page + 1) * centres.size() / pages, widest);
            parts.add(new MatrixChart(title, words, group, round, stages, centres, clusters, part));
        }
        return List.copyOf(parts);
    }

    @Override
    public MatrixChart part(int from, int end) {
        return new MatrixChart(title, words, group, round, stages, centres, RowCluster.part(clusters, from, end), shown);
    }

    /** All rows, over the clusters, in order. */
    public List<Row> rows() {
        return RowCluster.rows(clusters);
    }

    /**
     * Which columns are drawn.
     *
     * @param from the first centre, from 0
     * @param end the centre after the last
     * @param room for how many columns there is room, at least as many as are shown
     */
    public record Shown(int from, int end, int room) {
        public Shown {
            CHECKS.require(from >= 0 && end > from && room >= end - from,
                    "at least one column and room for each, not " + from + " to " + end);
        }

        int count() {
            return end - from;
        }
    }

    /** A column; {@code sent} is false for a centre whose scan was not sent, which is named and counts nowhere. */
    public record CentreColumn(String name, boolean sent) {
        public CentreColumn {
            Objects.requireNonNull(name, "name");
        }
    }

    /** One building block; a cell for each centre, in their order. */
    public record Row(String blockId, String title, List<Cell> cells) {
        public Row {
            Objects.requireNonNull(blockId, "blockId");
            Objects.requireNonNull(title, "title");
            cells = List.copyOf(cells);
        }

        private void check(int stages, List<CentreColumn> centres) {
            CHECKS.require(cells.size() == centres.size(), "a cell for each centre of " + blockId + ", not " + cells.size());
            for (int column = 0; column < cells.size(); column++) {
                Cell cell = cells.get(column);
                CentreColumn centre = centres.get(column);
                CHECKS.require(within(cell.today(), stages) && within(cell.ambition(), stages),
                        () -> "stages of " + blockId + " within the scale, not " + cell);
                CHECKS.require(centre.sent() || cell.equals(Cell.EMPTY),
                        () -> "no answer of a centre that has not sent, not " + cell + " of " + centre.name());
            }
        }

        private static boolean within(Optional<Integer> stage, int stages) {
            return stage.filter(index -> index < 0 || index >= stages).isEmpty();
        }
    }

    /**
     * One centre on one block.
     *
     * @param today index of the stage, from 0; empty when not answered or not sent
     * @param ambition index of the stage to grow to; empty when the centre holds, or when ambitions are not shown
     */
    public record Cell(Optional<Integer> today, Optional<Integer> ambition) {
        /** Not answered, or not sent. */
        public static final Cell EMPTY = new Cell(Optional.empty(), Optional.empty());

        public Cell {
            Objects.requireNonNull(today, "today");
            Objects.requireNonNull(ambition, "ambition");
        }

        /** A cell without an ambition to grow. */
        public static Cell of(int today) {
            return new Cell(Optional.of(today), Optional.empty());
        }

        boolean grows() {
            return today.isPresent() && ambition.isPresent() && !ambition.equals(today);
        }
    }

    /** The centres that this chart draws. */
    List<CentreColumn> columns() {
        return centres.subList(shown.from(), shown.end());
    }

    /**
     * How far centres agree on one building block; counts, never a mean.
     *
     * @param counts how many centres stand on each stage, in order of the scale
     */
    record StageCounts(List<Integer> counts) {
        private static final int SPREAD = 3;

        StageCounts {
            counts = List.copyOf(counts);
        }

        static StageCounts of(MatrixChart chart, Row row) {
            return new StageCounts(IntStream.range(0, chart.stages().size())
                    .mapToObj(stage -> (int) row.cells().stream().filter(cell -> cell.today().filter(index -> index == stage).isPresent())
                            .count())
                    .toList());
        }

        /** How many centres have a stage. */
        int n() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }

        /** At least two, all on one stage. */
        boolean alike() {
            return n() > 1 && occupied() == 1;
        }

        /** On three stages or more. */
        boolean spread() {
            return occupied() >= SPREAD;
        }

        int occupied() {
            return (int) counts.stream().filter(count -> count > 0).count();
        }

        /** The stages with the most centres, in order of the scale; empty when there are no centres. */
        List<Integer> most() {
            int highest = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
            return IntStream.range(0, counts.size()).filter(stage -> highest > 0 && counts.get(stage) == highest).boxed().toList();
        }

        /** In a few words, such as "3 van 5 planmatig"; nothing for a single centre. */
        String words(List<DataChart.ChartStage> stages, Word step) {
            List<Integer> most = most();
            if (n() < 2) {
                return "";
            }
            if (alike()) {
                return (n() == 2 ? "beide " : "alle " + n() + " ") + name(stages, most.getFirst());
            }
            if (most.size() == 1) {
                return "%d van %d %s".formatted(counts.get(most.getFirst()), n(), name(stages, most.getFirst()));
            }
            if (most.size() == 2) {
                int count = counts.get(most.getFirst());
                return "%d %s, %d %s".formatted(count, name(stages, most.getFirst()), count, name(stages, most.getLast()));
            }
            return "verspreid over %d %s".formatted(occupied(), step.many());
        }

        private static String name(List<DataChart.ChartStage> stages, int stage) {
            return BelgianDutch.inSentence(stages.get(stage).label());
        }
    }
}
