package be.zelfscan.access;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions in the database; each method is a transaction of its own. */
@Singleton
class SessionRepository {
    private final JdbcOperations jdbc;

    SessionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is behind a request with this secret; notes that the session is used. One statement, outside of any scope. */
    @Connectable
    Optional<SignedIn> use(byte[] secretHash, Instant now, Duration idle) {
        return jdbc.prepareStatement("select session_id, person_id, name, support, leader from use_session(?, ?, make_interval(secs => ?))",
                statement -> {
                    statement.setBytes(1, secretHash);
                    statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                    statement.setDouble(3, idle.toSeconds());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(new SignedIn(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                                row.getString(3), row.getBoolean(4), row.getBoolean(5))) : Optional.empty();
                    }
                });
    }

    /** The sessions of a person that were used since a moment and have not ended, this one first, then the latest. */
    @Transactional
    List<SignInPages.OpenSession> alive(UUID personId, UUID current, Instant now, Instant usedSince) {
        return jdbc.prepareStatement("""
                select created_at, seen_at, id = ? as current from session
                where person_id = ? and revoked_at is null and ends_at > ? and seen_at > ? order by current desc, seen_at desc, id""",
                statement -> {
                    statement.setObject(1, current);
                    statement.setObject(2, personId);
                    statement.setObject(3, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(4, usedSince.atOffset(ZoneOffset.UTC));
                    try (ResultSet row = statement.executeQuery()) {
                        List<SignInPages.OpenSession> sessions = new ArrayList<>();
                        while (row.next()) {
                            sessions.add(new SignInPages.OpenSession(row.getObject(1, OffsetDateTime.class).toInstant(),
                                    row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3)));
                        }
                        return sessions;
                    }
                });
    }

    @Transactional
    void add(UUID id, byte[] secretHash, UUID personId, Instant now, Instant endsAt) {
        jdbc.prepareStatement("insert into session (id, secret_hash, person_id, created_at, seen_at, ends_at) values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, id);
                    statement.setBytes(2, secretHash);
                    statement.setObject(3, personId);
                    statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(6, endsAt.atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    @Transactional
    void prune(Instant before) {
        jdbc.prepareStatement("delete from session where ends_at < ?", statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    @Transactional
    void revoke(UUID sessionId, Instant now) {
        jdbc.prepareStatement("update session set revoked_at = ? where id = ? and revoked_at is null", statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, sessionId);
            return statement.executeUpdate();
        });
    }

    @Transactional
    void revoke(byte[] secretHash, Instant now) {
        jdbc.prepareStatement("update session set revoked_at = ? where secret_hash = ? and revoked_at is null", statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setBytes(2, secretHash);
            return statement.executeUpdate();
        });
    }

    /** Ends all sessions of a person; answers how many were alive. */
    @Transactional
    int revokeAll(UUID personId, Instant now) {
        return jdbc.prepareStatement("update session set revoked_at = ? where person_id = ? and revoked_at is null and ends_at > ?",
                statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, personId);
                    statement.setObject(3, now.atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }
}
