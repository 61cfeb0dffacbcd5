package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;

/** The centres of a round that a filter leaves. Every method needs the transaction of a use case. */
@Singleton
class ChosenCentresQueries {
    private final DSLContext sql;

    ChosenCentresQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What they sent, for counting. */
    static Select<Record2<UUID, UUID>> sent(UUID roundId, NetFilter filter) {
        return select(inline(FigureQueries.NET).as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                .from(COMPARED_CENTRES.call(roundId)).where(chosen(roundId, filter)).and(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull());
    }

    /** How many there are, whether they sent a scan or not. */
    int count(UUID roundId, NetFilter filter) {
        return sql.selectCount().from(COMPARED_CENTRES.call(roundId)).where(chosen(roundId, filter)).fetchSingle().value1();
    }

    /** Some of them, by name. */
    List<ComparedCentre> page(UUID roundId, NetFilter filter, int from, int most) {
        return sql.select(COMPARED_CENTRES.CENTRE_ID, COMPARED_CENTRES.NAME, COMPARED_CENTRES.SENT_SCAN_ID)
                .from(COMPARED_CENTRES.call(roundId))
                .where(chosen(roundId, filter))
                .orderBy(NameOrder.of(COMPARED_CENTRES.NAME), COMPARED_CENTRES.NAME, COMPARED_CENTRES.CENTRE_ID).offset(from).limit(most)
                .fetch(row -> new ComparedCentre(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    private static Condition chosen(UUID roundId, NetFilter filter) {
        Condition ofGroup = filter.schoolGroup().map(group -> exists(selectOne().from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.CENTRE_ID.eq(COMPARED_CENTRES.CENTRE_ID)).and(COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(group))))
                .orElse(noCondition());
        Condition byAnswers = !filter.byAnswers() ? noCondition()
                : exists(selectOne().from(PLACED_BLOCK).where(PLACED_BLOCK.SENT_SCAN_ID.eq(COMPARED_CENTRES.SENT_SCAN_ID))
                        .and(PLACED_BLOCK.BLOCK.eq(filter.block().orElseThrow()))
                        .and(filter.stage().map(PLACED_BLOCK.STAGE::eq).orElse(noCondition()))
                        .and(filter.ambition().map(PLACED_BLOCK.AMBITION::eq).orElse(noCondition())));
        return ofGroup.and(byAnswers);
    }
}
