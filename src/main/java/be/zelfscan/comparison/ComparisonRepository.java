package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARISON;
import static be.zelfscan.database.schema.Tables.COMPARISON_FIGURES;
import static be.zelfscan.database.schema.Tables.COMPARISON_MOVEMENT;
import static be.zelfscan.database.schema.Tables.ROUND;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import be.zelfscan.round.RoundState;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Comparisons as they are frozen in the database. Every method needs the transaction of a use case; what is read is what its person may see. */
@Singleton
class ComparisonRepository {
    /** Of a round {2}, at a moment {1}, by a method {0}. One statement, so that all of it sees one state. */
    private static final String FREEZE = """
            with frozen as (
              insert into comparison (round_id, method, questionnaire_id, version, minimum_group_size, frozen_at)
              select id, {0}, questionnaire_id, version, minimum_group_size, {1} from round where id = {2} and state = 'closed'
              on conflict do nothing returning round_id
            ), centres as (
              insert into comparison_centre (round_id, centre_id, name, sent_scan_id)
              select c.round_id, c.centre_id, c.name, c.sent_scan_id from compared_centres({2}) c
              where exists (select from frozen)
            ), groups as (
              insert into comparison_group (round_id, school_group_id, name, centres, sent)
              select m.round_id, m.school_group_id, m.name, count(*), count(c.sent_scan_id)
              from compared_members({2}) m join compared_centres({2}) c using (centre_id)
              where exists (select from frozen)
              group by m.round_id, m.school_group_id, m.name
            ), members as (
              insert into comparison_member (round_id, school_group_id, centre_id)
              select m.round_id, m.school_group_id, m.centre_id from compared_members({2}) m
              where exists (select from frozen)
            )
            select exists (select from frozen)""";

    @Serdeable
    record Movements(List<Figures.Movement> movements) {}

    private final DSLContext sql;
    private final ObjectMapper json;

    ComparisonRepository(DSLContext sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps who took part in a closed round, as it is now; returns false when that was done before, or the round is not closed. */
    boolean freezeMembers(UUID roundId, Instant now) {
        return sql.resultQuery(FREEZE, val(Figures.METHOD), val(now), val(roundId)).fetchSingle().get(0, Boolean.class);
    }

    void freezeFigures(UUID roundId, Map<UUID, Figures> byKey) {
        if (!byKey.isEmpty()) {
            sql.insertInto(COMPARISON_FIGURES, COMPARISON_FIGURES.ROUND_ID, COMPARISON_FIGURES.SCHOOL_GROUP_ID, COMPARISON_FIGURES.CENTRES,
                    COMPARISON_FIGURES.FIGURES)
                    .valuesOfRows(byKey.entrySet().stream()
                            .map(one -> row(roundId, schoolGroup(one.getKey()), one.getValue().centres(), write(one.getValue()))).toList())
                    .execute();
        }
    }

    void freezeMovements(UUID roundId, UUID earlierRound, Map<UUID, List<Figures.Movement>> byKey) {
        if (!byKey.isEmpty()) {
            sql.insertInto(COMPARISON_MOVEMENT, COMPARISON_MOVEMENT.ROUND_ID, COMPARISON_MOVEMENT.SCHOOL_GROUP_ID,
                    COMPARISON_MOVEMENT.EARLIER_ROUND_ID, COMPARISON_MOVEMENT.MOVEMENTS)
                    .valuesOfRows(byKey.entrySet().stream()
                            .map(one -> row(roundId, schoolGroup(one.getKey()), earlierRound, write(new Movements(one.getValue()))))
                            .toList())
                    .execute();
        }
    }

    /** The figures of the net are of no school group. */
    private static UUID schoolGroup(UUID key) {
        return key.equals(FigureQueries.NET) ? null : key;
    }

    /** The closed rounds of which nothing was frozen yet. */
    List<UUID> closedNotFrozen() {
        return sql.select(ROUND.ID).from(ROUND).where(ROUND.STATE.eq(RoundState.closed.name()))
                .and(notExists(selectOne().from(COMPARISON).where(COMPARISON.ROUND_ID.eq(ROUND.ID)))).orderBy(ROUND.CLOSED_AT)
                .fetch(ROUND.ID);
    }

    /** The figures of a school group, or of the net without one; empty when there are none that the person may see. */
    Optional<Figures> figures(UUID roundId, Optional<UUID> schoolGroupId) {
        return sql.select(COMPARISON_FIGURES.FIGURES).from(COMPARISON_FIGURES).where(COMPARISON_FIGURES.ROUND_ID.eq(roundId))
                .and(schoolGroupId.map(COMPARISON_FIGURES.SCHOOL_GROUP_ID::eq).orElseGet(COMPARISON_FIGURES.SCHOOL_GROUP_ID::isNull))
                .fetchOptional(row -> read(row.value1(), Figures.class));
    }

    /** The figures of every school group that the person may see, by its id. */
    Map<UUID, Figures> figuresOfGroups(UUID roundId) {
        return sql.select(COMPARISON_FIGURES.SCHOOL_GROUP_ID, COMPARISON_FIGURES.FIGURES).from(COMPARISON_FIGURES)
                .where(COMPARISON_FIGURES.ROUND_ID.eq(roundId)).and(COMPARISON_FIGURES.SCHOOL_GROUP_ID.isNotNull())
                .fetchMap(row -> row.value1(), row -> read(row.value2(), Figures.class));
    }

    /** The movements of a school group, or of the net without one; empty when there was no round to compare with. */
    Optional<FrozenMovements> movements(UUID roundId, Optional<UUID> schoolGroupId) {
        return sql.select(COMPARISON_MOVEMENT.EARLIER_ROUND_ID, COMPARISON_MOVEMENT.MOVEMENTS).from(COMPARISON_MOVEMENT)
                .where(COMPARISON_MOVEMENT.ROUND_ID.eq(roundId))
                .and(schoolGroupId.map(COMPARISON_MOVEMENT.SCHOOL_GROUP_ID::eq).orElseGet(COMPARISON_MOVEMENT.SCHOOL_GROUP_ID::isNull))
                .fetchOptional(
                        row -> new FrozenMovements(row.value1(), read(row.value2(), Movements.class).movements()));
    }

    /** How centres moved since an earlier round. */
    record FrozenMovements(UUID earlierRound, List<Figures.Movement> movements) {}

    private JSONB write(Object value) {
        try {
            return JSONB.valueOf(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(JSONB value, Class<T> type) {
        try {
            return json.readValue(value.data(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
