package be.zelfscan.organisation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Centres, people and memberships in the database. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface OrganisationRepository extends GenericRepository<Person, UUID> {

    @Query("select id, name from centre where id = :id")
    Optional<Centre> centre(UUID id);

    @Query("select id, name, email from person where email = lower(:email) and ended_on is null and removed_at is null")
    Optional<Person> personByEmail(String email);

    @Query("select id, name, email from person where id = :id")
    Optional<Person> person(UUID id);

    @Query("""
            select m.centre_id, c.name as centre_name, m.role from membership m join centre c on c.id = m.centre_id
            where m.person_id = :personId order by name_order(c.name), c.name, m.role""")
    List<Membership> memberships(UUID personId);

    /** The school groups that a person leads, by name. */
    @Query("""
            select g.id, g.name from school_group_leader l join school_group g on g.id = l.school_group_id
            where l.person_id = :personId order by name_order(g.name), g.name""")
    List<LedSchoolGroup> schoolGroupsLedBy(UUID personId);

    /** The directors of a centre, by name. */
    @Query("""
            select p.id, p.name, p.email from membership m join person p on p.id = m.person_id
            where m.centre_id = :centreId and m.role = 'director' and p.ended_on is null order by name_order(p.name), p.name""")
    List<Person> directors(UUID centreId);

    /** The names of the school groups for which a centre works. */
    @Query("""
            select g.name from centre_school_group w join school_group g on g.id = w.school_group_id
            where w.centre_id = :centreId order by name_order(g.name), g.name""")
    List<String> schoolGroupNames(UUID centreId);

    /** Everybody in a centre, by name. */
    @Query("""
            select p.id, p.name, p.email from person p where exists (select from membership m where m.person_id = p.id and m.centre_id = :centreId)
            order by name_order(p.name), p.name""")
    List<Person> people(UUID centreId);

    /** Adds a centre; does nothing when it is there already. */
    @Query("insert into centre (id, name) values (:id, :name) on conflict do nothing")
    void addCentre(UUID id, String name);

    /** Adds a school group; does nothing when it is there already. */
    @Query("insert into school_group (id, name) values (:id, :name) on conflict do nothing")
    void addSchoolGroup(UUID id, String name);

    @Query("insert into centre_school_group (centre_id, school_group_id) values (:centreId, :schoolGroupId) on conflict do nothing")
    void addCentreToSchoolGroup(UUID centreId, UUID schoolGroupId);

    /** Adds a person; does nothing when it is there already. */
    @Query("insert into person (id, name, email) values (:id, :name, lower(:email)) on conflict do nothing")
    void addPerson(UUID id, String name, String email);

    @Query("insert into membership (person_id, centre_id, role) values (:personId, :centreId, :role) on conflict do nothing")
    void addMembership(UUID personId, UUID centreId, Role role);
}
