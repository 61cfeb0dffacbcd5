package be.zelfscan.access;

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
public class Identities {
    /** What became of it. */
    sealed interface Result {
        /** Somebody who may come in. */
        record Known(UUID personId) implements Result {}

        /** Nobody whom we know (any more). */
        record Unknown() implements Result {}

        /** Not known by identity, and the address proves nothing. */
        record AddressNotVerified() implements Result {}
    }

    private final IdentityRepository identities;
    private final OrganisationRepository organisations;
    private final ActivityLog log;
    private final Clock clock;

    Identities(IdentityRepository identities, OrganisationRepository organisations, ActivityLog log, Clock clock) {
        this.identities = identities;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param token whose signature and claims are judged already
     * @param service that signed the person in, for the log
     */
    @Transactional
    Result find(IdentityToken token, String service) {
        Optional<UUID> known = identities.person(token.identity());
        if (known.isEmpty() && token.verifiedEmail().isEmpty()) {
            return new Result.AddressNotVerified();
        }
        Optional<UUID> person = known.isPresent() ? identities.active(known.get())
                : token.verifiedEmail().flatMap(organisations::personByEmail).map(Person::id);
        if (person.isEmpty()) {
            return new Result.Unknown();
        }
        if (known.isEmpty()) {
            identities.add(UUID.randomUUID(), person.get(), token.identity(), clock.instant());
        }
        log.noteOf(person.get(), Action.signed_in, person.get(), "met " + service);
        return new Result.Known(person.get());
    }
}
