package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.campaign.FollowRound.CentreOfNet;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.text.Names;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The centres of the net and of rounds, for who runs the rounds. Every method needs the transaction of a use case. */
@Singleton
class CampaignQueries {
    /** The number of centres of a round, and of those that sent. */
    record Count(int centres, int sent) {
        static final Count NONE = new Count(0, 0);
    }

    private final DSLContext sql;

    CampaignQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Every centre, by name. Put in order here: the database needs ten times as long. */
    List<CentreOfNet> centres(LocalDate today) {
        return Names.inOrder(sql
                .select(CENTRE.ID, CENTRE.NAME, CENTRE.ENDED_ON, SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME, SCHOOL_GROUP.ENDED_ON).from(CENTRE)
                .leftJoin(CENTRE_SCHOOL_GROUP).on(CENTRE_SCHOOL_GROUP.CENTRE_ID.eq(CENTRE.ID)).leftJoin(SCHOOL_GROUP)
                .on(SCHOOL_GROUP.ID.eq(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID))
                .orderBy(CENTRE.ID, SCHOOL_GROUP.ID)
                .fetchGroups(
                        row -> new CentreOfNet(row.value1(), row.value2(), row.value3() != null && !row.value3().isAfter(today), List.of()),
                        row -> Optional.ofNullable(row.value4())
                                .map(id -> new SchoolGroup(id, row.value5(), Optional.ofNullable(row.value6()))))
                .entrySet().stream()
                .map(found -> found.getKey()
                        .with(Names.inOrder(found.getValue().stream().flatMap(Optional::stream).toList(), SchoolGroup::name)))
                .toList(), CentreOfNet::name);
    }

    /** How many centres each round has. */
    Map<UUID, Count> counts() {
        return sql.select(ROUND_CENTRE.ROUND_ID, count(), count().filterWhere(SCAN.STATE.eq("sent"))).from(ROUND_CENTRE).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID).and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID))).groupBy(ROUND_CENTRE.ROUND_ID)
                .fetchMap(row -> row.value1(), row -> new Count(row.value2(), row.value3()));
    }

    /** Takes a centre out of a round in which it has not started; returns whether it could. */
    boolean removeNotStarted(UUID roundId, UUID centreId) {
        return sql.deleteFrom(ROUND_CENTRE).where(ROUND_CENTRE.ROUND_ID.eq(roundId)).and(ROUND_CENTRE.CENTRE_ID.eq(centreId))
                .and(notExists(
                        selectOne().from(SCAN).where(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID))
                                .and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID))))
                .execute() == 1;
    }
}
