package be.zelfscan.access;

import be.zelfscan.organisation.Role;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import be.zelfscan.organisation.Person;
import java.util.Set;
import java.util.UUID;

/** What people are in centres. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AccessRepository extends GenericRepository<Person, UUID> {

    /** The roles of a person in a centre; empty when the person has nothing to do with it. */
    @Query("select role from membership where person_id = :personId and centre_id = :centreId")
    Set<Role> roles(UUID personId, UUID centreId);
}
