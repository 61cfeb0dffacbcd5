package be.zelfscan.access;

import static be.zelfscan.database.schema.Tables.SESSION;
import static be.zelfscan.database.schema.Tables.USE_SESSION;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.types.YearToSecond;

/** Sessions in the database. Every method but the first needs the transaction of a use case, of the service itself. */
@Singleton
class SessionRepository {
    private final DSLContext sql;

    SessionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Who is behind a request with this secret; notes that the session is used. One statement, outside of any scope. */
    @Connectable
    Optional<SignedIn> use(byte[] secretHash, Instant now, Duration idle) {
        return sql.select(USE_SESSION.SESSION_ID, USE_SESSION.PERSON_ID, USE_SESSION.NAME, USE_SESSION.SUPPORT, USE_SESSION.LEADER)
                .from(USE_SESSION.call(secretHash, now, YearToSecond.valueOf(idle))).fetchOptional(Records.mapping(SignedIn::new));
    }

    /** The sessions of a person that were used since a moment and have not ended, this one first, then the latest. */
    List<SignInPages.OpenSession> alive(UUID personId, UUID current, Instant now, Instant usedSince) {
        Condition isCurrent = SESSION.ID.eq(current);
        return sql.select(SESSION.CREATED_AT, SESSION.SEEN_AT, isCurrent).from(SESSION)
                .where(SESSION.PERSON_ID.eq(personId), SESSION.REVOKED_AT.isNull(), SESSION.ENDS_AT.gt(now), SESSION.SEEN_AT.gt(usedSince))
                .orderBy(isCurrent.desc(), SESSION.SEEN_AT.desc(), SESSION.ID).fetch(Records.mapping(SignInPages.OpenSession::new));
    }

    void add(byte[] secretHash, UUID personId, Instant now, Instant endsAt) {
        sql.insertInto(SESSION).set(SESSION.ID, UUID.randomUUID()).set(SESSION.SECRET_HASH, secretHash).set(SESSION.PERSON_ID, personId)
                .set(SESSION.CREATED_AT, now).set(SESSION.SEEN_AT, now).set(SESSION.ENDS_AT, endsAt).execute();
    }

    void prune(Instant before) {
        sql.deleteFrom(SESSION).where(SESSION.ENDS_AT.lt(before)).execute();
    }

    void revoke(UUID sessionId, Instant now) {
        revoke(SESSION.ID.eq(sessionId), now);
    }

    void revoke(byte[] secretHash, Instant now) {
        revoke(SESSION.SECRET_HASH.eq(secretHash), now);
    }

    /** Ends all sessions of a person; returns how many were alive. */
    int revokeAll(UUID personId, Instant now) {
        return revoke(SESSION.PERSON_ID.eq(personId).and(SESSION.ENDS_AT.gt(now)), now);
    }

    private int revoke(Condition which, Instant now) {
        return sql.update(SESSION).set(SESSION.REVOKED_AT, now).where(which, SESSION.REVOKED_AT.isNull()).execute();
    }
}
