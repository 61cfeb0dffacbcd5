package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.ANSWER;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SCAN;
import static org.jooq.impl.DSL.sum;

import be.zelfscan.organisation.Role;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** What is asked of the database while scans are open on many pages: for all pages at once, mostly in the scope of the service. */
@Singleton
class LiveQueries {
    /** What somebody is in the centre of a scan. */
    record Part(UUID scanId, UUID personId) {}

    private final DSLContext sql;

    LiveQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The roles of everybody of the centres of these scans. */
    @ReadOnly
    Map<Part, Set<Role>> roles(Collection<UUID> scans) {
        Map<Part, Set<Role>> roles = new HashMap<>();
        sql.select(SCAN.ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE).from(SCAN).join(MEMBERSHIP).on(MEMBERSHIP.CENTRE_ID.eq(SCAN.CENTRE_ID))
                .where(SCAN.ID.in(scans))
                .forEach(row -> roles.computeIfAbsent(new Part(row.value1(), row.value2()), part -> new HashSet<>())
                        .add(Role.valueOf(row.value3())));
        return roles;
    }

    /** How often something was written to each of these scans; more than before means that something new stands there. */
    @ReadOnly
    Map<UUID, Long> writes(Collection<UUID> scans) {
        return sql.select(ANSWER.SCAN_ID, sum(ANSWER.REVISION)).from(ANSWER).where(ANSWER.SCAN_ID.in(scans)).groupBy(ANSWER.SCAN_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    @ReadOnly
    Map<UUID, String> names(Collection<UUID> people) {
        return people.isEmpty() ? Map.of() : sql.select(PERSON.ID, PERSON.NAME).from(PERSON).where(PERSON.ID.in(people)).fetchMap(PERSON.ID,
                PERSON.NAME);
    }

    /** The scans of a round among these. */
    @ReadOnly
    Set<UUID> ofRound(UUID roundId, Collection<UUID> scans) {
        return sql.select(SCAN.ID).from(SCAN).where(SCAN.ROUND_ID.eq(roundId), SCAN.ID.in(scans)).fetchSet(SCAN.ID);
    }
}
