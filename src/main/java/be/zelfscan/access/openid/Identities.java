package be.zelfscan.access.openid;

import be.zelfscan.access.Sessions;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Finds who somebody is that another service signed in: by identity, and the first time by an address for which that service vouches. */
@Singleton
class Identities {
    /** What became of it. */
    sealed interface Result {
        /** @param secret of the session that has begun */
        record Known(String secret) implements Result {}

        /** Nobody whom we know (any more). */
        record Unknown() implements Result {}

        /** Not known by identity, and the address proves nothing. */
        record AddressNotVerified() implements Result {}
    }

    private final IdentityRepository identities;
    private final OrganisationRepository organisations;
    private final Sessions sessions;
    private final ActivityLog log;
    private final Clock clock;

    Identities(IdentityRepository identities, OrganisationRepository organisations, Sessions sessions, ActivityLog log, Clock clock) {
        this.identities = identities;
        this.organisations = organisations;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins a session for whom the token names: before anything that ends the sessions of that person, or not.
     *
     * @param token whose signature and claims are judged already
     * @param service that signed the person in, for the log
     * @param former the secret of the session that the browser holds
     */
    @Transactional
    Result signIn(IdentityToken token, String service, Optional<String> former) {
        Optional<UUID> known = identities.person(token.identity());
        if (known.isEmpty() && token.verifiedEmail().isEmpty()) {
            return new Result.AddressNotVerified();
        }
        Optional<UUID> person = named(token).flatMap(identities::hold).filter(held -> named(token).filter(held::equals).isPresent());
        if (person.isEmpty()) {
            return new Result.Unknown();
        }
        if (identities.person(token.identity()).isEmpty()) {
            identities.add(person.get(), token.identity(), clock.instant());
        }
        log.noteOf(person.get(), Action.signed_in, person.get(), "met " + service);
        return new Result.Known(sessions.begin(person.get(), former));
    }

    /** Whom the token names, by identity or by address; asked again when that person is held, since it may just have changed. */
    private Optional<UUID> named(IdentityToken token) {
        return identities.person(token.identity())
                .or(() -> token.verifiedEmail().flatMap(organisations::personByEmail).map(Person::id));
    }
}
