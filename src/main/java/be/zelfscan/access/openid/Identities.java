package be.zelfscan.access.openid;

import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.PERSON_IDENTITY;

import be.zelfscan.access.Sessions;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

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

    private final DSLContext sql;
    private final OrganisationRepository organisations;
    private final Sessions sessions;
    private final ActivityLog log;
    private final Clock clock;

    Identities(DSLContext sql, OrganisationRepository organisations, Sessions sessions, ActivityLog log, Clock clock) {
        this.sql = sql;
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
        Optional<UUID> known = person(token.identity());
        if (known.isEmpty() && token.verifiedEmail().isEmpty()) {
            return new Result.AddressNotVerified();
        }
        Optional<UUID> person = named(token).flatMap(this::hold).filter(held -> named(token).filter(held::equals).isPresent());
        if (person.isEmpty()) {
            return new Result.Unknown();
        }
        if (person(token.identity()).isEmpty()) {
            add(person.get(), token.identity(), clock.instant());
        }
        log.noteOf(person.get(), Action.signed_in, person.get(), "met " + service);
        return new Result.Known(sessions.begin(person.get(), former));
    }

    /** Whom the token names, by identity or by address; asked again when that person is held, since it may just have changed. */
    private Optional<UUID> named(IdentityToken token) {
        return person(token.identity())
                .or(() -> token.verifiedEmail().flatMap(organisations::personByEmail).map(Person::id));
    }

    /** Whose identity it is; also of somebody who has ended. */
    private Optional<UUID> person(IdentityToken.Identity identity) {
        return sql.select(PERSON_IDENTITY.PERSON_ID).from(PERSON_IDENTITY)
                .where(PERSON_IDENTITY.AUTHORITY.eq(identity.authority()), PERSON_IDENTITY.SUBJECT.eq(identity.subject()))
                .fetchOptional(PERSON_IDENTITY.PERSON_ID);
    }

    /** The same, of somebody who may sign in; holds that person as they are until the transaction ends. */
    private Optional<UUID> hold(UUID personId) {
        return sql.select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(personId), PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull())
                .forShare().fetchOptional(PERSON.ID);
    }

    /** Keeps an identity; does nothing when it is there already. */
    private void add(UUID personId, IdentityToken.Identity identity, Instant now) {
        sql.insertInto(PERSON_IDENTITY).set(PERSON_IDENTITY.ID, UUID.randomUUID()).set(PERSON_IDENTITY.PERSON_ID, personId)
                .set(PERSON_IDENTITY.AUTHORITY, identity.authority()).set(PERSON_IDENTITY.SUBJECT, identity.subject())
                .set(PERSON_IDENTITY.CREATED_AT, now).onConflict(PERSON_IDENTITY.AUTHORITY, PERSON_IDENTITY.SUBJECT).doNothing().execute();
    }
}
