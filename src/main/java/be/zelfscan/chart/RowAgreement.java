package be.zelfscan.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far centres agree on one building block; counts, never a mean.
 *
 * @param counts how many centres stand on each stage, in order of the scale
 */
record RowAgreement(List<Integer> counts) {
    private static final int SPREAD = 3;

    RowAgreement {
        counts = List.copyOf(counts);
    }

    static RowAgreement of(MatrixChart chart, MatrixChart.Row row) {
        return new RowAgreement(IntStream.range(0, chart.stages().size())
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
    String words(List<DataChart.Stage> stages) {
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
        return "verspreid over %d stadia".formatted(occupied());
    }

    private static String name(List<DataChart.Stage> stages, int stage) {
        return DutchWords.inSentence(stages.get(stage).label());
    }
}
