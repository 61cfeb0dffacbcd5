package be.zelfscan.access;

import be.zelfscan.database.StartProblem;
import io.micronaut.context.annotation.Context;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;

/** Refuses to start a service with an address of which {@link Rights} does not say who may use it. */
@Context
final class RightsCheck {
    RightsCheck(Router router) {
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
}
