package be.zelfscan.report;

import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.scan.ScanDrawing;
import be.zelfscan.scan.ScanState;
import jakarta.inject.Singleton;

/** The datagrafiek of a scan that was not sent yet. Thread-safe. */
@Singleton
class DraftChart implements ScanDrawing {
    private final DataChartDrawing drawing;

    DraftChart(DataChartDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public String svg(ScanState state) {
        return drawing.layouts(ChartOfScan.of(state));
    }
}
