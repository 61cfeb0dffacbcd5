package be.zelfscan.web;

import be.zelfscan.web.Problem.Trace;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;
import java.util.Set;

/**
 * The guards of every request that came through {@link ConnectionGuard}: a write that comes from another site is refused, and a form that
 * is too large; what was refused, by whomever, leaves a trace.
 *
 * <p>A write is known by {@code Sec-Fetch-Site}, or by {@code Origin} in a browser that does not send it; no token can expire in the middle
 * of a meeting. A request with neither comes from no browser's page. Under which names we are reached, {@link OwnHosts} knows.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Guards {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 413, 415, 421, 429);

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

    /** What a person can mend in a form is no refusal, unless it is about getting in. */
    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void trace(HttpRequest<?> request, HttpResponse<?> response) {
        int status = response.code();
        String route = Trace.route(request);
        if (REFUSED.contains(status) || status >= 400 && status < 500 && route.startsWith("/aanmelden")) {
            Trace.log(request.getUserPrincipal().map(Principal::getName).orElse(Trace.NOBODY), route, status);
        }
    }
}
