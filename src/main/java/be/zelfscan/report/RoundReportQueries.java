package be.zelfscan.report;

import static be.zelfscan.database.schema.Tables.COMPARISON_CENTRE;
import static be.zelfscan.database.schema.Tables.COMPARISON_GROUP;
import static be.zelfscan.database.schema.Tables.COMPARISON_MEMBER;
import static be.zelfscan.database.schema.Tables.ROUND_REPORT;
import static be.zelfscan.database.schema.Tables.ROUND_REPORT_ORDER;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The reports of rounds that were asked for, and those that are made. Every method needs the transaction of a use case. */
@Singleton
class RoundReportQueries {
    /** How often a report is tried before it is given up. */
    static final int MOST_TRIES = 3;

    /** What a report is about. */
    enum Kind {
        net, school_group, centre
    }

    /**
     * A report to be made.
     *
     * @param subjectId the school group or the centre; empty for the net
     */
    record Item(UUID orderId, int position, Kind kind, Optional<UUID> subjectId, UUID roundId) {}

    /** A centre or school group that a report is made of, as it was called when the round closed. */
    record Subject(Kind kind, UUID id, String name) {}

    /**
     * How far the reports of a round are.
     *
     * @param failures the names of the files that were given up
     */
    record Progress(UUID orderId, Instant requestedAt, int total, int done, List<String> failures) {
        boolean isBusy() {
            return done + failures.size() < total;
        }
    }

    /** A report that is made, without its content. */
    record Entry(int position, String fileName) {}

    private final DSLContext sql;

    RoundReportQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The school groups and then the centres of a closed round that sent something, by name. */
    List<Subject> subjects(UUID roundId) {
        List<Subject> schoolGroups = sql.select(COMPARISON_GROUP.SCHOOL_GROUP_ID, COMPARISON_GROUP.NAME).from(COMPARISON_GROUP)
                .where(COMPARISON_GROUP.ROUND_ID.eq(roundId))
                .and(exists(selectOne().from(COMPARISON_MEMBER).join(COMPARISON_CENTRE)
                        .on(COMPARISON_CENTRE.ROUND_ID.eq(COMPARISON_MEMBER.ROUND_ID)
                                .and(COMPARISON_CENTRE.CENTRE_ID.eq(COMPARISON_MEMBER.CENTRE_ID)))
                        .where(COMPARISON_MEMBER.ROUND_ID.eq(COMPARISON_GROUP.ROUND_ID))
                        .and(COMPARISON_MEMBER.SCHOOL_GROUP_ID.eq(COMPARISON_GROUP.SCHOOL_GROUP_ID))
                        .and(COMPARISON_CENTRE.SENT_SCAN_ID.isNotNull())))
                .orderBy(NameOrder.of(COMPARISON_GROUP.NAME), COMPARISON_GROUP.NAME, COMPARISON_GROUP.SCHOOL_GROUP_ID)
                .fetch(found -> new Subject(Kind.school_group, found.value1(), found.value2()));
        List<Subject> centres = sql.select(COMPARISON_CENTRE.CENTRE_ID, COMPARISON_CENTRE.NAME).from(COMPARISON_CENTRE)
                .where(COMPARISON_CENTRE.ROUND_ID.eq(roundId)).and(COMPARISON_CENTRE.SENT_SCAN_ID.isNotNull())
                .orderBy(NameOrder.of(COMPARISON_CENTRE.NAME), COMPARISON_CENTRE.NAME, COMPARISON_CENTRE.CENTRE_ID)
                .fetch(found -> new Subject(Kind.centre, found.value1(), found.value2()));
        return Stream.concat(schoolGroups.stream(), centres.stream()).toList();
    }

    /** Orders the reports of a round, in the place of those that were ordered before; false when somebody did so just now. */
    boolean order(UUID orderId, UUID roundId, UUID personId, Instant now) {
        sql.deleteFrom(ROUND_REPORT_ORDER).where(ROUND_REPORT_ORDER.ROUND_ID.eq(roundId)).execute();
        return sql.insertInto(ROUND_REPORT_ORDER, ROUND_REPORT_ORDER.ID, ROUND_REPORT_ORDER.ROUND_ID, ROUND_REPORT_ORDER.REQUESTED_BY,
                ROUND_REPORT_ORDER.REQUESTED_AT).values(orderId, roundId, personId, now).onConflict(ROUND_REPORT_ORDER.ROUND_ID)
                .doNothing().execute() == 1;
    }

    /** Adds a report to an order. */
    void add(Item item, String fileName) {
        sql.insertInto(ROUND_REPORT, ROUND_REPORT.ORDER_ID, ROUND_REPORT.POSITION, ROUND_REPORT.KIND, ROUND_REPORT.SUBJECT_ID,
                ROUND_REPORT.FILE_NAME)
                .values(item.orderId(), item.position(), item.kind().name(), item.subjectId().orElse(null), fileName).execute();
    }

