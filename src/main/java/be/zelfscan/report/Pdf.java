package be.zelfscan.report;

import be.zelfscan.web.ContentDisposition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** A document as a response, which a browser may show itself. */
final class Pdf {
    static final String ENDING = ".pdf";

    private Pdf() {}

    /** @param name letters, digits and hyphens, without ending */
    static HttpResponse<byte[]> response(String name, byte[] document) {
        return HttpResponse.ok(document).contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline(name + ENDING));
    }
}
