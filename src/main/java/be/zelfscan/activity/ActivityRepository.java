package be.zelfscan.activity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The log in the database. Every method needs the transaction of a use case. */
@Singleton
class ActivityRepository {
    private final JdbcOperations jdbc;

    ActivityRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void add(Instant at, Optional<UUID> person, Action action, UUID subject, String detail) {
        jdbc.prepareStatement("insert into activity_log (at, person_id, action, subject_id, detail) values (?, ?, ?, ?, ?)", statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, person.orElse(null), Types.OTHER);
            statement.setString(3, action.name());
            statement.setObject(4, subject);
            statement.setString(5, detail);
            return statement.executeUpdate();
        });
    }
}
