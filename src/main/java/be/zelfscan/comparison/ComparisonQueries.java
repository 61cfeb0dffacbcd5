package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRE;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBER;
import static be.zelfscan.database.schema.Tables.COMPARISON;
import static be.zelfscan.database.schema.Tables.COMPARISON_CELLS;
import static be.zelfscan.database.schema.Tables.COMPARISON_GROUP;
import static be.zelfscan.database.schema.Tables.FACT_CHOICE;
import static be.zelfscan.database.schema.Tables.FACT_PLACEMENT;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import be.zelfscan.questionnaire.QuestionnaireKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.SQLDataType;

/** Rounds, centres and their facts as they are compared. Every method needs the transaction of a use case, and shows what is of its person. */
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
                ROUND.MINIMUM_GROUP_SIZE, COMPARISON.FROZEN_AT, COMPARISON.METHOD).from(ROUND).leftJoin(COMPARISON)
                .on(COMPARISON.ROUND_ID.eq(ROUND.ID));
        return from.where(condition).and(ROUND.STATE.ne("draft")).orderBy(ROUND.OPENS_ON.desc(), ROUND.TITLE, ROUND.ID)
                .fetch(row -> new ComparedRound(row.get(ROUND.ID), row.get(ROUND.TITLE),
                        new QuestionnaireKey(row.get(ROUND.QUESTIONNAIRE_ID), row.get(ROUND.VERSION)), row.get(ROUND.OPENS_ON),
                        row.get(ROUND.MINIMUM_GROUP_SIZE),
                        Optional.ofNullable(row.get(COMPARISON.FROZEN_AT)).map(at -> at.toInstant()),
                        Optional.ofNullable(row.get(COMPARISON.METHOD)).orElse(Figures.METHOD)));
    }

    Optional<ComparedCentre> centre(UUID roundId, UUID centreId) {
        return centres(COMPARED_CENTRE.ROUND_ID.eq(roundId).and(COMPARED_CENTRE.CENTRE_ID.eq(centreId))).stream().findFirst();
    }

    /** The centres of a round that one sees by name, by name. */
    List<ComparedCentre> centres(UUID roundId) {
        return centres(COMPARED_CENTRE.ROUND_ID.eq(roundId));
    }

    /** The centres that worked for a school group, by name. */
    List<ComparedCentre> centresOf(UUID roundId, UUID schoolGroupId) {
        return centres(COMPARED_CENTRE.ROUND_ID.eq(roundId).and(COMPARED_CENTRE.CENTRE_ID.in(sql.select(COMPARED_MEMBER.CENTRE_ID)
                .from(COMPARED_MEMBER).where(COMPARED_MEMBER.ROUND_ID.eq(roundId))
                .and(COMPARED_MEMBER.SCHOOL_GROUP_ID.eq(schoolGroupId)))));
    }

    private List<ComparedCentre> centres(Condition condition) {
        return sql.select(COMPARED_CENTRE.CENTRE_ID, COMPARED_CENTRE.NAME, COMPARED_CENTRE.SENT_SCAN_ID).from(COMPARED_CENTRE)
                .where(condition).orderBy(COMPARED_CENTRE.NAME, COMPARED_CENTRE.CENTRE_ID)
                .fetch(row -> new ComparedCentre(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** The school groups of a round that one sees, by name. */
    List<ComparedGroup> groups(ComparedRound round) {
        return round.isFrozen() ? frozenGroups(COMPARISON_GROUP.ROUND_ID.eq(round.id()))
                : groupsNow(COMPARED_MEMBER.ROUND_ID.eq(round.id()));
    }

    private List<ComparedGroup> frozenGroups(Condition condition) {
        return sql.select(COMPARISON_GROUP.SCHOOL_GROUP_ID, COMPARISON_GROUP.NAME, COMPARISON_GROUP.CENTRES, COMPARISON_GROUP.SENT)
                .from(COMPARISON_GROUP).where(condition).orderBy(COMPARISON_GROUP.NAME, COMPARISON_GROUP.SCHOOL_GROUP_ID)
                .fetch(row -> new ComparedGroup(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** One school group in a round; empty when no centre worked for it. */
    Optional<ComparedGroup> group(ComparedRound round, UUID schoolGroupId) {
        return (round.isFrozen()
                ? frozenGroups(COMPARISON_GROUP.ROUND_ID.eq(round.id()).and(COMPARISON_GROUP.SCHOOL_GROUP_ID.eq(schoolGroupId)))
                : groupsNow(COMPARED_MEMBER.ROUND_ID.eq(round.id()).and(COMPARED_MEMBER.SCHOOL_GROUP_ID.eq(schoolGroupId)))).stream()
                .findFirst();
    }

    /** The school groups that a centre worked for in a round, by name. */
    Map<UUID, String> groupsOf(UUID roundId, UUID centreId) {
        return sql.select(COMPARED_MEMBER.SCHOOL_GROUP_ID, COMPARED_MEMBER.NAME).from(COMPARED_MEMBER)
                .where(COMPARED_MEMBER.ROUND_ID.eq(roundId)).and(COMPARED_MEMBER.CENTRE_ID.eq(centreId))
                .orderBy(COMPARED_MEMBER.NAME, COMPARED_MEMBER.SCHOOL_GROUP_ID)
                .fetchMap(COMPARED_MEMBER.SCHOOL_GROUP_ID, COMPARED_MEMBER.NAME);
    }

    private List<ComparedGroup> groupsNow(Condition condition) {
        return sql.select(COMPARED_MEMBER.SCHOOL_GROUP_ID, COMPARED_MEMBER.NAME, count(), count(COMPARED_CENTRE.SENT_SCAN_ID))
                .from(COMPARED_MEMBER).leftJoin(COMPARED_CENTRE)
                .on(COMPARED_CENTRE.ROUND_ID.eq(COMPARED_MEMBER.ROUND_ID).and(COMPARED_CENTRE.CENTRE_ID.eq(COMPARED_MEMBER.CENTRE_ID)))
                .where(condition)
                .groupBy(COMPARED_MEMBER.SCHOOL_GROUP_ID, COMPARED_MEMBER.NAME)
                .orderBy(COMPARED_MEMBER.NAME, COMPARED_MEMBER.SCHOOL_GROUP_ID)
                .fetch(row -> new ComparedGroup(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** What these centres answered, in the given order. */
    List<CentreFacts> facts(Collection<ComparedCentre> centres) {
        UUID[] sent = centres.stream().flatMap(centre -> centre.sentScanId().stream()).toArray(UUID[]::new);
        Map<UUID, Map<String, CentreFacts.Placed>> placements = new HashMap<>();
        sql.select(FACT_PLACEMENT.SENT_SCAN_ID, FACT_PLACEMENT.BLOCK, FACT_PLACEMENT.STAGE, FACT_PLACEMENT.AMBITION_STAGE)
                .from(FACT_PLACEMENT)
                .where(FACT_PLACEMENT.SENT_SCAN_ID.eq(any(sent)))
                .forEach(row -> placements.computeIfAbsent(row.value1(), none -> new HashMap<>()).put(row.value2(),
                        new CentreFacts.Placed(row.value3(), row.value4())));
        Map<UUID, List<CentreFacts.Chosen>> choices = sql.select(FACT_CHOICE.SENT_SCAN_ID, FACT_CHOICE.SECTION, FACT_CHOICE.QUESTION,
                FACT_CHOICE.OPTION, FACT_CHOICE.POSITION).from(FACT_CHOICE).where(FACT_CHOICE.SENT_SCAN_ID.eq(any(sent)))
                .stream().collect(Collectors.groupingBy(row -> row.value1(), Collectors.mapping(
                        row -> new CentreFacts.Chosen(row.value2(), row.value3(), row.value4(), row.value5()), Collectors.toList())));
        return centres.stream().map(centre -> new CentreFacts(centre,
                centre.sentScanId().map(id -> placements.getOrDefault(id, Map.of())).orElse(Map.of()),
                centre.sentScanId().map(id -> choices.getOrDefault(id, List.of())).orElse(List.of()))).toList();
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
                        row.get(COMPARISON_CELLS.CENTRES), row.get(COMPARISON_CELLS.HIDDEN), row.get(COMPARISON_CELLS.OWN)));
    }

    /** The rounds before another in which a centre sent a scan, the newest first; of the same instrument, in whatever version. */
    List<ComparedRound> earlierRounds(ComparedRound later, UUID centreId) {
        return rounds(ROUND.OPENS_ON.lt(later.opensOn()).and(ROUND.QUESTIONNAIRE_ID.eq(later.questionnaire().id()))
                .and(ROUND.ID.in(sql.select(COMPARED_CENTRE.ROUND_ID).from(COMPARED_CENTRE).where(COMPARED_CENTRE.CENTRE_ID.eq(centreId))
                        .and(COMPARED_CENTRE.SENT_SCAN_ID.isNotNull()))));
    }

    /** The rounds before another, the newest first; of the same instrument, in whatever version. */
    List<ComparedRound> earlierRounds(ComparedRound later) {
        return rounds(ROUND.OPENS_ON.lt(later.opensOn()).and(ROUND.QUESTIONNAIRE_ID.eq(later.questionnaire().id())));
    }

    /**
     * How the centres that sent a scan in both rounds placed their blocks then and now.
     *
     * @return those of the net under {@link FigureQueries#NET}, those of each school group of the later round under its id; none where nobody sent in both
     */
    Map<UUID, List<Movement>> movements(UUID earlierRound, UUID laterRound) {
        var now = FigureQueries.netAndGroups(laterRound).asTable("members", "key", "sent_scan_id");
        Field<UUID> key = field(name("members", "key"), SQLDataType.UUID);
        var then = COMPARED_CENTRE.as("centre_then");
        var centre = COMPARED_CENTRE.as("centre_now");
        var before = FACT_PLACEMENT.as("placement_then");
        var after = FACT_PLACEMENT.as("placement_now");
        Map<UUID, List<Movement>> byKey = new HashMap<>();
        sql.select(key, before.BLOCK, before.STAGE, after.STAGE, count()).from(now)
                .join(centre).on(centre.SENT_SCAN_ID.eq(field(name("members", "sent_scan_id"), SQLDataType.UUID)))
                .and(centre.ROUND_ID.eq(laterRound))
                .join(then).on(then.CENTRE_ID.eq(centre.CENTRE_ID)).and(then.ROUND_ID.eq(earlierRound))
                .join(before).on(before.SENT_SCAN_ID.eq(then.SENT_SCAN_ID))
                .join(after).on(after.SENT_SCAN_ID.eq(centre.SENT_SCAN_ID).and(after.BLOCK.eq(before.BLOCK)))
                .groupBy(key, before.BLOCK, before.STAGE, after.STAGE)
                .forEach(row -> byKey.computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(new Movement(row.value2(), row.value3(), row.value4(), row.value5())));
        return byKey;
    }
}
