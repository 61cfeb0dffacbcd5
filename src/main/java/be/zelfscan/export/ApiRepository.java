package be.zelfscan.export;

import be.zelfscan.question.ApiAnswer;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentContent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sent scans for programs, read from the database. Every method needs the transaction of a use case. */
@Singleton
class ApiRepository {
    private static final String COLUMNS = """
            x.id, x.number, x.sent_at, x.questionnaire_id, x.version, c.id as centre_id, c.name,
            array(select g.name from centre_school_group cg join school_group g on g.id = cg.school_group_id
                  where cg.centre_id = c.id order by name_order(g.name), g.name) as school_groups""";
    private static final String NEWEST = """
            select %s from scan s join centre c on c.id = s.centre_id
                 join lateral (select * from sent_scan newest where newest.scan_id = s.id order by newest.number desc limit 1) x on true
            where s.round_id = ? order by name_order(c.name), c.name, c.id limit ? offset ?""".formatted(COLUMNS);
    private static final String ONE = """
            select %s, x.content, r.id as round_id, r.title, r.notes_erased_at is not null as notes_erased,
                   not exists (select from sent_scan later where later.scan_id = x.scan_id and later.number > x.number) as newest
            from sent_scan x join scan s on s.id = x.scan_id join centre c on c.id = s.centre_id join round r on r.id = s.round_id
            where x.id = ?""".formatted(COLUMNS);

    private final JdbcOperations jdbc;
    private final SentContent contents;
    private final Instruments instruments;

    ApiRepository(JdbcOperations jdbc, SentContent contents, Instruments instruments) {
        this.instruments = instruments;
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** What each centre of a round sent last, by name. */
    List<ApiContent.ScanLine> newest(UUID roundId, int most, long after) {
        return jdbc.prepareStatement(NEWEST, statement -> {
            statement.setObject(1, roundId);
            statement.setInt(2, most);
            statement.setLong(3, after);
            List<ApiContent.ScanLine> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    found.add(new ApiContent.ScanLine(id, row.getInt("number"), at(row), centre(row), version(row),
                            "/api/v1/zelfscans/" + id));
                }
            }
            return found;
        });
    }

    Optional<ApiContent.Scan> find(UUID sentId) {
        return jdbc.prepareStatement(ONE, statement -> {
            statement.setObject(1, sentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new ApiContent.Scan(sentId, row.getInt("number"), row.getBoolean("newest"), at(row),
                        new ApiContent.RoundName(row.getObject("round_id", UUID.class), row.getString("title")), centre(row), version(row),
                        row.getBoolean("notes_erased"), given(questionnaire(row), contents.read(row.getString("content"), at(row)))))
                        : Optional.empty();
            }
        });
    }

    private static List<ApiContent.Given> given(Questionnaire questionnaire, Answers answers) {
        return answers.all().stream().sorted(Comparator.comparing(GivenAnswer::section).thenComparing(GivenAnswer::question))
                .map(one -> new ApiContent.Given(one.section(), one.question(), told(questionnaire, one).orElse(null), one.note()))
                .toList();
    }

    private static Optional<ApiAnswer> told(Questionnaire questionnaire, GivenAnswer given) {
        return given.answer().map(answer -> questionnaire.question(given.section(), given.question())
                .map(question -> question.forPrograms(answer)).orElseGet(() -> ApiAnswer.of(answer)));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("sent_at", OffsetDateTime.class).toInstant();
    }

    private static ApiContent.Centre centre(ResultSet row) throws SQLException {
        return new ApiContent.Centre(row.getObject("centre_id", UUID.class), row.getString("name"),
                Arrays.asList((String[]) row.getArray("school_groups").getArray()));
    }

    private Questionnaire questionnaire(ResultSet row) throws SQLException {
        return instruments.get(new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version")));
    }

    private static ApiContent.Version version(ResultSet row) throws SQLException {
        return ApiContent.Version.of(new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version")));
    }
}
