/**
 * Charts: a definition and data become one plot of JFreeChart, drawn on a {@code Graphics2D}; SVG and PDF are two canvases of it.
 *
 * <p>The data come in as plain records and know no questionnaire: {@link be.zelfscan.chart.DataChart} of one centre (the datagrafiek, with
 * a comparison group and an earlier round where there are), {@link be.zelfscan.chart.MatrixChart} of centres side by side,
 * {@link be.zelfscan.chart.DistributionChart} of how groups are spread over the stages, {@link be.zelfscan.chart.CategoryChart} of levers
 * and bottlenecks. Sizes, palette and type stand in {@code charts/}, in {@code style.json} what all share. For each there is a
 * {@link be.zelfscan.chart.ChartDrawing} that draws, on any canvas or as SVG for a page, and a {@link be.zelfscan.chart.ChartText} that
 * says the same in words and gives the {@link be.zelfscan.chart.ChartText.DataTable} to stand beside it.
 *
 * <p>All four are plots with the building blocks as rows ({@link be.zelfscan.chart.RowAxis}, at the left) and an axis of columns or shares
 * above ({@link be.zelfscan.chart.ColumnAxis}), with a renderer for what stands where these cross. {@link be.zelfscan.chart.FramedChart}
 * puts header, legend and notes around a plot and knows how high it becomes: places never follow from what was answered.
 */
package be.zelfscan.chart;
