package be.zelfscan.access;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Identities of people in the database. Every method needs the transaction of a use case, of the service itself. */
@Singleton
class IdentityRepository {
    private final JdbcOperations jdbc;

    IdentityRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose identity it is; also of somebody who has ended. */
    Optional<UUID> person(IdentityToken.Identity identity) {
        return jdbc.prepareStatement("select person_id from person_identity where authority = ? and subject = ?", statement -> {
            statement.setString(1, identity.authority());
            statement.setString(2, identity.subject());
            return id(statement);
        });
    }

    /** The same, of somebody who may sign in; holds that person as they are until the transaction ends. */
    Optional<UUID> hold(UUID personId) {
        return jdbc.prepareStatement("select id from person where id = ? and ended_on is null and removed_at is null for share",
                statement -> {
                    statement.setObject(1, personId);
                    return id(statement);
                });
    }

    /** Keeps an identity; does nothing when it is there already. */
    void add(UUID id, UUID personId, IdentityToken.Identity identity, Instant now) {
        jdbc.prepareStatement("""
                insert into person_identity (id, person_id, authority, subject, created_at) values (?, ?, ?, ?, ?)
                on conflict on constraint person_identity_unique do nothing""", statement -> {
            statement.setObject(1, id);
            statement.setObject(2, personId);
            statement.setString(3, identity.authority());
            statement.setString(4, identity.subject());
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static Optional<UUID> id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }
}
