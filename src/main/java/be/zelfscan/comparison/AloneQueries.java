package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.OPENING;

import be.zelfscan.database.Scope;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * How a frozen round divides for somebody who has to do with one centre or one school group only: for reports that are made without a reader. Only the
 * service itself sees the whole net, so only it can ask.
 */
@Singleton
class AloneQueries {
    private final DSLContext sql;

    AloneQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param candidates school groups of which figures could be shown
     * @param named the centres that are seen by name
     * @throws IllegalStateException when somebody asks for whom the database hides a part of the net
     */
    List<Guard.Cell<UUID>> cells(UUID roundId, Collection<UUID> candidates, Set<UUID> named) {
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
    Set<UUID> named(UUID roundId, UUID centreId) {
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
}
