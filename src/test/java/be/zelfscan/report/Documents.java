package be.zelfscan.report;

import be.zelfscan.chart.CategoryDrawing;
import be.zelfscan.chart.CategoryText;
import be.zelfscan.chart.ChartDefinitionReader;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DistributionDrawing;
import be.zelfscan.chart.DistributionText;
import be.zelfscan.chart.Fonts;
import be.zelfscan.chart.MatrixDrawing;
import be.zelfscan.chart.MatrixText;
import be.zelfscan.report.pdf.ReportFonts;
import io.micronaut.serde.ObjectMapper;

/** What makes documents, without a service around it. */
final class Documents {
    private static final DataChartDrawing DRAWING = new DataChartDrawing(new ChartDefinitionReader(ObjectMapper.getDefault()).bundled(),
            new Fonts());
    private static final ReportFonts FONTS = new ReportFonts();

    private static final ChartDefinitionReader DEFINITIONS = new ChartDefinitionReader(ObjectMapper.getDefault());
    private static final ReportCharts CHARTS = new ReportCharts(new MatrixDrawing(DEFINITIONS.matrix(), new Fonts()), new MatrixText(),
            new DistributionDrawing(DEFINITIONS.distribution(), new Fonts()), new DistributionText(),
            new CategoryDrawing(DEFINITIONS.categories(), new Fonts()), new CategoryText(), DRAWING, new DataChartText());

    static final CentreReport REPORT = new CentreReport(DRAWING, new DataChartText(), CHARTS, FONTS);
    static final SchoolGroupReport SCHOOL_GROUP = new SchoolGroupReport(CHARTS, FONTS);
    static final NetReport NET = new NetReport(CHARTS, FONTS);
    static final PreparationPack PACK = new PreparationPack(FONTS);
    static final DataChartSvg SVG = new DataChartSvg(DRAWING, new DataChartText());

    private Documents() {}
}
