package be.zelfscan.access;

import be.zelfscan.web.ApiProblems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;

/** The token that came with a request. It counts for reading what programs read, and nowhere else: on a page it signs nobody in. */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The secret of the token; empty when there is none, or when this is no address for it. What is not a secret of ours is nobody's. */
    static Optional<String> of(HttpRequest<?> request) {
        return isForProgram(request) ? request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION).map(BearerToken::secret) : Optional.empty();
    }

    private static String secret(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? header.substring(SCHEME.length()).strip() : "";
    }

    private static boolean isForProgram(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads && RouteAttributes.getRouteMatch(request).filter(UriRouteMatch.class::isInstance)
                .map(match -> RightsCheck.path(((UriRouteMatch<?, ?>) match).getRouteInfo())).filter(ApiProblems::isForProgram).isPresent();
    }
}
