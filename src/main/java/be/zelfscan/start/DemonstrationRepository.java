package be.zelfscan.start;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_RECIPIENT;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SITE;
import static be.zelfscan.database.schema.Tables.SUPPORT_MEMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import be.zelfscan.organisation.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

/** What only a demonstration puts in the database, and who plays in it. Every method needs the transaction of a use case. */
@Singleton
class DemonstrationRepository {
    private static final int MOST_PLAYERS = 500;

    private final DSLContext sql;

    DemonstrationRepository(DSLContext sql) {
        this.sql = sql;
    }

    boolean hasSchoolGroup(UUID id) {
        return sql.fetchExists(SCHOOL_GROUP, SCHOOL_GROUP.ID.eq(id));
    }

    void addSite(UUID id, UUID centreId, String name) {
        sql.insertInto(SITE, SITE.ID, SITE.CENTRE_ID, SITE.NAME).values(id, centreId, name).onConflictDoNothing().execute();
    }

    void addLeader(UUID personId, UUID schoolGroupId) {
        sql.insertInto(SCHOOL_GROUP_LEADER, SCHOOL_GROUP_LEADER.PERSON_ID, SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID)
                .values(personId, schoolGroupId).onConflictDoNothing().execute();
    }

    void addSupport(UUID personId) {
        sql.insertInto(SUPPORT_MEMBER, SUPPORT_MEMBER.PERSON_ID).values(personId).onConflictDoNothing().execute();
    }

    void addRecipient(UUID roundId, String kind, String role) {
        sql.insertInto(ROUND_RECIPIENT, ROUND_RECIPIENT.ROUND_ID, ROUND_RECIPIENT.KIND, ROUND_RECIPIENT.ROLE).values(roundId, kind, role)
                .onConflictDoNothing().execute();
    }

    /** @param closedAt empty for a round that is open */
    void addRound(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, Instant openedAt,
            Optional<Instant> closedAt) {
        sql.insertInto(ROUND).set(ROUND.ID, id).set(ROUND.TITLE, title).set(ROUND.QUESTIONNAIRE_ID, questionnaireId)
                .set(ROUND.VERSION, version).set(ROUND.OPENS_ON, opensOn).set(ROUND.CLOSES_ON, closesOn)
                .set(ROUND.STATE, closedAt.isPresent() ? "closed" : "open").set(ROUND.OPENED_AT, openedAt)
                .set(ROUND.CLOSED_AT, closedAt.orElse(null)).onConflictDoNothing().execute();
    }

    /** Everybody whom one can be, those of one place first: who was removed or left is not among them. */
    List<StartPages.Example> players(String firstPlace) {
        Field<String> place = CENTRE.NAME.as("place");
        var roles = select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE, place).from(MEMBERSHIP).join(CENTRE)
                .on(CENTRE.ID.eq(MEMBERSHIP.CENTRE_ID))
                .unionAll(select(SCHOOL_GROUP_LEADER.PERSON_ID, inline(Role.leader.name()), SCHOOL_GROUP.NAME).from(SCHOOL_GROUP_LEADER)
                        .join(SCHOOL_GROUP).on(SCHOOL_GROUP.ID.eq(SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID)))
                .unionAll(select(SUPPORT_MEMBER.PERSON_ID, inline(Role.support.name()), inline("")).from(SUPPORT_MEMBER)).asTable("roles");
        return sql
                .select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, roles.field(MEMBERSHIP.ROLE).convertFrom(Role::valueOf), roles.field(place))
                .from(PERSON).join(roles).on(roles.field(MEMBERSHIP.PERSON_ID).eq(PERSON.ID))
                .where(PERSON.REMOVED_AT.isNull(), PERSON.ENDED_ON.isNull(), PERSON.ID.cast(SQLDataType.CLOB).startsWith(Cast.PREFIX))
                .orderBy(roles.field(place).ne(firstPlace), PERSON.ID, roles.field(MEMBERSHIP.ROLE), roles.field(place)).limit(MOST_PLAYERS)
                .fetch(Records.mapping(StartPages.Example::new));
    }
}
