package be.zelfscan.chart;

/**
 * What a canvas puts around each row, such as a group with a title.
 *
 * @param <R> the rows of a chart
 */
interface RowFrame<R> {
    void open(R row);

    void close();

    /** Nothing around a row. */
    static <R> RowFrame<R> none() {
        return new RowFrame<>() {
            @Override
            public void open(R row) {}

            @Override
            public void close() {}
        };
    }
}
