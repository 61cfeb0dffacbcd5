package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARISON;
import static be.zelfscan.database.schema.Tables.COMPARISON_FIGURES;
import static be.zelfscan.database.schema.Tables.COMPARISON_MOVEMENT;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static be.zelfscan.database.schema.Tables.ROUND;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.LongWork;
import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.RoundState;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/**
 * Fixes what a closed round is compared by: its centres and school groups as they are now, the snapshot of each that counts, and the
 * figures. A report that is made next year then says the same. {@link FrozenQueries} reads what was fixed.
 */
@Singleton
public class FreezeComparison {
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

    private final DSLContext sql;
    private final ObjectMapper json;
    private final ComparisonQueries queries;
    private final FigureQueries figures;
    private final Instruments instruments;
    private final Clock clock;

    FreezeComparison(DSLContext sql, ObjectMapper json, ComparisonQueries queries, FigureQueries figures, Instruments instruments,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.queries = queries;
        this.figures = figures;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** In the transaction that closes the round, after it is closed; does nothing when it was done. */
    @Transactional
    public void freeze(UUID roundId) {
        if (!freezeMembers(roundId)) {
            return;
        }
        sql.execute("select analyze_frozen()");
        ComparedRound round = queries.round(roundId).orElseThrow();
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        if (!questionnaire.isScaled()) { // what its centres sent is fixed; there are no figures
            return;
        }
        freezeFigures(roundId, questionnaire);
        freezeMovements(round, questionnaire);
    }

    /** Keeps who took part in a closed round, as it is now; returns false when that was done before, or the round is not closed. */
    private boolean freezeMembers(UUID roundId) {
        return sql.resultQuery(FREEZE, val(Figures.METHOD), val(clock.instant()), val(roundId)).fetchSingle().get(0, Boolean.class);
    }

    /** Of the net, also when nobody sent, and of each school group of which a centre sent. */
    private void freezeFigures(UUID roundId, Questionnaire questionnaire) {
        Map<UUID, Figures> byKey = new HashMap<>(figures.of(questionnaire, FigureQueries.netAndGroups(roundId)));
        byKey.computeIfAbsent(FigureQueries.NET, none -> FigureQueries.ofNobody(questionnaire));
        sql.insertInto(COMPARISON_FIGURES, COMPARISON_FIGURES.ROUND_ID, COMPARISON_FIGURES.SCHOOL_GROUP_ID, COMPARISON_FIGURES.CENTRES,
                COMPARISON_FIGURES.FIGURES)
                .valuesOfRows(byKey.entrySet().stream()
                        .map(one -> row(roundId, schoolGroup(one.getKey()), one.getValue().centres(), write(one.getValue()))).toList())
                .execute();
    }

    /** Since the round before: the newest of a comparable version in which some centre sent a scan that sent one in this round too. */
    private void freezeMovements(ComparedRound round, Questionnaire questionnaire) {
        for (ComparedRound earlier : queries.earlierRounds(round)) {
            Map<UUID, List<Figures.Movement>> byKey = Comparability.of(earlier.questionnaire(), questionnaire, instruments)
                    .map(comparable -> movements(earlier.id(), round.id(), comparable.nowByThen())).orElse(Map.of());
            if (!byKey.isEmpty()) {
                sql.insertInto(COMPARISON_MOVEMENT, COMPARISON_MOVEMENT.ROUND_ID, COMPARISON_MOVEMENT.SCHOOL_GROUP_ID,
                        COMPARISON_MOVEMENT.EARLIER_ROUND_ID, COMPARISON_MOVEMENT.MOVEMENTS)
                        .valuesOfRows(byKey.entrySet().stream()
                                .map(one -> row(round.id(), schoolGroup(one.getKey()), earlier.id(),
                                        write(new FrozenQueries.Movements(one.getValue()))))
                                .toList())
                        .execute();
                return;
            }
        }
    }

    /**
     * How the centres that sent a scan in both rounds placed their blocks then and now.
     *
     * @param nowByThen the blocks that are compared: their id now, by their id then
     * @return those of the net under {@link FigureQueries#NET}, those of each school group of the later round under its id; none where
     *         nobody sent in both
     */
    private Map<UUID, List<Figures.Movement>> movements(UUID earlierRound, UUID laterRound, Map<String, String> nowByThen) {
        var now = FigureQueries.netAndGroups(laterRound).asTable("members", "key", "sent_scan_id");
        Field<UUID> key = field(name("members", "key"), SQLDataType.UUID);
        var then = COMPARED_CENTRES.call(earlierRound).as("centre_then");
        var centre = COMPARED_CENTRES.call(laterRound).as("centre_now");
        var before = PLACED_BLOCK.as("placement_then");
        var after = PLACED_BLOCK.as("placement_now");
        Field<String> block = case_(before.BLOCK).mapValues(nowByThen);
        Map<UUID, List<Figures.Movement>> byKey = new HashMap<>();
        sql.select(key, after.BLOCK, before.STAGE, after.STAGE, count()).from(now)
                .join(centre).on(centre.SENT_SCAN_ID.eq(field(name("members", "sent_scan_id"), SQLDataType.UUID)))
                .join(then).on(then.CENTRE_ID.eq(centre.CENTRE_ID))
                .join(before).on(before.SENT_SCAN_ID.eq(then.SENT_SCAN_ID))
                .join(after).on(after.SENT_SCAN_ID.eq(centre.SENT_SCAN_ID).and(after.BLOCK.eq(block)))
                .groupBy(key, after.BLOCK, before.STAGE, after.STAGE)
                .forEach(row -> byKey.computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(new Figures.Movement(row.value2(), row.value3(), row.value4(), row.value5())));
        return byKey;
    }

    /** The figures of the net are of no school group. */
    private static UUID schoolGroup(UUID key) {
        return key.equals(FigureQueries.NET) ? null : key;
    }

    private JSONB write(Object value) {
        try {
            return JSONB.valueOf(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Freezes each closed round of which nothing was frozen: closed before there were comparisons, or put in the past. */
    public void freezeAllClosed() {
        LongWork.run(() -> closedNotFrozen().forEach(this::freeze));
    }

    @Transactional
    List<UUID> closedNotFrozen() {
        return sql.select(ROUND.ID).from(ROUND).where(ROUND.STATE.eq(RoundState.closed.name()))
                .and(notExists(selectOne().from(COMPARISON).where(COMPARISON.ROUND_ID.eq(ROUND.ID)))).orderBy(ROUND.CLOSED_AT)
                .fetch(ROUND.ID);
    }
}
