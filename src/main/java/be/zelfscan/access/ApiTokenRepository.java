package be.zelfscan.access;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens in the database, which shows somebody their own. Every method but the first needs the transaction of a use case. */
@Singleton
class ApiTokenRepository {
    /** Who uses a token, and whether that was too often. */
    record Use(SignedIn person, boolean tooMany) {}

    private final JdbcOperations jdbc;

    ApiTokenRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is behind a request with this secret; counts the use. One statement, outside of any scope. */
    @Connectable
    Optional<Use> use(byte[] secretHash, Instant now, int most) {
        return jdbc.prepareStatement("select token_id, person_id, name, leader, too_many from use_api_token(?, ?, ?)", statement -> {
            statement.setBytes(1, secretHash);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, most);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Use(new SignedIn(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getString(3), true, row.getBoolean(4)), row.getBoolean(5))) : Optional.empty();
            }
        });
    }

    /** Until the transaction ends nobody else makes a token of this person: what was counted still holds when one is added. */
    void holdAll(UUID personId) {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('api_token'), hashtext(?))", statement -> {
            statement.setString(1, personId.toString());
            return statement.execute();
        });
    }

    /** The tokens of a person that can be used, the newest first. */
    List<ApiToken> alive(UUID personId, Instant now) {
        return jdbc.prepareStatement("""
                select id, name, created_at, ends_at, used_at from api_token
                where person_id = ? and revoked_at is null and ends_at > ? order by created_at desc, id""", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            List<ApiToken> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ApiToken(row.getObject(1, UUID.class), row.getString(2), moment(row, 3).orElseThrow(),
                            moment(row, 4).orElseThrow(), moment(row, 5)));
                }
            }
            return found;
        });
    }

    private static Optional<Instant> moment(ResultSet row, int place) throws SQLException {
        return Optional.ofNullable(row.getObject(place, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    void add(UUID personId, ApiToken token, byte[] secretHash) {
        jdbc.prepareStatement("insert into api_token (id, person_id, name, secret_hash, created_at, ends_at) values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, token.id());
                    statement.setObject(2, personId);
                    statement.setString(3, token.name());
                    statement.setBytes(4, secretHash);
                    statement.setObject(5, token.createdAt().atOffset(ZoneOffset.UTC));
                    statement.setObject(6, token.endsAt().atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    /** Ends a token of a person; answers false, and ends nothing, when it is not theirs or had ended. */
    boolean revoke(UUID personId, UUID tokenId, Instant now) {
        return 1 == jdbc.prepareStatement("update api_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null",
                statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, tokenId);
                    statement.setObject(3, personId);
                    return statement.executeUpdate();
                });
    }

    /** Whether this is a token of a person, ended or not. */
    boolean isOf(UUID personId, UUID tokenId) {
        return jdbc.prepareStatement("select exists (select from api_token where id = ? and person_id = ?)", statement -> {
            statement.setObject(1, tokenId);
            statement.setObject(2, personId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }
}
