package be.zelfscan.comparison;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Freezes comparisons in the database; {@link FrozenQueries} reads them. Every method needs the transaction of a use case. */
@Singleton
class ComparisonRepository {
    private final JdbcOperations jdbc;
    private final ObjectMapper json;

    ComparisonRepository(JdbcOperations jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps who took part in a closed round, as it is now; answers false when that was done before, or the round is not closed. One statement sees one state. */
    boolean freezeMembers(UUID roundId, Instant now) {
        return jdbc.prepareStatement("""
                with frozen as (
                  insert into comparison (round_id, method, questionnaire_id, version, minimum_group_size, frozen_at)
                  select id, ?, questionnaire_id, version, minimum_group_size, ? from round where id = ? and state = 'closed'
                  on conflict do nothing returning round_id
                ), centres as (
                  insert into comparison_centre (round_id, centre_id, name, sent_scan_id)
                  select c.round_id, c.centre_id, c.name, c.sent_scan_id from compared_centres(?) c
                  where exists (select from frozen)
                ), groups as (
                  insert into comparison_group (round_id, school_group_id, name, centres, sent)
                  select m.round_id, m.school_group_id, m.name, count(*), count(c.sent_scan_id)
                  from compared_members(?) m join compared_centres(?) c using (centre_id)
                  where exists (select from frozen)
                  group by m.round_id, m.school_group_id, m.name
                ), members as (
                  insert into comparison_member (round_id, school_group_id, centre_id)
                  select m.round_id, m.school_group_id, m.centre_id from compared_members(?) m
                  where exists (select from frozen)
                )
                select exists (select from frozen)""", statement -> {
            statement.setInt(1, Figures.METHOD);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            for (int parameter = 3; parameter <= 7; parameter++) {
                statement.setObject(parameter, roundId);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    void freezeFigures(UUID roundId, Map<UUID, Figures> byKey) {
        jdbc.prepareStatement(
                "insert into comparison_figures (round_id, school_group_id, centres, figures) values (?, ?, ?, cast(? as jsonb))",
                statement -> {
                    for (Map.Entry<UUID, Figures> entry : byKey.entrySet()) {
                        statement.setObject(1, roundId);
                        statement.setObject(2, entry.getKey().equals(FigureQueries.NET) ? null : entry.getKey());
                        statement.setInt(3, entry.getValue().centres());
                        statement.setString(4, write(entry.getValue()));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    void freezeMovements(UUID roundId, UUID earlierRound, Map<UUID, List<Movement>> byKey) {
        jdbc.prepareStatement(
                """
                insert into comparison_movement (round_id, school_group_id, earlier_round_id, movements) values (?, ?, ?, cast(? as jsonb))""",
                statement -> {
                    for (Map.Entry<UUID, List<Movement>> entry : byKey.entrySet()) {
                        statement.setObject(1, roundId);
                        statement.setObject(2, entry.getKey().equals(FigureQueries.NET) ? null : entry.getKey());
                        statement.setObject(3, earlierRound);
                        statement.setString(4, write(new Movements(entry.getValue())));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    @Serdeable
    record Movements(List<Movement> movements) {}

    /** The closed rounds of which nothing was frozen yet. */
    List<UUID> closedNotFrozen() {
        return jdbc.prepareStatement("""
                select r.id from round r where r.state = 'closed' and not exists (select from comparison c where c.round_id = r.id)
                order by r.closed_at""", statement -> {
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
