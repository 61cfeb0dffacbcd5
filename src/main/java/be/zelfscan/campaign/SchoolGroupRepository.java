package be.zelfscan.campaign;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the centres of a school group sent, read from the database. Every method needs the transaction of a use case. */
@Singleton
class SchoolGroupRepository {
    /** A snapshot that was sent. */
    record Sent(UUID id, int number, Instant at) {}

    /**
     * A centre in a round.
     *
     * @param sent empty when nothing was sent; one row for each snapshot, the oldest first
     */
    record SentRow(UUID roundId, String roundTitle, boolean closed, String centreName, Optional<Sent> sent) {}

    private final JdbcOperations jdbc;

    SchoolGroupRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLedBy(UUID schoolGroupId, UUID personId) {
        return jdbc.prepareStatement("select exists (select from school_group_leader where school_group_id = ? and person_id = ?)",
                statement -> {
                    statement.setObject(1, schoolGroupId);
                    statement.setObject(2, personId);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }

    Optional<CentreOfNet.Group> find(UUID schoolGroupId) {
        return jdbc.prepareStatement("select id, name from school_group where id = ?", statement -> {
            statement.setObject(1, schoolGroupId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new CentreOfNet.Group(row.getObject(1, UUID.class), row.getString(2))) : Optional.empty();
            }
        });
    }

    /** The names of the centres that work for it. */
    List<String> centres(UUID schoolGroupId) {
        return jdbc.prepareStatement(
                """
                select c.name from centre_school_group cg join centre c on c.id = cg.centre_id where cg.school_group_id = ?
                order by name_order(c.name), c.name""",
                statement -> {
                    statement.setObject(1, schoolGroupId);
                    List<String> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(row.getString(1));
                        }
                    }
                    return found;
                });
    }

    /** The rounds in which its centres take part, the newest first, with what each sent. */
    List<SentRow> sent(UUID schoolGroupId) {
        return jdbc.prepareStatement(
                """
                select r.id, r.title, r.state = 'closed', c.name, x.id, x.number, x.sent_at
                from centre_school_group cg join centre c on c.id = cg.centre_id join round_centre rc on rc.centre_id = c.id
                     join round r on r.id = rc.round_id left join scan s on s.round_id = r.id and s.centre_id = c.id
                     left join sent_scan x on x.scan_id = s.id
                where cg.school_group_id = ? and r.state <> 'draft' order by r.opens_on desc, name_order(r.title), r.title, r.id, name_order(c.name), c.name, x.number""",
                statement -> {
                    statement.setObject(1, schoolGroupId);
                    List<SentRow> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            UUID sent = row.getObject(5, UUID.class);
                            found.add(new SentRow(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getString(4),
                                    sent == null ? Optional.empty()
                                            : Optional.of(
                                                    new Sent(sent, row.getInt(6), row.getObject(7, OffsetDateTime.class).toInstant()))));
                        }
                    }
                    return found;
                });
    }
}
