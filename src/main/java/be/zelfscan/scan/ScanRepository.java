package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Scans in the database. Every method needs the transaction of a use case. */
@Singleton
class ScanRepository {
    /** How a scan is held while it is read. */
    enum Hold {
        /** Not at all. */
        none(""),
        /** Nobody sends it meanwhile, or closes its round. */
        against_sending("select hold_scan(?, false);\n"),
        /** Nobody saves an answer meanwhile, or closes its round. */
        against_saving("select hold_scan(?, true);\n");

        private final String statement;

        Hold(String statement) {
            this.statement = statement;
        }
    }

    private static final String FIND = """
            select s.id, s.round_id, s.centre_id, c.name as centre_name, r.title, r.closes_on, r.state as round_state, r.closed_at, s.questionnaire_id, s.version, s.state,
                   roles_in_centre(?, s.centre_id) as roles
            from scan s join centre c on c.id = s.centre_id join round r on r.id = s.round_id
            """;

    /** A scan with its answers in force; both as they were once the scan was held. */
    record Answered(Scan scan, Answers answers) {}

    private final JdbcOperations jdbc;
    private final AnswerRepository answers;

    ScanRepository(JdbcOperations jdbc, AnswerRepository answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** All statements in one round trip. What holds the scan stands alone: only a statement that begins after it sees what others did until then. */
    Optional<Answered> find(UUID scanId, UUID personId, Hold hold) {
        return jdbc.prepareStatement(hold.statement + FIND + " where s.id = ?;\n" + AnswerRepository.OF_SCAN, statement -> {
            int parameter = 0;
            if (hold != Hold.none) {
                statement.setObject(++parameter, scanId);
            }
            statement.setObject(++parameter, personId);
            statement.setObject(++parameter, scanId);
            statement.setObject(++parameter, scanId);
            statement.execute();
            if (hold != Hold.none) {
                statement.getMoreResults();
            }
            Optional<Scan> scan = first(statement.getResultSet());
            statement.getMoreResults();
            Answers inForce = answers.answers(statement.getResultSet());
            return scan.map(found -> new Answered(found, inForce));
        });
    }

    Optional<Scan> find(UUID roundId, UUID centreId, UUID personId) {
        return jdbc.prepareStatement(FIND + " where s.round_id = ? and s.centre_id = ?", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, roundId);
            statement.setObject(3, centreId);
            return first(statement.executeQuery());
        });
    }

    /** Starts the scan of a centre in an open round; answers false, and does nothing, when it was started already or the round is not open. */
    boolean start(UUID scanId, UUID roundId, UUID centreId, Instant now) {
        return jdbc.prepareStatement("""
                insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at)
                select ?, r.id, c.centre_id, r.questionnaire_id, r.version, ? from round r join round_centre c on c.round_id = r.id and c.centre_id = ?
                where r.id = ? and r.state = 'open'
                on conflict (round_id, centre_id) do nothing""", statement -> {
            statement.setObject(1, scanId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, centreId);
            statement.setObject(4, roundId);
            return statement.executeUpdate() == 1;
        });
    }

    /** Marks a scan that is held against saving as sent; answers false when its round was closed meanwhile. */
    boolean markSent(UUID scanId) {
        return jdbc.prepareStatement("""
                update scan set state = 'sent' where id = ? and state = 'open'
                and exists (select from round r where r.id = round_id and r.state = 'open')""", statement -> {
            statement.setObject(1, scanId);
            return statement.executeUpdate() == 1;
        });
    }

    /** Adds a scan of the past, whatever became of its round; answers false when the centre has one in it. */
    boolean addPast(UUID scanId, UUID roundId, UUID centreId, Instant startedAt) {
        return jdbc.prepareStatement("""
                insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at)
                select ?, r.id, ?, r.questionnaire_id, r.version, ? from round r where r.id = ?
                on conflict (round_id, centre_id) do nothing""", statement -> {
            statement.setObject(1, scanId);
            statement.setObject(2, centreId);
            statement.setObject(3, startedAt.atOffset(ZoneOffset.UTC));
            statement.setObject(4, roundId);
            return statement.executeUpdate() == 1;
        });
    }

    /** Marks a scan of the past as sent then. */
    void markSentThen(UUID scanId) {
        jdbc.prepareStatement("update scan set state = 'sent' where id = ?", statement -> {
            statement.setObject(1, scanId);
            return statement.executeUpdate();
        });
    }

    private static Optional<Scan> first(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? Optional.of(scan(rows)) : Optional.empty();
        }
    }

    private static Scan scan(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Scan(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class), row.getObject("centre_id", UUID.class),
                row.getString("centre_name"),
                row.getString("title"),
                row.getObject("closes_on", LocalDate.class), RoundState.valueOf(row.getString("round_state")),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(at -> LocalDate.ofInstant(at.toInstant(), BelgianDutch.ZONE)),
                new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version")),
                row.getString("state").equals("sent"), roles);
    }
}
