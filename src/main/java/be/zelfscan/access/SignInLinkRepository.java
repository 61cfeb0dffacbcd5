package be.zelfscan.access;

import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SIGN_IN_COUNT;
import static be.zelfscan.database.schema.Tables.SIGN_IN_LINK;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/** Sign-in links, and how often they are asked for, in the database. Every method needs the transaction of a use case, of the service itself. */
@Singleton
class SignInLinkRepository {
    private final DSLContext sql;

    SignInLinkRepository(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID id, UUID personId, byte[] browserHash, Instant now, Instant expiresAt) {
        sql.insertInto(SIGN_IN_LINK).set(SIGN_IN_LINK.ID, id).set(SIGN_IN_LINK.PERSON_ID, personId)
                .set(SIGN_IN_LINK.BROWSER_HASH, browserHash).set(SIGN_IN_LINK.CREATED_AT, now).set(SIGN_IN_LINK.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** Holds the person of a link as they are until the transaction ends: what ends links and sessions comes before this, or waits. */
    void holdPerson(byte[] tokenHash) {
        sql.select(PERSON.ID).from(SIGN_IN_LINK).join(PERSON).on(PERSON.ID.eq(SIGN_IN_LINK.PERSON_ID))
                .where(SIGN_IN_LINK.TOKEN_HASH.eq(tokenHash)).forShare().of(PERSON).fetch();
    }

    Optional<SignInLink> findByToken(byte[] tokenHash) {
        return find(SIGN_IN_LINK.TOKEN_HASH.eq(tokenHash));
    }

    Optional<SignInLink> find(UUID id) {
        return find(SIGN_IN_LINK.ID.eq(id));
    }

    /** Only of somebody who may sign in. */
    private Optional<SignInLink> find(Condition which) {
        return sql
                .select(SIGN_IN_LINK.ID, SIGN_IN_LINK.PERSON_ID, PERSON.NAME, SIGN_IN_LINK.BROWSER_HASH, SIGN_IN_LINK.CODE_HASH,
                        SIGN_IN_LINK.WRONG_CODES, SIGN_IN_LINK.EXPIRES_AT, SIGN_IN_LINK.USED_AT)
                .from(SIGN_IN_LINK).join(PERSON).on(PERSON.ID.eq(SIGN_IN_LINK.PERSON_ID))
                .where(which, PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull()).fetchOptional(Records.mapping(SignInLink::new));
    }

    void setSecrets(UUID id, byte[] tokenHash, byte[] codeHash) {
        sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.TOKEN_HASH, tokenHash).set(SIGN_IN_LINK.CODE_HASH, codeHash)
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.USED_AT.isNull()).execute();
    }

    /** Takes one of the tries that a link has, before the code is judged; false when none is left. However many come at once, each takes another. */
    boolean takeTry(UUID id, int most) {
        return 1 == sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.WRONG_CODES, SIGN_IN_LINK.WRONG_CODES.plus(1))
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.WRONG_CODES.lt(most)).execute();
    }

    /** Uses the link; false when it cannot be used (any more). */
    boolean use(UUID id, Instant now) {
        return 1 == sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.USED_AT, now)
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.USED_AT.isNull(), SIGN_IN_LINK.EXPIRES_AT.gt(now)).execute();
    }

    /** Counts one more; returns how many there were since the count began, this one included. However many come at once, each gets another number. */
    int count(byte[] key, Instant now, Instant since) {
        Condition goesOn = SIGN_IN_COUNT.COUNTED_FROM.gt(since);
        return sql.insertInto(SIGN_IN_COUNT, SIGN_IN_COUNT.KEY, SIGN_IN_COUNT.COUNTED_FROM, SIGN_IN_COUNT.ASKS).values(key, now, 1)
                .onConflict(SIGN_IN_COUNT.KEY).doUpdate()
                .set(SIGN_IN_COUNT.ASKS, when(goesOn, SIGN_IN_COUNT.ASKS.plus(1)).otherwise(1))
                .set(SIGN_IN_COUNT.COUNTED_FROM,
                        when(goesOn, SIGN_IN_COUNT.COUNTED_FROM).otherwise(excluded(SIGN_IN_COUNT.COUNTED_FROM)))
                .returning(SIGN_IN_COUNT.ASKS).fetchSingle(SIGN_IN_COUNT.ASKS);
    }

    /** Takes away links that ended, and counts that began, before a moment. */
    void prune(Instant before) {
        sql.deleteFrom(SIGN_IN_LINK).where(SIGN_IN_LINK.EXPIRES_AT.lt(before)).execute();
        sql.deleteFrom(SIGN_IN_COUNT).where(SIGN_IN_COUNT.COUNTED_FROM.lt(before)).execute();
    }
}
