package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_GROUPS;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.COMPARISON;
import static be.zelfscan.database.schema.Tables.COMPARISON_CELLS;
import static be.zelfscan.database.schema.Tables.COMPARISON_GROUP;
import static be.zelfscan.database.schema.Tables.OPENING;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import be.zelfscan.database.Scope;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Records;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.SelectLimitStep;

/**
 * Rounds, centres and school groups as they are compared. Every method needs the transaction of a use case, and shows what is of its
 * person.
 */
@Singleton
public class ComparisonQueries {
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

    Optional<ComparedRound.Centre> centre(UUID roundId, UUID centreId) {
        return centres(roundId, COMPARED_CENTRES.CENTRE_ID.eq(centreId)).stream().findFirst();
    }

    /** The centres of a round that one sees by name, by name. */
    List<ComparedRound.Centre> centres(UUID roundId) {
        return centres(roundId, noCondition());
    }

    /** The centres that worked for a school group, by name. */
    List<ComparedRound.Centre> centresOf(UUID roundId, UUID schoolGroupId) {
        UUID[] members = sql.select(COMPARED_MEMBERS.CENTRE_ID).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(schoolGroupId)).fetchArray(COMPARED_MEMBERS.CENTRE_ID);
        return centres(roundId, COMPARED_CENTRES.CENTRE_ID.eq(any(members)));
    }

    private List<ComparedRound.Centre> centres(UUID roundId, Condition condition) {
        return centresByName(roundId, condition).fetch(ComparisonQueries::centre);
    }

    private SelectLimitStep<Record3<UUID, String, UUID>> centresByName(UUID roundId, Condition condition) {
        return sql.select(COMPARED_CENTRES.CENTRE_ID, COMPARED_CENTRES.NAME, COMPARED_CENTRES.SENT_SCAN_ID)
                .from(COMPARED_CENTRES.call(roundId)).where(condition)
                .orderBy(NameOrder.of(COMPARED_CENTRES.NAME), COMPARED_CENTRES.NAME, COMPARED_CENTRES.CENTRE_ID);
    }

    private static ComparedRound.Centre centre(Record3<UUID, String, UUID> row) {
        return new ComparedRound.Centre(row.value1(), row.value2(), Optional.ofNullable(row.value3()));
    }

    /** What the centres that a filter leaves sent, for counting. */
    static Select<Record2<UUID, UUID>> sent(UUID roundId, NetFilter filter) {
        return select(inline(FigureQueries.NET).as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                .from(COMPARED_CENTRES.call(roundId)).where(chosen(roundId, filter)).and(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull());
    }

    /** How many centres a filter leaves, whether they sent a scan or not. */
    int centreCount(UUID roundId, NetFilter filter) {
        return sql.selectCount().from(COMPARED_CENTRES.call(roundId)).where(chosen(roundId, filter)).fetchSingle().value1();
    }

    /** Some of the centres that a filter leaves, by name. */
    List<ComparedRound.Centre> centres(UUID roundId, NetFilter filter, int from, int most) {
        return centresByName(roundId, chosen(roundId, filter)).offset(from).limit(most).fetch(ComparisonQueries::centre);
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

    /** The school groups of a round that one sees, by name. */
    public List<ComparedRound.SchoolGroup> groups(UUID roundId) {
        return groups(roundId, noCondition());
    }

    /** One school group in a round; empty when no centre worked for it. */
    Optional<ComparedRound.SchoolGroup> group(UUID roundId, UUID schoolGroupId) {
        return groups(roundId, COMPARED_GROUPS.SCHOOL_GROUP_ID.eq(schoolGroupId)).stream().findFirst();
    }

    private List<ComparedRound.SchoolGroup> groups(UUID roundId, Condition condition) {
        return sql.select(COMPARED_GROUPS.SCHOOL_GROUP_ID, COMPARED_GROUPS.NAME, COMPARED_GROUPS.CENTRES, COMPARED_GROUPS.SENT)
                .from(COMPARED_GROUPS.call(roundId)).where(condition)
                .orderBy(NameOrder.of(COMPARED_GROUPS.NAME), COMPARED_GROUPS.NAME, COMPARED_GROUPS.SCHOOL_GROUP_ID)
                .fetch(Records.mapping(ComparedRound.SchoolGroup::new));
    }

    /** The school groups that a centre worked for in a round, by name. */
    Map<UUID, String> groupsOf(UUID roundId, UUID centreId) {
        return sql.select(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.CENTRE_ID.eq(centreId))
                .orderBy(NameOrder.of(COMPARED_MEMBERS.NAME), COMPARED_MEMBERS.NAME, COMPARED_MEMBERS.SCHOOL_GROUP_ID)
                .fetchMap(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME);
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

    /**
     * How a frozen round divides for somebody who has to do with one centre or school group only: for reports that are made without a
     * reader. Only the service itself sees the whole net, so only it can ask.
     *
     * @param candidates school groups of which figures could be shown
     * @param named the centres that are seen by name
     * @throws IllegalStateException when somebody asks for whom the database hides a part of the net
     */
    List<Guard.Cell<UUID>> cellsWithoutReader(UUID roundId, Collection<UUID> candidates, Set<UUID> named) {
        if (!(Scope.current() instanceof Scope.Service)) {
            throw new IllegalStateException("Only the service sees the whole net");
        }
        Map<UUID, Set<UUID>> groupsOf = new HashMap<>();
        sql.select(COMPARED_MEMBERS.CENTRE_ID, COMPARED_MEMBERS.SCHOOL_GROUP_ID).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.SCHOOL_GROUP_ID.in(candidates))
                .forEach(row -> groupsOf.computeIfAbsent(row.value1(), none -> new TreeSet<>()).add(row.value2()));
        Map<Set<UUID>, List<UUID>> bySets = new HashMap<>();
        sql.select(COMPARED_CENTRES.CENTRE_ID).from(COMPARED_CENTRES.call(roundId)).where(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull())
                .fetch(COMPARED_CENTRES.CENTRE_ID)
                .forEach(centre -> bySets.computeIfAbsent(groupsOf.getOrDefault(centre, Set.of()), none -> new ArrayList<>()).add(centre));
        return bySets.entrySet().stream().map(cell -> cell(cell.getKey(), cell.getValue(), named)).toList();
    }

    /** A centre, and those with which it ever opened results of a round: its people know these by name. */
    Set<UUID> seenByName(UUID roundId, UUID centreId) {
        Set<UUID> named = new TreeSet<>(Set.of(centreId));
        sql.select(OPENING.OFFERING_ID, OPENING.ACCEPTING_ID).from(OPENING).where(OPENING.ROUND_ID.eq(roundId))
                .and(OPENING.ACCEPTED_AT.isNotNull()).and(OPENING.OFFERING_ID.eq(centreId).or(OPENING.ACCEPTING_ID.eq(centreId)))
                .forEach(row -> named.addAll(List.of(row.value1(), row.value2())));
        return named;
    }

    private static Guard.Cell<UUID> cell(Set<UUID> groups, List<UUID> centres, Set<UUID> named) {
        Set<UUID> sets = new TreeSet<>(groups);
        sets.add(FigureQueries.NET);
        return new Guard.Cell<>(sets, centres.size(), (int) centres.stream().filter(centre -> !named.contains(centre)).count());
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
