package be.zelfscan.campaign;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scheduled reminders in the database. Every method needs the transaction of a use case. */
@Singleton
class ReminderRepository {
    /**
     * An open round, as far as its reminders go.
     *
     * @param openedAt empty for a round that was open from the start
     * @param reminded the day on which the last scheduled reminder was made
     */
    record OpenRound(UUID id, LocalDate opensOn, LocalDate closesOn, Optional<Instant> openedAt, List<Integer> daysBefore,
            Optional<LocalDate> reminded) {}

    private final JdbcOperations jdbc;

    ReminderRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The rounds that are open on this day. */
    List<OpenRound> open(LocalDate today) {
        return jdbc.prepareStatement("""
                select r.id, r.opens_on, r.closes_on, r.opened_at, r.reminder_days,
                       (select max(made_on) from round_reminder m where m.round_id = r.id) as reminded
                from round r where r.state = 'open' and ? between r.opens_on and r.closes_on order by r.closes_on, r.id""", statement -> {
            statement.setObject(1, today);
            List<OpenRound> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(round(row));
                }
            }
            return found;
        });
    }

    /** Notes that the reminder of a day is made; answers false when another already did. */
    boolean add(UUID roundId, LocalDate dueOn, LocalDate madeOn) {
        return jdbc.prepareStatement("insert into round_reminder (round_id, due_on, made_on) values (?, ?, ?) on conflict do nothing",
                statement -> {
                    statement.setObject(1, roundId);
                    statement.setObject(2, dueOn);
                    statement.setObject(3, madeOn);
                    return statement.executeUpdate() == 1;
                });
    }

    /** The centres of a round whose scan is not sent. */
    List<UUID> unfinished(UUID roundId) {
        return jdbc.prepareStatement("""
                select part.centre_id from round_centre part join centre c on c.id = part.centre_id
                left join scan s on s.round_id = part.round_id and s.centre_id = part.centre_id
                where part.round_id = ? and s.state is distinct from 'sent' and c.ended_on is null order by name_order(c.name), c.name""",
                statement -> {
                    statement.setObject(1, roundId);
                    List<UUID> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(row.getObject(1, UUID.class));
                        }
                    }
                    return found;
                });
    }

    private static OpenRound round(ResultSet row) throws SQLException {
        return new OpenRound(row.getObject("id", UUID.class), row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Arrays.asList((Integer[]) row.getArray("reminder_days").getArray()),
                Optional.ofNullable(row.getObject("reminded", LocalDate.class)));
    }
}
