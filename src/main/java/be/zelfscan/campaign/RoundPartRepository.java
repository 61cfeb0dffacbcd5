package be.zelfscan.campaign;

import be.zelfscan.organisation.Centre;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The parts of centres in rounds, in the database. */
@Singleton
@ReadOnly
class RoundPartRepository {
    private static final String FIND = """
            select part.id, r.id as round_id, r.title, r.questionnaire_id, r.version, r.opens_on, r.closes_on, r.closed_at,
                   c.id as centre_id, c.name, s.state,
                   sent.id as sent_id, sent.number as sent_number, again.reopened_at, again.reason
            from round_centre part join round r on r.id = part.round_id join centre c on c.id = part.centre_id
            left join scan s on s.round_id = r.id and s.centre_id = c.id
            left join lateral (select x.id, x.number from sent_scan x where x.scan_id = s.id order by x.number desc limit 1) sent on true
            left join lateral (select x.reopened_at, x.reason from scan_reopening x where x.scan_id = s.id and s.state = 'open'
                               order by x.reopened_at desc limit 1) again on true
            """;

    private final JdbcOperations jdbc;

    RoundPartRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RoundPart> find(UUID partId) {
        return jdbc.prepareStatement(FIND + " where part.id = ?", statement -> {
            statement.setObject(1, partId);
            return first(statement.executeQuery());
        });
    }

    Optional<RoundPart> find(UUID roundId, UUID centreId) {
        return jdbc.prepareStatement(FIND + " where r.id = ? and c.id = ?", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, centreId);
            return first(statement.executeQuery());
        });
    }

    /** The centres of a round, by name. */
    List<Centre> centres(UUID roundId) {
        return jdbc.prepareStatement("""
                select c.id, c.name from round_centre part join centre c on c.id = part.centre_id
                where part.round_id = ? order by name_order(c.name), c.name""", statement -> {
            statement.setObject(1, roundId);
            List<Centre> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Centre(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return found;
        });
    }

    /** Whether somebody works in the centre; otherwise it is the leader of one of its school groups who gets the mail. */
    boolean worksIn(UUID personId, UUID centreId) {
        return jdbc.prepareStatement("select exists (select from membership where person_id = ? and centre_id = ?)", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, centreId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    private static Optional<RoundPart> first(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? Optional.of(part(rows)) : Optional.empty();
        }
    }

    private static Optional<RoundPart.Reopened> reopened(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("reopened_at", OffsetDateTime.class);
        return at == null ? Optional.empty()
                : Optional.of(new RoundPart.Reopened(at.atZoneSameInstant(BelgianDutch.ZONE).toLocalDate(), row.getString("reason"),
                        row.getInt("sent_number")));
    }

    private static RoundPart part(ResultSet row) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.getString("state"));
        return new RoundPart(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class), row.getString("title"),
                new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version")),
                row.getObject("opens_on", LocalDate.class), row.getObject("closes_on", LocalDate.class),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(at -> at.atZoneSameInstant(BelgianDutch.ZONE).toLocalDate()),
                row.getObject("centre_id", UUID.class), row.getString("name"), state.isPresent(), state.filter("sent"::equals).isPresent(),
                Optional.ofNullable(row.getObject("sent_id", UUID.class)), reopened(row));
    }
}
