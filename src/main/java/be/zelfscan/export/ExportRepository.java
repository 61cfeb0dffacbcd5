package be.zelfscan.export;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import be.zelfscan.scan.SentContent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What is taken out, read from the database. Every method needs the transaction of a use case. */
@Singleton
class ExportRepository {
    private static final int ROWS_IN_MEMORY = 50;
    private static final String ROUNDS = """
            select r.id, r.title, r.state, r.opens_on, r.closes_on, r.questionnaire_id, r.version,
                   (select count(*) from round_centre c where c.round_id = r.id),
                   (select count(*) from scan s where s.round_id = r.id and exists (select from sent_scan x where x.scan_id = s.id))
            from round r order by r.opens_on desc, name_order(r.title), r.title, r.id""";
    private static final String CENTRES = """
            select r.id as round_id, r.title, c.id as centre_id, c.name,
                   array(select g.name from centre_school_group cg join school_group g on g.id = cg.school_group_id
                         where cg.centre_id = c.id order by name_order(g.name), g.name) as school_groups,
                   coalesce(x.questionnaire_id, r.questionnaire_id) as questionnaire_id, coalesce(x.version, r.version) as version,
                   x.id as sent_id, x.number, x.sent_at, x.content
            from round r join round_centre rc on rc.round_id = r.id join centre c on c.id = rc.centre_id
                 left join scan s on s.round_id = r.id and s.centre_id = c.id
                 left join lateral (select * from sent_scan newest where newest.scan_id = s.id order by newest.number desc limit 1) x on true
            where r.id = any (?) order by r.opens_on, name_order(r.title), r.title, r.id, name_order(c.name), c.name, c.id""";

    private final JdbcOperations jdbc;
    private final SentContent contents;
    private final Instruments instruments;

    ExportRepository(JdbcOperations jdbc, SentContent contents, Instruments instruments) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.instruments = instruments;
    }

    /** All rounds, the newest first. */
    List<RoundOfData> rounds() {
        return jdbc.prepareStatement(ROUNDS, statement -> {
            List<RoundOfData> rounds = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rounds.add(new RoundOfData(row.getObject(1, UUID.class), row.getString(2), RoundState.valueOf(row.getString(3)),
                            row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class),
                            new QuestionnaireKey(row.getString(6), row.getString(7)), row.getInt(8), row.getInt(9)));
                }
            }
            return rounds;
        });
    }

    /** The versions that the centres of these rounds answered. */
    Set<QuestionnaireKey> versions(Collection<UUID> rounds) {
        return jdbc.prepareStatement(
                "select distinct x.questionnaire_id, x.version from sent_scan x join scan s on s.id = x.scan_id where s.round_id = any (?)",
                statement -> {
                    set(statement, rounds);
                    List<QuestionnaireKey> versions = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            versions.add(new QuestionnaireKey(row.getString(1), row.getString(2)));
                        }
                    }
                    return Set.copyOf(versions);
                });
    }

    /** Each centre of these rounds with what it sent last, by round and name; only a few of them are in memory at any time. */
    void each(Collection<UUID> rounds, Consumer<CentreInRound> use) {
        jdbc.prepareStatement(CENTRES, statement -> {
            set(statement, rounds);
            statement.setFetchSize(ROWS_IN_MEMORY);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    use.accept(centre(row));
                }
            }
            return rounds;
        });
    }

    private static void set(PreparedStatement statement, Collection<UUID> rounds) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("uuid", rounds.toArray()));
    }

    private CentreInRound centre(ResultSet row) throws SQLException {
        QuestionnaireKey questionnaire = new QuestionnaireKey(row.getString("questionnaire_id"), row.getString("version"));
        return new CentreInRound(row.getObject("round_id", UUID.class), row.getString("title"), row.getObject("centre_id", UUID.class),
                row.getString("name"), Arrays.asList((String[]) row.getArray("school_groups").getArray()), questionnaire,
                sent(row, questionnaire));
    }

    private Optional<SentAnswers> sent(ResultSet row, QuestionnaireKey questionnaire) throws SQLException {
        UUID id = row.getObject("sent_id", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        Instant at = row.getObject("sent_at", OffsetDateTime.class).toInstant();
        return Optional.of(new SentAnswers(id, row.getInt("number"), at, instruments.get(questionnaire),
                contents.read(row.getString("content"), at)));
    }
}
