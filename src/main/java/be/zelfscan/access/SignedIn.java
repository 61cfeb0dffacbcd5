package be.zelfscan.access;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The person behind a request. Who asks travels as this where a role in the net or the session matters, and as {@code UUID personId} where
 * only who it is matters; for whom a transaction works is its {@link be.zelfscan.database.Scope}.
 *
 * @param sessionId of the session, or of the token of a program that reads for that person
 * @param support whether of the team that supports the whole net
 * @param leader whether leading some school group
 */
@Introspected
public record SignedIn(UUID sessionId, UUID personId, String name, boolean support, boolean leader) {
    private static final String PERSON = "person";
    private static final String SCOPE = "scope";
    // What the page around every page reads; see PageLayouts.
    private static final String NAME = "name";
    private static final String SUPPORT = "support";

    /** Of an authentication that {@link PersonFetcher} made. */
    public static SignedIn of(Authentication authentication) {
        return (SignedIn) authentication.getAttributes().get(PERSON);
    }

    /** The scope of what an authenticated request asks of the database. */
    static Scope scope(Authentication authentication) {
        return (Scope) authentication.getAttributes().get(SCOPE);
    }

    /** @param session by which the request came; empty for the token of a program, which is looked up for every request */
    Authentication toAuthentication(Optional<Scope.Session> session) {
        return Authentication.build(personId.toString(),
                Map.of(PERSON, this, SCOPE, new Scope.Person(personId, session), NAME, name, SUPPORT, support));
    }

    /** Gives controllers the person behind a request. */
    @Singleton
    static final class Binder implements TypedRequestArgumentBinder<SignedIn> {
        @Override
        public Argument<SignedIn> argumentType() {
            return Argument.of(SignedIn.class);
        }

        @Override
        public BindingResult<SignedIn> bind(ArgumentConversionContext<SignedIn> context, HttpRequest<?> source) {
            Optional<SignedIn> person = source.getUserPrincipal(Authentication.class).map(SignedIn::of);
            return () -> person;
        }
    }

    /** The roles that are not of a centre or a school group. */
    public Set<Role> rolesInNet() {
        return support ? EnumSet.of(Role.support) : EnumSet.noneOf(Role.class);
    }
}