    /** Takes the next report in hand that is not made yet; the oldest order first. For one instance at a time. */
    Optional<Item> next() {
        var waiting = ROUND_REPORT.as("waiting");
        var ordered = ROUND_REPORT_ORDER.as("ordered");
        return sql.update(ROUND_REPORT).set(ROUND_REPORT.TRIES, ROUND_REPORT.TRIES.plus(1)).from(ROUND_REPORT_ORDER)
                .where(ROUND_REPORT_ORDER.ID.eq(ROUND_REPORT.ORDER_ID))
                .and(row(ROUND_REPORT.ORDER_ID, ROUND_REPORT.POSITION).eq(select(waiting.ORDER_ID, waiting.POSITION).from(waiting)
                        .join(ordered).on(ordered.ID.eq(waiting.ORDER_ID))
                        .where(waiting.PDF.isNull()).and(waiting.FAILURE.eq("")).and(waiting.TRIES.lt(MOST_TRIES))
                        .orderBy(waiting.TRIES, ordered.REQUESTED_AT, waiting.ORDER_ID, waiting.POSITION).limit(1)))
                .returningResult(ROUND_REPORT.ORDER_ID, ROUND_REPORT.POSITION, ROUND_REPORT.KIND, ROUND_REPORT.SUBJECT_ID,
                        ROUND_REPORT_ORDER.ROUND_ID)
                .fetchOptional(found -> new Item(found.value1(), found.value2(), Kind.valueOf(found.value3()),
                        Optional.ofNullable(found.value4()), found.value5()));
    }

    /** Keeps a report; does nothing when its order is there no more. */
    void keep(Item item, byte[] pdf, Instant now) {
        sql.update(ROUND_REPORT).set(ROUND_REPORT.PDF, pdf).set(ROUND_REPORT.MADE_AT, now).where(is(item.orderId(), item.position()))
                .execute();
    }

    /** Puts a report back that could not be begun. */
    void putBack(Item item) {
        sql.update(ROUND_REPORT).set(ROUND_REPORT.TRIES, ROUND_REPORT.TRIES.minus(1)).where(is(item.orderId(), item.position())).execute();
    }

    /** Gives up what was tried often enough; only while nothing is being made. */
    void giveUp() {
        sql.update(ROUND_REPORT).set(ROUND_REPORT.FAILURE, "Dit rapport kon ook na %d pogingen niet gemaakt worden.".formatted(MOST_TRIES))
                .where(ROUND_REPORT.PDF.isNull()).and(ROUND_REPORT.FAILURE.eq("")).and(ROUND_REPORT.TRIES.ge(MOST_TRIES)).execute();
    }

    /** How far the reports of a round are; empty when nobody asked for them. */
    Optional<Progress> progress(UUID roundId) {
        return sql
                .select(ROUND_REPORT_ORDER.ID, ROUND_REPORT_ORDER.REQUESTED_AT, count(), count(ROUND_REPORT.MADE_AT),
                        arrayAgg(ROUND_REPORT.FILE_NAME).orderBy(ROUND_REPORT.POSITION).filterWhere(ROUND_REPORT.FAILURE.ne("")))
                .from(ROUND_REPORT_ORDER).join(ROUND_REPORT).on(ROUND_REPORT.ORDER_ID.eq(ROUND_REPORT_ORDER.ID))
                .where(ROUND_REPORT_ORDER.ROUND_ID.eq(roundId)).groupBy(ROUND_REPORT_ORDER.ID)
                .fetchOptional(found -> new Progress(found.value1(), found.value2(), found.value3(), found.value4(),
                        Optional.ofNullable(found.value5()).map(names -> List.of(names)).orElse(List.of())));
    }

    /** The reports of an order that are made, in their order. */
    List<Entry> made(UUID orderId) {
        return sql.select(ROUND_REPORT.POSITION, ROUND_REPORT.FILE_NAME).from(ROUND_REPORT).where(ROUND_REPORT.ORDER_ID.eq(orderId))
                .and(ROUND_REPORT.MADE_AT.isNotNull()).orderBy(ROUND_REPORT.POSITION).fetch(Records.mapping(Entry::new));
    }

    /** The content of one report; empty when it is there no more. */
    Optional<byte[]> pdf(UUID orderId, int position) {
        return sql.select(ROUND_REPORT.PDF).from(ROUND_REPORT).where(is(orderId, position)).and(ROUND_REPORT.PDF.isNotNull())
                .fetchOptional(ROUND_REPORT.PDF);
    }

    private static Condition is(UUID orderId, int position) {
        return ROUND_REPORT.ORDER_ID.eq(orderId).and(ROUND_REPORT.POSITION.eq(position));
    }
}
