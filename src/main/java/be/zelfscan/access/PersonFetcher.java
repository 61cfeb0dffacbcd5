package be.zelfscan.access;

import be.zelfscan.access.Rights.RightsRule;
import be.zelfscan.database.Scope;
import be.zelfscan.web.ProblemPages.ApiProblems;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the person behind a request: by the secret in its cookie, or by the token of a program, which counts for reading what programs read
 * and nowhere else: on a page it signs nobody in. Where there is a token, no cookie counts.
 */
@Singleton
class PersonFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final List<String> NOBODYS = List.of("/static/", "/webjars/", "/fonts/", "/health");
    private static final String SCHEME = "Bearer ";
    private static final String REMEMBERED = PersonFetcher.class.getName() + ".remembered";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final TokenHolders tokens;
    private final Scheduler blocking;

    PersonFetcher(Sessions sessions, SessionCookie cookie, TokenHolders tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            return find(() -> tokens.find(token.get()).map(person -> person.toAuthentication(Optional.empty())));
        }
        Optional<String> secret = cookie.secret(request);
        if (secret.isEmpty() || NOBODYS.stream().anyMatch(request.getPath()::startsWith)) {
            return Mono.empty();
        }
        Optional<Sessions.Found> remembered = sessions.remembered(secret.get());
        if (remembered.isPresent()) {
            request.setAttribute(REMEMBERED, true);
            return Mono.just(remembered.get().toAuthentication());
        }
        return find(() -> sessions.find(secret.get()).map(Sessions.Found::toAuthentication));
    }

    private Mono<Authentication> find(Callable<Optional<Authentication>> person) {
        return Mono.fromCallable(person).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    /**
     * Whether who is behind a request is only remembered, see {@link Sessions#remembered}: the request may then not be refused for good, but
     * begins anew.
     */
    static boolean isRemembered(HttpRequest<?> request) {
        return request.getAttribute(REMEMBERED).isPresent();
    }

    /** The secret of the token; empty when there is none, or when this is no address for it. What is not a secret of ours is nobody's. */
    private static Optional<String> token(HttpRequest<?> request) {
        return isForProgram(request) ? request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION).map(PersonFetcher::secret)
                : Optional.empty();
    }

    private static String secret(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? header.substring(SCHEME.length()).strip() : "";
    }

    private static boolean isForProgram(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads && RouteAttributes.getRouteMatch(request).filter(UriRouteMatch.class::isInstance)
                .map(match -> RightsRule.path(((UriRouteMatch<?, ?>) match).getRouteInfo())).filter(ApiProblems::isForProgram).isPresent();
    }

    /** Lets the database work for whoever is signed in, as soon as that is known. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static class ScopeFilter {
        /** After the filter that finds out who it is. */
        static final int AFTER_SECURITY = 45_000;

        @RequestFilter
        @Order(AFTER_SECURITY)
        void scope(HttpRequest<?> request, MutablePropagatedContext context) {
            context.add(request.getUserPrincipal(Authentication.class).map(SignedIn::scope).orElseGet(Scope.Nobody::new));
        }
    }
}
