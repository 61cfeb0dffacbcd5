package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** For whom the centres of a round worked. Every method needs the transaction of a use case. */
@Singleton
class SchoolGroupQueries {
    private final DSLContext sql;

    SchoolGroupQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** By name. */
    List<SchoolGroupChoice> ofRound(UUID roundId) {
        return sql.select(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME).from(COMPARED_MEMBERS.call(roundId))
                .groupBy(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME)
                .orderBy(NameOrder.of(COMPARED_MEMBERS.NAME), COMPARED_MEMBERS.NAME, COMPARED_MEMBERS.SCHOOL_GROUP_ID)
                .fetch(row -> new SchoolGroupChoice(row.value1(), row.value2()));
    }

    Set<UUID> centresOf(UUID roundId, UUID schoolGroupId) {
        return sql.select(COMPARED_MEMBERS.CENTRE_ID).from(COMPARED_MEMBERS.call(roundId))
                .where(COMPARED_MEMBERS.SCHOOL_GROUP_ID.eq(schoolGroupId)).fetchSet(COMPARED_MEMBERS.CENTRE_ID);
    }
}
