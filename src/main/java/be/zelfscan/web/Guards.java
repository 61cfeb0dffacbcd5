package be.zelfscan.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/**
 * The guards of every request: a write that comes from another site is refused, and every answer says what a browser may do with it.
 *
 * <p>A write is known by {@code Sec-Fetch-Site}, or by {@code Origin} in a browser that does not send it; no token can expire in the middle of a
 * meeting. A request with neither comes from no browser's page. Under which names we are reached, {@link OwnHosts} knows.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Guards {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'self'";

    /** A write from another site. */
    private static final class ForeignWrite extends Problem {
        private static final long serialVersionUID = 1L;

        ForeignWrite() {
            super(HttpStatus.FORBIDDEN,
                    "Deze opdracht kwam van een andere website en is niet uitgevoerd. Ga terug naar Zelfscan en probeer het daar opnieuw.");
        }
    }

    private final OwnHosts hosts;

    Guards(OwnHosts hosts) {
        this.hosts = hosts;
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void refuseOtherHosts(HttpRequest<?> request) {
        if (!hosts.isServed(request)) {
            throw new OwnHosts.OtherHost();
        }
    }

    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void refuseForeignWrites(HttpRequest<?> request) {
        if (!HARMLESS.contains(request.getMethod()) && isForeign(request)) {
            throw new ForeignWrite();
        }
    }

    /** Only an uploaded file may be as large as the server takes in. */
    @RequestFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void refuseLargeForms(HttpRequest<?> request) {
        boolean file = request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
        if (!file && request.getContentLength() > Form.MOST_BYTES) {
            throw new Form.TooLarge();
        }
    }

    private boolean isForeign(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeaders().get("Origin");
        return origin != null && !hosts.isOwn(origin, request);
    }

    @ResponseFilter
    void say(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().add("X-Content-Type-Options", "nosniff");
        response.getHeaders().add("Referrer-Policy", "same-origin");
        if (hosts.isSecure()) {
            response.getHeaders().add("Strict-Transport-Security", "max-age=31536000");
        }
        if (!response.getHeaders().contains("Content-Security-Policy")) {
            response.header("Content-Security-Policy", POLICY);
        }
        if (!response.getHeaders().contains("Cache-Control")) {
            String path = request.getPath();
            boolean fixed = path.startsWith("/static/") || path.startsWith("/webjars/") || path.startsWith("/fonts/");
            response.header("Cache-Control", fixed ? "public, max-age=3600" : "no-store");
        }
    }
}
