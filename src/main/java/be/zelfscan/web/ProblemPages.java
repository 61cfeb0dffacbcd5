package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems as pages: a clear sentence for what a person can mend, a reference for what only we can. */
@Singleton
public class ProblemPages {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What the page of a problem shows.
     *
     * @param reference by which the logged cause is found; empty when there is nothing to find
     */
    public record ProblemPage(Shell shell, String sentence, String reference) {}

    private final Templates templates;
    private final Shells shells;
    private final ApiProblems forPrograms;

    ProblemPages(Templates templates, Shells shells, ApiProblems forPrograms) {
        this.templates = templates;
        this.shells = shells;
        this.forPrograms = forPrograms;
    }

    /** A page, for a part of a page only the sentence, for a program JSON. */
    public MutableHttpResponse<?> of(HttpRequest<?> request, HttpStatus status, String sentence) {
        return page(request, status, sentence, "");
    }

    /** A page for an error of ours; the cause is logged under the reference that the page shows. */
    MutableHttpResponse<?> ofError(HttpRequest<?> request, Throwable cause) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes).toUpperCase(java.util.Locale.ROOT);
        LOG.error("Reference {}: {} {} failed", reference, request.getMethod(), request.getPath(), cause);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "Er ging iets mis aan onze kant. Wat eerder bewaard was, is er nog.",
                reference);
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String sentence, String reference) {
        if (ApiProblems.isForProgram(request.getPath())) {
            return forPrograms.of(status, sentence, reference);
        }
        ProblemPage problem = new ProblemPage(shells.of(request, status.getCode() >= 500 ? "Er ging iets mis" : "Dat lukt niet"), sentence,
                reference);
        if (isPart(request)) {
            return templates.page(status, "web/banner", problem).header("HX-Retarget", "#banner").header("HX-Reswap", "innerHTML");
        }
        return templates.page(status, "web/problem", problem);
    }

    /** Whether the request comes from a script that swaps parts of a page. */
    public static boolean isPart(HttpRequest<?> request) {
        return "true".equals(request.getHeaders().get("HX-Request"));
    }
}
