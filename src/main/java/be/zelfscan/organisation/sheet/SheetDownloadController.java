package be.zelfscan.organisation.sheet;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The sheets to download: the template, and the net as it is. */
@Controller("/organisatie")
class SheetDownloadController {
    private static final MediaType XLSX = MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

    private final ExportSheet export;

    SheetDownloadController(ExportSheet export) {
        this.export = export;
    }

    @Get("/import/sjabloon.xlsx")
    HttpResponse<?> template() {
        return file(export.template(), XLSX, "zelfscan-sjabloon.xlsx");
    }

    @Get("/export.xlsx")
    HttpResponse<?> xlsx() {
        return file(export.xlsx(), XLSX, "zelfscan-organisatie.xlsx");
    }

    @Get("/export.csv")
    HttpResponse<?> csv() {
        return file(export.csv(), CSV, "zelfscan-organisatie.csv");
    }

    private static HttpResponse<?> file(byte[] content, MediaType type, String name) {
        return HttpResponse.ok(content).contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
