package be.zelfscan.organisation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Removing people in the database. Every method needs the transaction of a use case. */
@Singleton
class PersonRemovalRepository {
    private final JdbcOperations jdbc;

    PersonRemovalRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody as they are now, removed or not. */
    Optional<RemovePerson.Candidate> find(UUID personId) {
        return jdbc.prepareStatement("select name, email, removed_at is not null from person where id = ?", statement -> {
            statement.setObject(1, personId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new RemovePerson.Candidate(personId, row.getString(1), row.getString(2), roles(personId),
                                row.getBoolean(3)))
                        : Optional.empty();
            }
        });
    }

    private List<RemovePerson.Place> roles(UUID personId) {
        return jdbc.prepareStatement("""
                select role, place from (
                  select m.role, c.name as place from membership m join centre c on c.id = m.centre_id where m.person_id = ?
                  union all
                  select 'leader', g.name from school_group_leader l join school_group g on g.id = l.school_group_id where l.person_id = ?
                  union all
                  select 'support', '' from support_member where person_id = ?) r order by place, role""", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, personId);
            statement.setObject(3, personId);
            List<RemovePerson.Place> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new RemovePerson.Place(Role.valueOf(row.getString(1)), row.getString(2)));
                }
            }
            return found;
        });
    }

    /** Leaves nothing but a pseudonym. */
    void remove(UUID personId, Instant now) {
        jdbc.prepareStatement("select remove_person(?, ?)", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            return statement.execute();
        });
    }
}
