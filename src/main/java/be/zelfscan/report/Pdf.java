package be.zelfscan.report;

import be.zelfscan.web.ContentDisposition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/**
 * A document that was made.
 *
 * @param name of its file: letters, digits and hyphens, without ending
 * @param content not copied: nobody may change it
 */
public record Pdf(String name, byte[] content) {
    static final String ENDING = ".pdf";

    /** The name of its file. */
    public String fileName() {
        return name + ENDING;
    }

    /** As a response, which a browser may show itself. */
    HttpResponse<byte[]> response() {
        return HttpResponse.ok(content).contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline(fileName()));
    }
}
