package be.zelfscan.access;

import be.zelfscan.organisation.Role;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import be.zelfscan.organisation.Person;
import java.util.Set;
import java.util.UUID;

/** What people are in centres. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AccessRepository extends GenericRepository<Person, UUID> {

    /** The roles of a person in a centre; empty when the person has nothing to do with it. */
    @Query("select unnest(roles_in_centre(:personId, :centreId))")
    Set<Role> roles(UUID personId, UUID centreId);
}
