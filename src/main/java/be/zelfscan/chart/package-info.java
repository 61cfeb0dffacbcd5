/**
 * Charts: a definition and data become one drawing on a {@code Graphics2D}; SVG and PDF are two canvases of it.
 *
 * <p>The data come in as plain records and know no questionnaire: {@link be.zelfscan.chart.DataChart} of one centre (the datagrafiek, with a comparison
 * group and an earlier round where there are), {@link be.zelfscan.chart.MatrixChart} of centres side by side,
 * {@link be.zelfscan.chart.DistributionChart} of how groups are spread over the stages, {@link be.zelfscan.chart.CategoryChart} of levers and
 * bottlenecks. Sizes, palette, type and wording of each stand in a file in {@code charts/}. For each there is a
 * {@link be.zelfscan.chart.ChartDrawing} that draws, a {@link be.zelfscan.chart.ChartSvg} for a page, and a {@link be.zelfscan.chart.ChartText} that says
 * the same in words and gives the {@link be.zelfscan.chart.DataTable} to stand beside it.
 */
package be.zelfscan.chart;
