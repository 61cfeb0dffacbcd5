package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.COMPARISON;
import static be.zelfscan.database.schema.Tables.COMPARISON_CELLS;
import static be.zelfscan.database.schema.Tables.COMPARISON_GROUP;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Rounds, centres and school groups as they are compared. Every method needs the transaction of a use case, and shows what is of its person. */
@Singleton
class ComparisonQueries {
    /** A centre in a frozen round. */
    record FrozenPart(UUID roundId, UUID centreId) {}

    private final DSLContext sql;

    ComparisonQueries(DSLContext sql) {
        this.sql = sql;
    }

    Optional<ComparedRound> round(UUID roundId) {
        return rounds(ROUND.ID.eq(roundId)).stream().findFirst();
    }

    /** The rounds that were opened, the newest first. */
    List<ComparedRound> rounds() {
        return rounds(ROUND.STATE.ne("draft"));
    }

    private List<ComparedRound> rounds(Condition condition) {
        SelectJoinStep<? extends Record> from = sql.select(ROUND.ID, ROUND.TITLE, ROUND.QUESTIONNAIRE_ID, ROUND.VERSION, ROUND.OPENS_ON,
                ROUND.MINIMUM_GROUP_SIZE, ROUND.CLOSED_AT, COMPARISON.FROZEN_AT, COMPARISON.METHOD).from(ROUND).leftJoin(COMPARISON)
                .on(COMPARISON.ROUND_ID.eq(ROUND.ID));
        return from.where(condition).and(ROUND.STATE.ne("draft"))
                .orderBy(ROUND.OPENS_ON.desc(), NameOrder.of(ROUND.TITLE), ROUND.TITLE, ROUND.ID)
                .fetch(row -> new ComparedRound(row.get(ROUND.ID), row.get(ROUND.TITLE),
                        new QuestionnaireKey(row.get(ROUND.QUESTIONNAIRE_ID), row.get(ROUND.VERSION)), row.get(ROUND.OPENS_ON),
                        row.get(ROUND.MINIMUM_GROUP_SIZE),
                        Optional.ofNullable(row.get(ROUND.CLOSED_AT)).map(at -> at.atZone(BelgianDutch.ZONE).toLocalDate()),
                        Optional.ofNullable(row.get(COMPARISON.FROZEN_AT)),
                        Optional.ofNullable(row.get(COMPARISON.METHOD)).orElse(Figures.METHOD)));
    }

    Optional<ComparedCentre> centre(UUID roundId, UUID centreId) {
        return centres(roundId, COMPARED_CENTRES.CENTRE_ID.eq(centreId)).stream().findFirst();
    }

    /** The centres of a round that one sees by name, by name. */
    List<ComparedCentre> centres(UUID roundId) {
        return centres(roundId, noCondition());
    }

