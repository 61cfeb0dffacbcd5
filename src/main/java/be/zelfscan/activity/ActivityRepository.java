package be.zelfscan.activity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log in the database. Every method needs the transaction of a use case. */
@Singleton
class ActivityRepository {
    private static final String ADD = "insert into activity_log (at, person_id, action, subject_id, detail) values (?, ?, ?, ?, ?)";

    private final JdbcOperations jdbc;

    ActivityRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void addAll(Instant at, Optional<UUID> person, Action action, Map<UUID, String> details) {
        jdbc.prepareStatement(ADD, statement -> {
            for (Map.Entry<UUID, String> entry : details.entrySet()) {
                fill(statement, at, person, action, entry.getKey(), entry.getValue());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    void add(Instant at, Optional<UUID> person, Action action, UUID subject, String detail) {
        jdbc.prepareStatement(ADD, statement -> {
            fill(statement, at, person, action, subject, detail);
            return statement.executeUpdate();
        });
    }

    private static void fill(PreparedStatement statement, Instant at, Optional<UUID> person, Action action, UUID subject, String detail)
            throws SQLException {
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        statement.setObject(2, person.orElse(null), Types.OTHER);
        statement.setString(3, action.name());
        statement.setObject(4, subject);
        statement.setString(5, detail);
    }
}
