package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers and their history in the database. Every method needs the transaction of a use case. */
@Singleton
class AnswerRepository {
    /**
     * A revision to be written.
     *
     * @param base the revision that it replaces, 0 for none; another one in force makes that nothing is written
     */
    record Change(String question, int base, Optional<Answer> answer, String note, Aside aside) {}

    @Serdeable
    record ChangeRow(String question, int base, Answer value, String note, Aside aside) {}

    private static final String SELECT = """
            select a.section, a.question, a.revision, a.value, a.note, %s, a.answered_at, a.aside from %s a where a.scan_id = ?""";

    /** The answers in force of one scan, which is its parameter, without who gave them; {@link #answers} reads its rows. */
    static final String OF_SCAN = SELECT.formatted("''", "answer");

    private static final String OF_HISTORY = SELECT.formatted("person_name(a.answered_by)", "answer_history");

    private static final String WRITE = """
            with change as materialized (
              select * from jsonb_to_recordset(cast(? as jsonb)) as c(question text, base integer, value jsonb, note text, aside jsonb)
            ), written as (
              insert into answer as a (scan_id, section, question, revision, value, note, aside, answered_by, answered_at)
              select ?, ?, c.question, c.base + 1, c.value, c.note, c.aside, ?, ? from change c
              where (c.base = 0 or exists (select from answer x where x.scan_id = ? and x.section = ? and x.question = c.question))
                and not exists (select from answer_history h where h.scan_id = ? and h.write_key = ? and h.section = ? and h.question = c.question)
              on conflict (scan_id, section, question) do update
              set revision = excluded.revision, value = excluded.value, note = excluded.note, aside = excluded.aside,
                  answered_by = excluded.answered_by, answered_at = excluded.answered_at
              where a.revision = excluded.revision - 1
              returning a.scan_id, a.section, a.question, a.revision, a.value, a.note, a.aside, a.answered_by, a.answered_at
            )
            insert into answer_history (scan_id, section, question, revision, value, note, aside, answered_by, answered_at, write_key)
            select w.*, ? from written w returning question, revision""";

    private final JdbcOperations jdbc;
    private final AnswerJson json;

    AnswerRepository(JdbcOperations jdbc, AnswerJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Answers ofScan(UUID scanId) {
        return jdbc.prepareStatement(OF_SCAN, statement -> {
            statement.setObject(1, scanId);
            return answers(statement.executeQuery());
        });
    }

    Answers answers(ResultSet rows) throws SQLException {
        return new Answers(read(rows));
    }

    /** An earlier revision; revision 0 was always empty. */
    Optional<GivenAnswer> revision(UUID scanId, String section, String question, int revision) {
        if (revision == 0) {
            return Optional.of(GivenAnswer.none(section, question));
        }
        return jdbc.prepareStatement(OF_HISTORY + " and a.section = ? and a.question = ? and a.revision = ?",
                statement -> {
                    statement.setObject(1, scanId);
                    statement.setString(2, section);
                    statement.setString(3, question);
                    statement.setInt(4, revision);
                    return read(statement.executeQuery()).stream().findFirst();
                });
    }

    /** What the write with this key wrote to the question, when there was one. */
    Optional<GivenAnswer> written(UUID scanId, String section, String question, UUID key) {
        return jdbc.prepareStatement(OF_HISTORY + " and a.section = ? and a.question = ? and a.write_key = ?",
                statement -> {
                    statement.setObject(1, scanId);
                    statement.setString(2, section);
                    statement.setString(3, question);
                    statement.setObject(4, key);
                    return read(statement.executeQuery()).stream().findFirst();
                });
    }

    /** Whether this person gave a revision. */
    boolean isBy(UUID scanId, String section, String question, int revision, UUID personId) {
        return jdbc.prepareStatement(
                """
                select from answer_history a where a.scan_id = ? and a.section = ? and a.question = ? and a.revision = ? and a.answered_by = ?""",
                statement -> {
                    statement.setObject(1, scanId);
                    statement.setString(2, section);
                    statement.setString(3, question);
                    statement.setInt(4, revision);
                    statement.setObject(5, personId);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    /**
     * Writes revisions with their history in one statement; answers the revisions that now stand, of those changes whose base was in force
     * and that the same key did not write before.
     */
    Map<String, Integer> write(UUID scanId, String section, List<Change> changes, UUID personId, Instant now, UUID key) {
        String rows = json.write(
                changes.stream().map(change -> new ChangeRow(change.question(), change.base(), change.answer().orElse(null), change.note(),
                        change.aside()))
                        .toList());
        return jdbc.prepareStatement(WRITE, statement -> {
            statement.setString(1, rows);
            statement.setObject(2, scanId);
            statement.setString(3, section);
            statement.setObject(4, personId);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setObject(6, scanId);
            statement.setString(7, section);
            statement.setObject(8, scanId);
            statement.setObject(9, key);
            statement.setString(10, section);
            statement.setObject(11, key);
            Map<String, Integer> written = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    written.put(row.getString(1), row.getInt(2));
                }
            }
            return written;
        });
    }

    private Aside aside(String value) {
        return value.equals("{}") ? Aside.NONE : json.read(value, Aside.class);
    }

    private List<GivenAnswer> read(ResultSet rows) throws SQLException {
        List<GivenAnswer> answers = new ArrayList<>();
        try (ResultSet row = rows) {
            while (row.next()) {
                answers.add(new GivenAnswer(row.getString(1), row.getString(2), row.getInt(3),
                        Optional.ofNullable(row.getString(4)).map(json::read),
                        row.getString(5), aside(row.getString(8)), row.getString(6), row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return answers;
    }
}
