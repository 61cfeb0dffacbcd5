package be.zelfscan.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was put in the outbox, as the database holds it. Every method needs the transaction of a use case. */
@Singleton
class LedgerRepository {
    private static final int MOST_ROUNDS = 200;
    private static final String ASKED = """
            (cast(? as uuid) is null or round_id = cast(? as uuid)) and (cast(? as text) is null or kind = cast(? as text))
            and (cast(? as text) is null or state = cast(? as text))""";
    private static final String NOT_SETTLED = "not exists (select from message later where later.repeats = m.id)";

    /** A round that has messages. */
    record RoundChoice(UUID id, String title) {}

    private final JdbcOperations jdbc;

    LedgerRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerEntry> page(LedgerFilter filter) {
        return jdbc.prepareStatement("""
                select m.*, c.name as centre, r.title as round, exists (select from message later where later.repeats = m.id) as settled,
                       nullif(coalesce(m.first_recipient, (select earlier.recipient from message earlier where earlier.id = m.repeats)), m.recipient) as formerly
                from (select * from message where %s order by created_at desc, id limit ? offset ?) m
                left join round_centre part on part.id = m.subject_id
                left join sent_scan sent on sent.id = m.subject_id
                left join scan_reopening again on again.id = m.subject_id
                left join scan s on s.id = coalesce(sent.scan_id, again.scan_id, m.subject_id)
                left join centre c on c.id = coalesce(part.centre_id, s.centre_id)
                left join round r on r.id = coalesce(m.round_id, s.round_id)
                order by m.created_at desc, m.id""".formatted(ASKED), statement -> {
            int next = set(statement, filter);
            statement.setInt(next, LedgerFilter.PAGE_SIZE);
            statement.setInt(next + 1, filter.offset());
            List<LedgerEntry> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        });
    }

    int count(LedgerFilter filter) {
        return jdbc.prepareStatement("select count(*) from message where " + ASKED, statement -> {
            set(statement, filter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** The rounds that have messages, the newest first. */
    List<RoundChoice> rounds() {
        return jdbc.prepareStatement("""
                select r.id, r.title from round r where exists (select from message m where m.round_id = r.id)
                order by r.opens_on desc, name_order(r.title), r.title, r.id limit ?""", statement -> {
            statement.setInt(1, MOST_ROUNDS);
            List<RoundChoice> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new RoundChoice(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return found;
        });
    }

    /** How many messages of a round are in each state, by kind; without those that another took the place of. */
    Map<String, Map<MessageState, Integer>> counts(UUID roundId) {
        return jdbc
                .prepareStatement(
                        "select m.kind, m.state, count(*), min(min(m.created_at)) over (partition by m.kind) as first from message m "
                                + "where m.round_id = ? and " + NOT_SETTLED + " group by m.kind, m.state order by first, m.kind",
                        statement -> {
                            statement.setObject(1, roundId);
                            Map<String, Map<MessageState, Integer>> found = new LinkedHashMap<>();
                            try (ResultSet row = statement.executeQuery()) {
                                while (row.next()) {
                                    found.computeIfAbsent(row.getString(1), kind -> new LinkedHashMap<>())
                                            .put(MessageState.valueOf(row.getString(2)), row.getInt(3));
                                }
                            }
                            return found;
                        });
    }

    List<RoundMessages.Failure> failed(UUID roundId) {
        return jdbc.prepareStatement(
                "select m.kind, m.recipient, m.last_answer from message m where m.round_id = ? and m.state = 'failed' and "
                        + NOT_SETTLED + " order by m.created_at desc, m.id limit ?",
                statement -> {
                    statement.setObject(1, roundId);
                    statement.setInt(2, RoundMessages.MOST_FAILED);
                    List<RoundMessages.Failure> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(new RoundMessages.Failure(row.getString(1), row.getString(2), row.getString(3)));
                        }
                    }
                    return found;
                });
    }

    /** Answers the place of the next parameter. */
    private static int set(PreparedStatement statement, LedgerFilter filter) throws SQLException {
        int place = 1;
        for (Optional<String> value : List.of(filter.roundId().map(UUID::toString), filter.kind(),
                filter.state().map(MessageState::name))) {
            statement.setObject(place++, value.orElse(null), Types.VARCHAR);
            statement.setObject(place++, value.orElse(null), Types.VARCHAR);
        }
        return place;
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(row.getObject("id", UUID.class), row.getString("kind"), row.getString("recipient"),
                Optional.ofNullable(row.getString("formerly")), row.getInt("number"),
                MessageState.valueOf(row.getString("state")), row.getInt("tries"), instant(row, "created_at").orElseThrow(),
                instant(row, "due_at").orElseThrow(), instant(row, "delivered_at"), row.getString("last_answer"),
                Optional.ofNullable(row.getObject("round_id", UUID.class)),
                new LedgerEntry.About(Optional.ofNullable(row.getString("centre")).orElse(""),
                        Optional.ofNullable(row.getString("round")).orElse("")),
                row.getBoolean("settled"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
