package be.zelfscan.scan;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sent scans and their fact rows in the database. Every method needs the transaction of a use case. */
@Singleton
class SentScanRepository {
    private static final String FIND = """
            select x.id, x.scan_id, s.centre_id, x.centre_name, r.title, x.number, x.sent_at, person_name(x.sent_by) as sent_by, x.questionnaire_id, x.version, x.content,
                   case when r.notes_erased_at is not null then r.note_retention_years end as erased_after,
                   roles_in_centre(?, s.centre_id) as roles
            from sent_scan x join scan s on s.id = x.scan_id join round r on r.id = s.round_id
            where %s order by x.sent_at desc""";

    /** Joins neither the scan nor the centre: these may not be the reader's any more. */
    private static final String FIND_COMPARED = """
            select x.id, x.scan_id, cast(? as uuid) as centre_id, cast(? as text) as centre_name, r.title, x.number, x.sent_at,
                   person_name(x.sent_by) as sent_by, x.questionnaire_id, x.version, x.content,
                   case when r.notes_erased_at is not null then r.note_retention_years end as erased_after, cast('{}' as text[]) as roles
            from sent_scan x join round r on r.id = ? where x.id = ?""";

    private final JdbcOperations jdbc;
    private final AnswerJson json;

    SentScanRepository(JdbcOperations jdbc, AnswerJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds the next snapshot of a scan with its facts; answers its number. */
    int add(UUID id, Scan scan, UUID sentBy, Instant now, Answers answers, Facts facts) {
        int number = jdbc.prepareStatement(
                """
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, questionnaire_id, version, content)
                select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, cast(? as jsonb) from sent_scan where scan_id = ? returning number""",
                statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, scan.id());
                    statement.setObject(3, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(4, sentBy);
                    statement.setString(5, scan.questionnaire().id());
                    statement.setString(6, scan.questionnaire().version());
                    statement.setString(7, json.write(Snapshot.of(answers)));
                    statement.setObject(8, scan.id());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
        insert("""
                insert into fact_placement (sent_scan_id, block, stage, ambition_stage)
                select ?, f.block, f.stage, f.ambition from jsonb_to_recordset(cast(? as jsonb)) as f(block text, stage text, ambition text)""",
                id,
                json.write(facts.placements()), facts.placements().size());
        insert("""
                insert into fact_choice (sent_scan_id, section, question, option, position)
                select ?, f.section, f.question, f.option, f.position
                from jsonb_to_recordset(cast(? as jsonb)) as f(section text, question text, option text, position integer)""", id,
                json.write(facts.choices()), facts.choices().size());
        return number;
    }

    private void insert(String sql, UUID id, String rows, int expected) {
        int inserted = jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            statement.setString(2, rows);
            return statement.executeUpdate();
        });
        if (inserted != expected) {
            throw new IllegalStateException("Wrote %d fact rows of %d for sent scan %s".formatted(inserted, expected, id));
        }
    }

    Optional<SentScan> find(UUID id, UUID personId) {
        return query("x.id = ?", id, personId).stream().findFirst();
    }

    /** What a comparison counts of a centre, under the name that the centre had then. */
    Optional<SentScan> find(ScanReading.Counted counted) {
        return jdbc.prepareStatement(FIND_COMPARED, statement -> {
            statement.setObject(1, counted.centreId());
            statement.setString(2, counted.centreName());
            statement.setObject(3, counted.roundId());
            statement.setObject(4, counted.sentId());
            return read(statement);
        }).stream().findFirst();
    }

    /** The snapshots of a scan, the newest first. */
    List<SentScan> ofScan(UUID scanId, UUID personId) {
        return query("x.scan_id = ?", scanId, personId);
    }

    /** Everything that a centre ever sent, the newest first. */
    List<SentScan> ofCentre(UUID centreId, UUID personId) {
        return query("s.centre_id = ?", centreId, personId);
    }

    /** What another centre sent in a round, when it is open to this one: without what was typed, unless that is open too. */
    Optional<SentScan> opened(UUID roundId, UUID centreId, UUID otherCentreId) {
        return jdbc.prepareStatement("""
                select id, scan_id, centre_id, centre_name, title, number, sent_at, '' as sent_by, questionnaire_id, version, content, erased_after,
                       cast('{}' as text[]) as roles
                from opened_result(?, ?, ?)""", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, centreId);
            statement.setObject(3, otherCentreId);
            return read(statement).stream().findFirst();
        });
    }

    private List<SentScan> query(String condition, UUID id, UUID personId) {
        return jdbc.prepareStatement(FIND.formatted(condition), statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, id);
            return read(statement);
        });
    }

    private List<SentScan> read(PreparedStatement statement) throws SQLException {
        List<SentScan> sent = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Instant sentAt = row.getObject("sent_at", OffsetDateTime.class).toInstant();
                sent.add(new SentScan(row.getObject("id", UUID.class), row.getObject("scan_id", UUID.class),
                        row.getObject("centre_id", UUID.class),
                        row.getString("centre_name"), row.getString("title"), row.getInt("number"), sentAt, row.getString("sent_by"),
                        new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version")),
                        json.read(row.getString("content"), Snapshot.class).toAnswers(sentAt),
                        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        years(row.getObject("erased_after", Integer.class))));
            }
        }
        return sent;
    }

    private static OptionalInt years(Integer erasedAfter) {
        return erasedAfter == null ? OptionalInt.empty() : OptionalInt.of(erasedAfter);
    }
}
