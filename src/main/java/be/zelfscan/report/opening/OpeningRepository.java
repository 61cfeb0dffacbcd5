package be.zelfscan.report.opening;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Openings in the database. Every method needs the transaction of a use case. */
@Singleton
class OpeningRepository {
    /** A centre that one can open to, in a round. */
    record Choice(UUID roundId, String round, UUID centreId, String name) {}

    /** An offer as the mail about it tells it. */
    record Offer(String round, String offering, UUID accepting, boolean notes, boolean waiting) {}

    private final JdbcOperations jdbc;

    OpeningRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The openings of a centre, the newest first. */
    List<Opening> of(UUID centreId) {
        return list("""
                select id, round_id, title, other_id, other_name, by_own, own_notes, other_notes, offered_at, accepted_at, ended_by_own, ended_at
                from openings_of(?) order by offered_at desc, id""", centreId, OpeningRepository::opening);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class), row.getString("title"),
                row.getObject("other_id", UUID.class), row.getString("other_name"), row.getBoolean("by_own"), row.getBoolean("own_notes"),
                row.getBoolean("other_notes"), instant(row, "offered_at").orElseThrow(), instant(row, "accepted_at"),
                instant(row, "ended_at").map(at -> new Opening.Ended(flag(row), at)));
    }

    private static boolean flag(ResultSet row) {
        try {
            return row.getBoolean("ended_by_own");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The centres that a centre can open to, by round, the newest first. */
    List<Choice> choices(UUID centreId) {
        return list(
                "select round_id, title, centre_id, name from opening_choices(?) order by opens_on desc, title, round_id, name_order(name), centre_id",
                centreId,
                row -> new Choice(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getString(4)));
    }

    /** The addresses of who is told of an offer. */
    List<String> recipients(UUID openingId) {
        return list("select email from opening_recipients(?)", openingId, row -> row.getString(1));
    }

    Optional<Offer> offer(UUID openingId) {
        return list("""
                select r.title, c.name, o.accepting_id, o.offered_notes, o.accepted_at is null and o.ended_at is null
                from opening o join round r on r.id = o.round_id join comparison_centre c on c.round_id = o.round_id and c.centre_id = o.offering_id
                where o.id = ?""", openingId, row -> new Offer(row.getString(1), row.getString(2), row.getObject(3, UUID.class),
                row.getBoolean(4), row.getBoolean(5))).stream().findFirst();
    }

    /** Offers to open; answers false when there is something between these centres in this round already. */
    boolean add(UUID id, UUID roundId, UUID offering, UUID accepting, UUID by, Instant now, boolean notes) {
        return change("""
                insert into opening (id, round_id, offering_id, accepting_id, offered_by, offered_at, offered_notes) values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""", id, roundId, offering, accepting, by, now.atOffset(ZoneOffset.UTC), notes);
    }

    /** Answers false when it is no offer to this centre any more. */
    boolean accept(UUID id, UUID centreId, UUID by, Instant now, boolean notes) {
        return change("""
                update opening set accepted_by = ?, accepted_at = ?, accepted_notes = ?
                where id = ? and accepting_id = ? and accepted_at is null and ended_at is null""", by, now.atOffset(ZoneOffset.UTC), notes,
                id,
                centreId);
    }

    /** Answers false when it was ended already. */
    boolean end(UUID id, UUID centreId, UUID by, Instant now) {
        return change(
                "update opening set ended_of = ?, ended_by = ?, ended_at = ? where id = ? and ? in (offering_id, accepting_id) and ended_at is null",
                centreId, by, now.atOffset(ZoneOffset.UTC), id, centreId);
    }

    private boolean change(String sql, Object... values) {
        return jdbc.prepareStatement(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate() == 1;
        });
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, UUID id, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            set(statement, id);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
    }
}
