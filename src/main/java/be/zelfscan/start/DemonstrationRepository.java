package be.zelfscan.start;

import be.zelfscan.organisation.Role;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What only a demonstration puts in the database, and who plays in it. Every method needs the transaction of a use case. */
@Singleton
class DemonstrationRepository {
    private final JdbcOperations jdbc;

    DemonstrationRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasSchoolGroup(UUID id) {
        return jdbc.prepareStatement("select exists (select from school_group where id = ?)", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    void addSite(UUID id, UUID centreId, String name) {
        update("insert into site (id, centre_id, name) values (?, ?, ?) on conflict do nothing", id, centreId, name);
    }

    void addLeader(UUID personId, UUID schoolGroupId) {
        update("insert into school_group_leader (person_id, school_group_id) values (?, ?) on conflict do nothing", personId,
                schoolGroupId);
    }

    void addSupport(UUID personId) {
        update("insert into support_member (person_id) values (?) on conflict do nothing", personId);
    }

    void addRecipient(UUID roundId, String kind, String role) {
        update("insert into round_recipient (round_id, kind, role) values (?, ?, ?) on conflict do nothing", roundId, kind, role);
    }

    /** @param closedAt empty for a round that is open */
    void addRound(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, Instant openedAt,
            Optional<Instant> closedAt) {
        update("""
                insert into round (id, title, questionnaire_id, version, opens_on, closes_on, state, opened_at, closed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz)) on conflict do nothing""", id, title, questionnaireId, version,
                opensOn,
                closesOn, closedAt.isPresent() ? "closed" : "open", openedAt.atOffset(ZoneOffset.UTC),
                closedAt.map(Instant::toString).orElse(null));
    }

    private void update(String sql, Object... values) {
        jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    /** Everybody whom one can be, those of one place first: who was removed or left is not among them. */
    List<StartPages.Example> players(String firstPlace) {
        return jdbc.prepareStatement(
                """
                select p.id, p.name, p.email, r.role, r.place from person p join (
                  select m.person_id, m.role, c.name as place from membership m join centre c on c.id = m.centre_id
                  union all
                  select l.person_id, 'leader', g.name from school_group_leader l join school_group g on g.id = l.school_group_id
                  union all
                  select person_id, 'support', '' from support_member) r on r.person_id = p.id
                where p.removed_at is null and p.ended_on is null and p.id::text like ? order by r.place <> ?, p.id, r.role, r.place limit 500""",
                statement -> {
                    statement.setString(1, Cast.PREFIX + "%");
                    statement.setString(2, firstPlace);
                    List<StartPages.Example> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(new StartPages.Example(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                                    Role.valueOf(row.getString(4)), row.getString(5)));
                        }
                    }
                    return found;
                });
    }
}
