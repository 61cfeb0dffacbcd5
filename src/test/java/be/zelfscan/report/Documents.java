package be.zelfscan.report;

import be.zelfscan.chart.CategoryText;
import be.zelfscan.chart.Charts;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DistributionText;
import be.zelfscan.chart.Fonts;
import be.zelfscan.chart.MatrixText;
import be.zelfscan.report.pdf.ReportFonts;
import io.micronaut.serde.ObjectMapper;

/** What makes documents, without a service around it. */
final class Documents {
    private static final Charts DRAWINGS = new Charts(ObjectMapper.getDefault(), new Fonts());
    private static final ReportFonts FONTS = new ReportFonts(new Fonts());
    private static final ReportCharts CHARTS = new ReportCharts(DRAWINGS.matrix(), new MatrixText(), DRAWINGS.distribution(),
            new DistributionText(), DRAWINGS.categories(), new CategoryText(), DRAWINGS.dataChart(), new DataChartText());

    static final CentreReport REPORT = new CentreReport(DRAWINGS.dataChart(), new DataChartText(), CHARTS, FONTS);
    static final SchoolGroupReport SCHOOL_GROUP = new SchoolGroupReport(CHARTS, FONTS);
    static final NetReport NET = new NetReport(CHARTS, FONTS);
    static final PreparationPack PACK = new PreparationPack(FONTS, new ReportRoom());
    static final DataChartDrawing DRAWING = DRAWINGS.dataChart();

    private Documents() {}
}
