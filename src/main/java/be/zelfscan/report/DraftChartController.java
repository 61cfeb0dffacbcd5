package be.zelfscan.report;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.scan.ScanReading;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The datagrafiek of what was answered so far, as the overview shows it. */
@Controller("/zelfscan/{scanId}")
class DraftChartController {
    private final ScanReading reading;
    private final DataChartSvg svg;

    DraftChartController(ScanReading reading, DataChartSvg svg) {
        this.reading = reading;
        this.svg = svg;
    }

    @Get("/datagrafiek.svg")
    @Produces({ReportController.SVG, MediaType.TEXT_HTML})
    HttpResponse<?> chart(SignedIn person, UUID scanId) {
        byte[] drawing = svg.render(ChartOfScan.of(reading.scan(scanId, person.personId()))).getBytes(StandardCharsets.UTF_8);
        return HttpResponse.ok(drawing).contentType(MediaType.of(ReportController.SVG))
                .header("Content-Security-Policy", "default-src 'none'");
    }
}
