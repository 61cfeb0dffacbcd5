package be.zelfscan.organisation;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Single centres and people, and what they have to do with each other; the net as a whole is {@link NetRepository}. Each method is a
 * transaction of its own where no use case has one: who makes a mail asks for one thing here, and renders it outside of any transaction.
 */
@Singleton
@Transactional
public class OrganisationRepository {
    /** A role that a person has in a centre. */
    public record Membership(UUID centreId, String centreName, Role role) {}

    private final DSLContext sql;

    OrganisationRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The name of a centre; empty when there is none, or nobody here may know it. */
    public Optional<String> centreName(UUID id) {
        return sql.select(CENTRE.NAME).from(CENTRE).where(CENTRE.ID.eq(id)).fetchOptional(CENTRE.NAME);
    }

    /** Who can sign in with an address. */
    public Optional<Person> personByEmail(String email) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL).from(PERSON)
                .where(PERSON.EMAIL.eq(lower(email)), PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull())
                .fetchOptional(Records.mapping(Person::new));
    }

    /** Somebody, removed or not. */
    public Optional<Person> person(UUID id) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL).from(PERSON).where(PERSON.ID.eq(id))
                .fetchOptional(Records.mapping(Person::new));
    }

    /** The roles of a person in centres, by name. */
    public List<Membership> memberships(UUID personId) {
        return sql.select(MEMBERSHIP.CENTRE_ID, CENTRE.NAME, MEMBERSHIP.ROLE.convertFrom(Role::valueOf)).from(MEMBERSHIP).join(CENTRE)
                .on(CENTRE.ID.eq(MEMBERSHIP.CENTRE_ID)).where(MEMBERSHIP.PERSON_ID.eq(personId))
                .orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME, MEMBERSHIP.ROLE).fetch(Records.mapping(Membership::new));
    }

    /** The roles of a person in a centre; empty when the person has nothing to do with it. */
    public Set<Role> roles(UUID personId, UUID centreId) {
        return sql.select(field("unnest(roles_in_centre({0}, {1}))", String.class, val(personId), val(centreId)))
                .fetchSet(row -> Role.valueOf(row.value1()));
    }

    /** The school groups that a person leads, by name. */
    public List<SchoolGroup> schoolGroupsLedBy(UUID personId) {
        return sql.select(SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME, SCHOOL_GROUP.ENDED_ON).from(SCHOOL_GROUP_LEADER).join(SCHOOL_GROUP)
                .on(SCHOOL_GROUP.ID.eq(SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID)).where(SCHOOL_GROUP_LEADER.PERSON_ID.eq(personId))
                .orderBy(NameOrder.of(SCHOOL_GROUP.NAME), SCHOOL_GROUP.NAME)
                .fetch(row -> new SchoolGroup(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** The directors of a centre, by name. */
    public List<Person> directors(UUID centreId) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL).from(MEMBERSHIP).join(PERSON).on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.CENTRE_ID.eq(centreId), MEMBERSHIP.ROLE.eq(Role.director.name()), PERSON.ENDED_ON.isNull())
                .orderBy(NameOrder.of(PERSON.NAME), PERSON.NAME).fetch(Records.mapping(Person::new));
    }

    /** The names of the school groups for which a centre works. */
    public List<String> schoolGroupNames(UUID centreId) {
        return sql.select(SCHOOL_GROUP.NAME).from(CENTRE_SCHOOL_GROUP).join(SCHOOL_GROUP)
                .on(SCHOOL_GROUP.ID.eq(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID)).where(CENTRE_SCHOOL_GROUP.CENTRE_ID.eq(centreId))
                .orderBy(NameOrder.of(SCHOOL_GROUP.NAME), SCHOOL_GROUP.NAME).fetch(SCHOOL_GROUP.NAME);
    }

    /** Adds a centre; does nothing when it is there already. */
    public void addCentre(UUID id, String name) {
        sql.insertInto(CENTRE, CENTRE.ID, CENTRE.NAME).values(id, name).onConflictDoNothing().execute();
    }

    /** Adds a school group; does nothing when it is there already. */
    public void addSchoolGroup(UUID id, String name) {
        sql.insertInto(SCHOOL_GROUP, SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME).values(id, name).onConflictDoNothing().execute();
    }

    public void addCentreToSchoolGroup(UUID centreId, UUID schoolGroupId) {
        sql.insertInto(CENTRE_SCHOOL_GROUP, CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID)
                .values(centreId, schoolGroupId).onConflictDoNothing().execute();
    }

    /** Adds a person; does nothing when it is there already. */
    public void addPerson(UUID id, String name, String email) {
        sql.insertInto(PERSON).set(PERSON.ID, id).set(PERSON.NAME, name).set(PERSON.EMAIL, lower(email)).onConflictDoNothing().execute();
    }

    public void addMembership(UUID personId, UUID centreId, Role role) {
        sql.insertInto(MEMBERSHIP, MEMBERSHIP.PERSON_ID, MEMBERSHIP.CENTRE_ID, MEMBERSHIP.ROLE).values(personId, centreId, role.name())
                .onConflictDoNothing().execute();
    }
}
