package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Sizes that charts of many centres share, in points (1/72 inch).
 *
 * @param maxHeight height that a chart with its header may take; rows shrink to stay within it, down to {@code smallestRow}
 * @param header height of the header; 0 where the document around the chart has one
 */
@Serdeable
public record Sheet(
        double width,
        double maxHeight,
        double header,
        double titleColumn,
        double row,
        double rowGap,
        double smallestRow,
        double clusterGap,
        double clusterHeading,
        double hairline,
        double legendGap,
        double legendLine,
        double noteLine) {

    /** The same without the header; all else keeps its size and its distances. */
    Sheet withoutHeader() {
        return new Sheet(width, maxHeight - header, 0, titleColumn, row, rowGap, smallestRow, clusterGap, clusterHeading, hairline,
                legendGap,
                legendLine, noteLine);
    }
}
