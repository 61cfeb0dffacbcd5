/**
 * The datagrafiek: a chart definition and the data of one centre become one drawing on a {@code Graphics2D}; SVG and PDF are two canvases of it.
 *
 * <p>The data come in as plain records and know no questionnaire: {@link be.zelfscan.chart.DataChart}. Sizes, palette, type, layers and wording stand
 * in {@code charts/datagrafiek.json}: {@link be.zelfscan.chart.ChartDefinition}. {@link be.zelfscan.chart.DataChartDrawing} draws,
 * {@link be.zelfscan.chart.DataChartSvg} gives the drawing for a page, {@link be.zelfscan.chart.DataChartText} the same in words.
 */
package be.zelfscan.chart;
