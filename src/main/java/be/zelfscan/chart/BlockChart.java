package be.zelfscan.chart;

import java.util.List;

/**
 * A chart with a row for each building block, which can go on over several pages.
 *
 * @param <C> the chart itself
 */
public interface BlockChart<C> {
    /** Its rows, in order, under the headings of their clusters. */
    List<? extends RowCluster<?>> clusters();

    /**
     * The same with some of its rows only; a cluster that goes on says so.
     *
     * @param from the first row, from 0
     * @param end the row after the last
     */
    C part(int from, int end);
}
