package be.zelfscan.access;

import be.zelfscan.database.Scope;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;

/** Lets the database work for whoever is signed in, as soon as that is known. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ScopeFilter {
    /** After the filter that finds out who it is. */
    static final int AFTER_SECURITY = 45_000;

    @RequestFilter
    @Order(AFTER_SECURITY)
    void scope(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(request.getUserPrincipal(Authentication.class).<Scope>map(person -> new Scope.Person(SignedIn.of(person).personId()))
                .orElseGet(Scope.Nobody::new));
    }
}
