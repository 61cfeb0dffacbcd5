package be.zelfscan.organisation;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SITE;
import static be.zelfscan.database.schema.Tables.SUPPORT_MEMBER;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import be.zelfscan.database.NameOrder;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** Reads the whole net, or what of it the one for whom it is read may see. Removed people are not in it. */
@Singleton
public class NetQueries {
    private final DSLContext sql;

    NetQueries(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional
    public Net read() {
        return new Net(
                sql.select(SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME, SCHOOL_GROUP.ENDED_ON).from(SCHOOL_GROUP)
                        .orderBy(NameOrder.of(SCHOOL_GROUP.NAME), SCHOOL_GROUP.NAME, SCHOOL_GROUP.ID)
                        .fetch(row -> new SchoolGroup(row.value1(), row.value2(), Optional.ofNullable(row.value3()))),
                centres(),
                sql.select(SITE.ID, SITE.CENTRE_ID, SITE.NAME, SITE.ENDED_ON).from(SITE)
                        .orderBy(NameOrder.of(SITE.NAME), SITE.NAME, SITE.ID)
                        .fetch(row -> new Site(row.value1(), row.value2(), row.value3(), Optional.ofNullable(row.value4()))),
                people());
    }

    private List<NetCentre> centres() {
        Map<UUID, List<UUID>> schoolGroups = sql.select(CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID)
                .from(CENTRE_SCHOOL_GROUP).fetchGroups(CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID);
        return sql.select(CENTRE.ID, CENTRE.NAME, CENTRE.ENDED_ON).from(CENTRE)
                .orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME, CENTRE.ID)
                .fetch(row -> new NetCentre(row.value1(), row.value2(), Set.copyOf(schoolGroups.getOrDefault(row.value1(), List.of())),
                        Optional.ofNullable(row.value3())));
    }

    private List<NetPerson> people() {
        Map<UUID, List<HeldRole>> roles = sql.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.CENTRE_ID, MEMBERSHIP.ROLE).from(MEMBERSHIP)
                .unionAll(select(SCHOOL_GROUP_LEADER.PERSON_ID, SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID, inline(Role.leader.name()))
                        .from(SCHOOL_GROUP_LEADER))
                .unionAll(select(SUPPORT_MEMBER.PERSON_ID, castNull(SQLDataType.UUID), inline(Role.support.name())).from(SUPPORT_MEMBER))
                .fetchGroups(MEMBERSHIP.PERSON_ID, row -> new HeldRole(Role.valueOf(row.value3()), Optional.ofNullable(row.value2())));
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, PERSON.ENDED_ON).from(PERSON).where(PERSON.REMOVED_AT.isNull())
                .orderBy(NameOrder.of(PERSON.NAME), PERSON.NAME, PERSON.ID)
                .fetch(row -> new NetPerson(row.value1(), row.value2(), row.value3(),
                        Set.copyOf(roles.getOrDefault(row.value1(), List.of())), Optional.ofNullable(row.value4())));
    }
}
