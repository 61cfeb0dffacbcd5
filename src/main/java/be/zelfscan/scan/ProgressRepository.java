package be.zelfscan.scan;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The scans of a whole round at once, read from the database. Every method needs the transaction of a use case. */
@Singleton
class ProgressRepository {
    record ScanRow(UUID id, UUID centreId, boolean isSent, Optional<ScanProgress.Sent> sent) {}

    private final JdbcOperations jdbc;
    private final AnswerJson json;

    ProgressRepository(JdbcOperations jdbc, AnswerJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ScanRow> ofRound(UUID roundId) {
        return jdbc.prepareStatement("""
                select distinct on (s.id) s.id, s.centre_id, s.state = 'sent', x.id, x.number, x.sent_at
                from scan s left join sent_scan x on x.scan_id = s.id where s.round_id = ? order by s.id, x.number desc""", statement -> {
            statement.setObject(1, roundId);
            List<ScanRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Optional<UUID> sent = Optional.ofNullable(row.getObject(4, UUID.class));
                    int number = row.getInt(5);
                    Optional<OffsetDateTime> at = Optional.ofNullable(row.getObject(6, OffsetDateTime.class));
                    found.add(new ScanRow(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3),
                            sent.map(id -> new ScanProgress.Sent(id, number, at.orElseThrow().toInstant()))));
                }
            }
            return found;
        });
    }

    /** The answers in force of the scans that can still be sent, as far as it is judged by them what is open: without their notes and who gave them. */
    Map<UUID, List<GivenAnswer>> answersOfUnsent(UUID roundId) {
        return jdbc.prepareStatement("""
                select a.scan_id, a.section, a.question, a.revision, a.value, a.answered_at
                from answer a join scan s on s.id = a.scan_id where s.round_id = ? and s.state = 'open'""", statement -> {
            statement.setObject(1, roundId);
            Map<UUID, List<GivenAnswer>> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), scan -> new ArrayList<>())
                            .add(new GivenAnswer(row.getString(2), row.getString(3), row.getInt(4),
                                    Optional.ofNullable(row.getString(5)).map(json::read), "", "",
                                    row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        });
    }
}
