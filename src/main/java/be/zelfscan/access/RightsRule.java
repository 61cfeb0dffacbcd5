package be.zelfscan.access;

import be.zelfscan.database.StartProblem;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Judges each request by {@link Rights}; of what is a centre's or a school group's, the use case judges the rest. Refuses to start a service with an address
 * of which that table does not say who may use it.
 */
@Context
final class RightsRule implements SecurityRule<HttpRequest<?>> {
    RightsRule(Router router) {
        List<String> without = router.uriRoutes().filter(route -> Rights.of(route.getHttpMethod(), path(route)).isEmpty())
                .map(route -> route.getHttpMethod() + " " + path(route)).sorted().toList();
        if (!without.isEmpty()) {
            throw new StartProblem("Addresses without a row in the table of rights: " + String.join(", ", without));
        }
    }

    /** The address of a route as the table writes it. */
    static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        return Mono
                .just(isAllowed(request, Optional.ofNullable(authentication)) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    private static boolean isAllowed(HttpRequest<?> request, Optional<Authentication> authentication) {
        Optional<UriRouteMatch<?, ?>> route = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance).map(match -> (UriRouteMatch<?, ?>) match);
        if (route.isEmpty()) {
            // What is no route is a part of a page, or nothing at all.
            return true;
        }
        Permission needed = Rights.of(request.getMethod(), path(route.get().getRouteInfo())).orElseThrow().permission();
        return switch (needed.reach()) {
            case everybody -> true;
            case signed_in, centre, school_group -> authentication.isPresent();
            case net -> authentication.map(SignedIn::of).filter(person -> needed.allowed(person.rolesInNet())).isPresent();
        };
    }
}
