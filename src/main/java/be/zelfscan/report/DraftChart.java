package be.zelfscan.report;

import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.scan.ScanDrawing;
import be.zelfscan.scan.ScanState;
import jakarta.inject.Singleton;

/** The datagrafiek of a scan that was not sent yet. Thread-safe. */
@Singleton
class DraftChart implements ScanDrawing {
    private final DataChartSvg svg;

    DraftChart(DataChartSvg svg) {
        this.svg = svg;
    }

    @Override
    public String svg(ScanState state) {
        return svg.render(ChartOfScan.of(state));
    }
}
