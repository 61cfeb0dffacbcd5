package be.zelfscan.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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

    void requireScale(List<DataChart.Stage> stages) {
        require(stages.size() >= FEWEST_STAGES && stages.size() <= MOST_STAGES, "a scale of two to nine stages, not " + stages.size());
        requireUnique("stage", stages, DataChart.Stage::id);
    }

    <R> void requireRows(List<R> rows, Function<R, String> blockId) {
        require(!rows.isEmpty(), "at least one block");
        requireUnique("block", rows, blockId);
    }
}
