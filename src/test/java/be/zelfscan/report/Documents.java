package be.zelfscan.report;

import be.zelfscan.chart.ChartDefinitionReader;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.Fonts;
import be.zelfscan.report.pdf.ReportFonts;
import io.micronaut.serde.ObjectMapper;

/** What makes documents, without a service around it. */
final class Documents {
    private static final DataChartDrawing DRAWING = new DataChartDrawing(new ChartDefinitionReader(ObjectMapper.getDefault()).bundled(),
            new Fonts());
    private static final ReportFonts FONTS = new ReportFonts();

    static final CentreReport REPORT = new CentreReport(DRAWING, new DataChartText(), FONTS);
    static final PreparationPack PACK = new PreparationPack(FONTS);
    static final DataChartSvg SVG = new DataChartSvg(DRAWING, new DataChartText());

    private Documents() {}
}
