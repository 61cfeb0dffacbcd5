package be.zelfscan.export;

import static be.zelfscan.database.schema.Tables.API_TOKEN;
import static be.zelfscan.database.schema.Tables.USE_API_TOKEN;

import be.zelfscan.access.SignedIn;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Tokens in the database, which shows somebody their own. Every method but the first needs the transaction of a use case. */
@Singleton
class ApiTokenRepository {
    /** Who uses a token, and whether that was too often. */
    record TokenUse(SignedIn person, boolean tooMany) {}

    private final DSLContext sql;

    ApiTokenRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Who is behind a request with this secret; counts the use. One statement, outside of any scope. */
    @Connectable
    Optional<TokenUse> use(byte[] secretHash, Instant now, int most) {
        return sql
                .select(USE_API_TOKEN.TOKEN_ID, USE_API_TOKEN.PERSON_ID, USE_API_TOKEN.NAME, USE_API_TOKEN.LEADER, USE_API_TOKEN.TOO_MANY)
                .from(USE_API_TOKEN.call(secretHash, now, most))
                .fetchOptional(
                        row -> new TokenUse(new SignedIn(row.value1(), row.value2(), row.value3(), true, row.value4()), row.value5()));
    }

    /** Until the transaction ends nobody else makes a token of this person: what was counted still holds when one is added. */
    void holdAll(UUID personId) {
        sql.execute("select pg_advisory_xact_lock(hashtext('api_token'), hashtext(?))", personId.toString());
    }

    /** The tokens of a person that can be used, the newest first. */
    List<ApiTokens.Token> alive(UUID personId, Instant now) {
        return sql.select(API_TOKEN.ID, API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.ENDS_AT, API_TOKEN.USED_AT).from(API_TOKEN)
                .where(API_TOKEN.PERSON_ID.eq(personId), API_TOKEN.REVOKED_AT.isNull(), API_TOKEN.ENDS_AT.gt(now))
                .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID)
                .fetch(row -> new ApiTokens.Token(row.value1(), row.value2(), row.value3(), row.value4(),
                        Optional.ofNullable(row.value5())));
    }

    void add(UUID personId, ApiTokens.Token token, byte[] secretHash) {
        sql.insertInto(API_TOKEN).set(API_TOKEN.ID, token.id()).set(API_TOKEN.PERSON_ID, personId).set(API_TOKEN.NAME, token.name())
                .set(API_TOKEN.SECRET_HASH, secretHash).set(API_TOKEN.CREATED_AT, token.createdAt())
                .set(API_TOKEN.ENDS_AT, token.endsAt()).execute();
    }

    /** Ends a token of a person; returns false, and ends nothing, when it is not theirs or had ended. */
    boolean revoke(UUID personId, UUID tokenId, Instant now) {
        return 1 == sql.update(API_TOKEN).set(API_TOKEN.REVOKED_AT, now)
                .where(API_TOKEN.ID.eq(tokenId), API_TOKEN.PERSON_ID.eq(personId), API_TOKEN.REVOKED_AT.isNull()).execute();
    }

    /** Whether this is a token of a person, ended or not. */
    boolean isOf(UUID personId, UUID tokenId) {
        return sql.fetchExists(API_TOKEN, API_TOKEN.ID.eq(tokenId), API_TOKEN.PERSON_ID.eq(personId));
    }
}