    /** The centres that worked for a school group, by name. */
    List<ComparedCentre> centresOf(UUID roundId, UUID schoolGroupId) {
        UUID[] members = sql.select(COMPARED_MEMBERS.CENTRE_ID).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(schoolGroupId)).fetchArray(COMPARED_MEMBERS.CENTRE_ID);
        return centres(roundId, COMPARED_CENTRES.CENTRE_ID.eq(any(members)));
    }

    private List<ComparedCentre> centres(UUID roundId, Condition condition) {
        return sql.select(COMPARED_CENTRES.CENTRE_ID, COMPARED_CENTRES.NAME, COMPARED_CENTRES.SENT_SCAN_ID)
                .from(COMPARED_CENTRES.call(roundId)).where(condition)
                .orderBy(NameOrder.of(COMPARED_CENTRES.NAME), COMPARED_CENTRES.NAME, COMPARED_CENTRES.CENTRE_ID)
                .fetch(row -> new ComparedCentre(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** The school groups of a round that one sees, by name. */
    List<ComparedGroup> groups(ComparedRound round) {
        return round.isFrozen() ? frozenGroups(COMPARISON_GROUP.ROUND_ID.eq(round.id()))
                : groupsNow(round.id(), noCondition());
    }

    private List<ComparedGroup> frozenGroups(Condition condition) {
        return sql.select(COMPARISON_GROUP.SCHOOL_GROUP_ID, COMPARISON_GROUP.NAME, COMPARISON_GROUP.CENTRES, COMPARISON_GROUP.SENT)
                .from(COMPARISON_GROUP).where(condition)
                .orderBy(NameOrder.of(COMPARISON_GROUP.NAME), COMPARISON_GROUP.NAME, COMPARISON_GROUP.SCHOOL_GROUP_ID)
                .fetch(row -> new ComparedGroup(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** One school group in a round; empty when no centre worked for it. */
    Optional<ComparedGroup> group(ComparedRound round, UUID schoolGroupId) {
        return (round.isFrozen()
                ? frozenGroups(COMPARISON_GROUP.ROUND_ID.eq(round.id()).and(COMPARISON_GROUP.SCHOOL_GROUP_ID.eq(schoolGroupId)))
                : groupsNow(round.id(), COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(schoolGroupId))).stream()
                .findFirst();
    }

    /** The school groups that a centre worked for in a round, by name. */
    Map<UUID, String> groupsOf(UUID roundId, UUID centreId) {
        return sql.select(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.CENTRE_ID.eq(centreId))
                .orderBy(NameOrder.of(COMPARED_MEMBERS.NAME), COMPARED_MEMBERS.NAME, COMPARED_MEMBERS.SCHOOL_GROUP_ID)
                .fetchMap(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME);
    }

    private List<ComparedGroup> groupsNow(UUID roundId, Condition condition) {
        return sql.select(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME, count(), count(COMPARED_CENTRES.SENT_SCAN_ID))
                .from(COMPARED_MEMBERS.call(roundId)).leftJoin(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.CENTRE_ID.eq(COMPARED_MEMBERS.CENTRE_ID)).where(condition)
                .groupBy(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME)
                .orderBy(NameOrder.of(COMPARED_MEMBERS.NAME), COMPARED_MEMBERS.NAME, COMPARED_MEMBERS.SCHOOL_GROUP_ID)
                .fetch(row -> new ComparedGroup(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Where something was sent, whichever of its numbers counts; empty when the round is not frozen. */
    Optional<FrozenPart> frozenPart(UUID sentScanId) {
        return sql.select(SCAN.ROUND_ID, SCAN.CENTRE_ID).from(SENT_SCAN).join(SCAN).on(SCAN.ID.eq(SENT_SCAN.SCAN_ID)).join(COMPARISON)
                .on(COMPARISON.ROUND_ID.eq(SCAN.ROUND_ID)).where(SENT_SCAN.ID.eq(sentScanId)).fetchOptional()
                .map(row -> new FrozenPart(row.value1(), row.value2()));
    }

    boolean isLed(UUID schoolGroupId, UUID personId) {
        return sql.fetchExists(SCHOOL_GROUP_LEADER,
                SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID.eq(schoolGroupId).and(SCHOOL_GROUP_LEADER.PERSON_ID.eq(personId)));
    }

    /** The names of the school groups of a frozen round that one sees. */
    Map<UUID, String> groupNames(UUID roundId) {
        return sql.select(COMPARISON_GROUP.SCHOOL_GROUP_ID, COMPARISON_GROUP.NAME).from(COMPARISON_GROUP)
                .where(COMPARISON_GROUP.ROUND_ID.eq(roundId)).fetchMap(COMPARISON_GROUP.SCHOOL_GROUP_ID, COMPARISON_GROUP.NAME);
    }

    /** How a frozen round divides for the person behind the transaction. */
    List<Guard.Cell<UUID>> cells(UUID roundId) {
        return sql.selectFrom(COMPARISON_CELLS.call(roundId))
                .fetch(row -> new Guard.Cell<>(
                        Stream.concat(Stream.of(FigureQueries.NET), Arrays.stream(row.get(COMPARISON_CELLS.SCHOOL_GROUPS)))
                                .collect(Collectors.toSet()),
                        row.get(COMPARISON_CELLS.CENTRES), row.get(COMPARISON_CELLS.HIDDEN)));
    }

    /** The closed rounds before another in which a centre sent a scan, the newest first; of the same instrument, in whatever version. */
    List<ComparedRound> earlierRounds(ComparedRound later, UUID centreId) {
        return rounds(isBefore(later)
                .and(exists(selectOne().from(COMPARED_CENTRES.call(ROUND.ID)).where(COMPARED_CENTRES.CENTRE_ID.eq(centreId))
                        .and(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull()))));
    }

    /** The closed rounds before another, the newest first; of the same instrument, in whatever version. */
    List<ComparedRound> earlierRounds(ComparedRound later) {
        return rounds(isBefore(later));
    }

    /** What an open round says still changes, so nothing is said to have moved since. */
    private static Condition isBefore(ComparedRound later) {
        return ROUND.OPENS_ON.lt(later.opensOn()).and(ROUND.QUESTIONNAIRE_ID.eq(later.questionnaire().id()))
                .and(COMPARISON.FROZEN_AT.isNotNull());
    }
}
