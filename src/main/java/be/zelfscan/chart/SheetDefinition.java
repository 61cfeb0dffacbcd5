package be.zelfscan.chart;

/** What the definitions of the charts of many centres share: a title for each row, a header above, a legend beneath. */
interface SheetDefinition {
    Sheet sheet();

    Palette palette();

    SheetType type();

    /** What stands beside the titles and needs room of its own, in points. */
    double reserved();
}
