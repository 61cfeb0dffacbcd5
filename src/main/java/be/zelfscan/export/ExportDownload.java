package be.zelfscan.export;

import be.zelfscan.database.LongWork;
import be.zelfscan.text.Slug;
import be.zelfscan.web.ContentDisposition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * A file to download. It is whole before its first byte goes out, so that what goes wrong is a page and never half a file, and a slow browser holds no
 * transaction open; until then it stands in the folder of temporary files, for the eyes of this service only, and it is gone as soon as it is opened to be sent.
 */
@Singleton
class ExportDownload {
    private static final MediaType XLSX = MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

    private final TakeDataOut data;
    private final Clock clock;

    ExportDownload(TakeDataOut data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** @param of what it is of, for the name of the file */
    HttpResponse<?> of(Selection selection, ExportFile file, Delimiter delimiter, String of) {
        try {
            Path written = Files.createTempFile("zelfscan-", ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                    LongWork.run(() -> data.write(selection, file, delimiter, out));
                }
                return response(written, file, of);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<?> response(Path written, ExportFile file, String of) throws IOException {
        long length = Files.size(written);
        StreamedFile content = new StreamedFile(Files.newInputStream(written, StandardOpenOption.DELETE_ON_CLOSE),
                file.isCsv() ? CSV : XLSX, clock.millis(), length);
        String ending = file.fileName().substring(file.fileName().lastIndexOf('.'));
        String name = Slug.of("zelfscan", of, file == ExportFile.workbook ? "" : file.fileName().replace(ending, "")) + ending;
        return HttpResponse.ok(content).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
