package be.zelfscan.scan;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Reopenings of sent scans in the database. Every method needs the transaction of a use case. */
@Singleton
class ReopeningRepository {
    private final JdbcOperations jdbc;

    ReopeningRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the sent scan of a centre in an open round; answers which scan that is, when there is one. */
    Optional<UUID> open(UUID roundId, UUID centreId) {
        return jdbc.prepareStatement("""
                update scan set state = 'open' where round_id = ? and centre_id = ? and state = 'sent'
                and exists (select from round r where r.id = round_id and r.state = 'open') returning id""", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, centreId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        });
    }

    void add(Reopening reopening, UUID personId) {
        jdbc.prepareStatement("insert into scan_reopening (id, scan_id, reason, reopened_by, reopened_at) values (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, reopening.id());
                    statement.setObject(2, reopening.scanId());
                    statement.setString(3, reopening.reason());
                    statement.setObject(4, personId);
                    statement.setObject(5, reopening.at().atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    Optional<ScanReopening.OfCentre> ofCentre(UUID id) {
        return jdbc.prepareStatement("""
                select x.id, x.scan_id, x.reason, x.reopened_at, c.id, c.name, r.title, r.closes_on
                from scan_reopening x join scan s on s.id = x.scan_id join centre c on c.id = s.centre_id join round r on r.id = s.round_id
                where x.id = ?""", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new ScanReopening.OfCentre(reopening(row), row.getObject(5, UUID.class), row.getString(6),
                        row.getString(7), row.getObject(8, LocalDate.class))) : Optional.empty();
            }
        });
    }

    /** The newest of a scan. */
    Optional<Reopening> latest(UUID scanId) {
        return jdbc.prepareStatement("""
                select id, scan_id, reason, reopened_at from scan_reopening where scan_id = ? order by reopened_at desc limit 1""",
                statement -> {
                    statement.setObject(1, scanId);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(reopening(row)) : Optional.empty();
                    }
                });
    }

    private static Reopening reopening(ResultSet row) throws SQLException {
        return new Reopening(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
