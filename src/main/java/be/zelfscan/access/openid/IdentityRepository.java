package be.zelfscan.access.openid;

import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.PERSON_IDENTITY;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Identities of people in the database. Every method needs the transaction of a use case, of the service itself. */
@Singleton
class IdentityRepository {
    private final DSLContext sql;

    IdentityRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose identity it is; also of somebody who has ended. */
    Optional<UUID> person(IdentityToken.Identity identity) {
        return sql.select(PERSON_IDENTITY.PERSON_ID).from(PERSON_IDENTITY)
                .where(PERSON_IDENTITY.AUTHORITY.eq(identity.authority()), PERSON_IDENTITY.SUBJECT.eq(identity.subject()))
                .fetchOptional(PERSON_IDENTITY.PERSON_ID);
    }

    /** The same, of somebody who may sign in; holds that person as they are until the transaction ends. */
    Optional<UUID> hold(UUID personId) {
        return sql.select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(personId), PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull())
                .forShare().fetchOptional(PERSON.ID);
    }

    /** Keeps an identity; does nothing when it is there already. */
    void add(UUID personId, IdentityToken.Identity identity, Instant now) {
        sql.insertInto(PERSON_IDENTITY).set(PERSON_IDENTITY.ID, UUID.randomUUID()).set(PERSON_IDENTITY.PERSON_ID, personId)
                .set(PERSON_IDENTITY.AUTHORITY, identity.authority()).set(PERSON_IDENTITY.SUBJECT, identity.subject())
                .set(PERSON_IDENTITY.CREATED_AT, now).onConflict(PERSON_IDENTITY.AUTHORITY, PERSON_IDENTITY.SUBJECT).doNothing().execute();
    }
}
