package be.zelfscan.followup;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Introductions in the database. Every method needs the transaction of a use case. */
@Singleton
class IntroductionRepository {
    /** An introduction as it was made. */
    record Made(UUID id, UUID roundId, String block, UUID inspiring, UUID seeking, String message) {}

    private static final String ACTIVE = "p.ended_on is null and p.removed_at is null";

    private final JdbcOperations jdbc;

    IntroductionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers whether it is there now; not when these two were introduced before for that block. */
    boolean add(Made made, UUID person, Instant now) {
        return jdbc.prepareStatement("""
                insert into introduction (id, round_id, block, inspiring, seeking, message, introduced_by, introduced_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", statement -> {
            statement.setObject(1, made.id());
            statement.setObject(2, made.roundId());
            statement.setString(3, made.block());
            statement.setObject(4, made.inspiring());
            statement.setObject(5, made.seeking());
            statement.setString(6, made.message());
            statement.setObject(7, person);
            statement.setObject(8, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
    }

    void addPerson(UUID introductionId, UUID personId, UUID centreId) {
        jdbc.prepareStatement("insert into introduced_person (introduction_id, person_id, centre_id) values (?, ?, ?)", statement -> {
            statement.setObject(1, introductionId);
            statement.setObject(2, personId);
            statement.setObject(3, centreId);
            return statement.executeUpdate();
        });
    }

    Optional<Made> find(UUID id) {
        return jdbc.prepareStatement("select round_id, block, inspiring, seeking, message from introduction where id = ?", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Made(id, row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class), row.getString(5))) : Optional.empty();
            }
        });
    }

    /** The directors of a centre who can sign in, by name. */
    List<Introduction.Director> directors(UUID centreId) {
        return people("select p.id, p.name, p.email from membership m join person p on p.id = m.person_id "
                + "where m.centre_id = ? and m.role = 'director' and " + ACTIVE + " order by name_order(p.name), p.name, p.id", centreId);
    }

    /** Whom an introduction named for a centre, as far as they are still there, by name. */
    List<Introduction.Director> introduced(UUID introductionId, UUID centreId) {
        return people("select p.id, p.name, p.email from introduced_person i join person p on p.id = i.person_id "
                + "where i.introduction_id = ? and i.centre_id = ? and " + ACTIVE + " order by name_order(p.name), p.name, p.id",
                introductionId, centreId);
    }

    private List<Introduction.Director> people(String query, UUID... values) {
        return jdbc.prepareStatement(query, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Introduction.Director> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Introduction.Director(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
                }
            }
            return found;
        });
    }
}
