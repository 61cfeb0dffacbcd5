package be.zelfscan.access;

import static be.zelfscan.database.schema.Tables.SIGN_IN_COUNT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** How often links are asked for, in the database. Every method needs the transaction of a use case. */
@Singleton
class SignInCountRepository {
    private final DSLContext sql;

    SignInCountRepository(DSLContext sql) {
        this.sql = sql;
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

    void prune(Instant before) {
        sql.deleteFrom(SIGN_IN_COUNT).where(SIGN_IN_COUNT.COUNTED_FROM.lt(before)).execute();
    }
}
