package be.zelfscan.campaign;

import be.zelfscan.round.Recipient;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** What running a round needs to know of the whole net, in the database. */
@Singleton
@Transactional
class CampaignRepository {
    /** The number of centres of a round, and of those that sent. */
    record Count(int centres, int sent) {}

    /**
     * For whom a mail of a round would be about one of its centres.
     *
     * @param recipient empty, once, for a centre for which nobody gets it
     * @param ofCentre whether the recipient works in the centre; otherwise it is the leader of a school group
     * @param sent whether the centre sent something in the round
     */
    record Addressed(UUID centreId, String centre, Optional<Recipient> recipient, boolean ofCentre, boolean sent) {}

    private final JdbcOperations jdbc;
    private final DSLContext sql;

    CampaignRepository(JdbcOperations jdbc, DSLContext sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** Who would get a mail of this kind now, by centre and by name. */
    List<Addressed> addressed(UUID roundId, String kind) {
        return sql.fetch("""
                select c.id as centre_id, c.name as centre, p.person_id, p.name, p.email,
                       exists (select from membership m where m.person_id = p.person_id and m.centre_id = c.id) as of_centre,
                       exists (select from scan s join sent_scan x on x.scan_id = s.id where s.round_id = part.round_id and s.centre_id = c.id) as sent
                from round_centre part join centre c on c.id = part.centre_id
                left join lateral round_recipients(part.round_id, part.centre_id, ?) p on true
                where part.round_id = ? order by c.name, c.id, p.name, p.person_id""", kind, roundId)
                .map(row -> new Addressed(row.get("centre_id", UUID.class), row.get("centre", String.class),
                        Optional.ofNullable(row.get("person_id", UUID.class))
                                .map(id -> new Recipient(id, row.get("name", String.class), row.get("email", String.class))),
                        row.get("of_centre", Boolean.class), row.get("sent", Boolean.class)));
    }

    /** Every centre, by name. */
    List<CentreOfNet> centres(LocalDate today) {
        return jdbc.prepareStatement("""
                select c.id, c.name, coalesce(c.ended_on <= ?, false), g.id, g.name
                from centre c left join centre_school_group cg on cg.centre_id = c.id left join school_group g on g.id = cg.school_group_id
                order by name_order(c.name), c.name, c.id, name_order(g.name), g.name""", statement -> {
            statement.setObject(1, today);
            Map<UUID, CentreOfNet> found = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID group = row.getObject(4, UUID.class);
                    List<CentreOfNet.Group> groups = group == null ? List.of() : List.of(new CentreOfNet.Group(group, row.getString(5)));
                    found.merge(row.getObject(1, UUID.class),
                            new CentreOfNet(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), groups),
                            CampaignRepository::joined);
                }
            }
            return List.copyOf(found.values());
        });
    }

    private static CentreOfNet joined(CentreOfNet one, CentreOfNet other) {
        List<CentreOfNet.Group> groups = new ArrayList<>(one.schoolGroups());
        groups.addAll(other.schoolGroups());
        return new CentreOfNet(one.id(), one.name(), one.ended(), groups);
    }

    /** How many centres each round has. */
    Map<UUID, Count> counts() {
        return jdbc.prepareStatement("""
                select rc.round_id, count(*), count(*) filter (where s.state = 'sent')
                from round_centre rc left join scan s on s.round_id = rc.round_id and s.centre_id = rc.centre_id group by rc.round_id""",
                statement -> {
                    Map<UUID, Count> found = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.put(row.getObject(1, UUID.class), new Count(row.getInt(2), row.getInt(3)));
                        }
                    }
                    return found;
                });
    }

    /** Takes a centre out of a round in which it has not started; answers whether it could. */
    boolean removeNotStarted(UUID roundId, UUID centreId) {
        return jdbc.prepareStatement("""
                delete from round_centre c where c.round_id = ? and c.centre_id = ?
                and not exists (select from scan s where s.round_id = c.round_id and s.centre_id = c.centre_id)""", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, centreId);
            return statement.executeUpdate() == 1;
        });
    }
}
