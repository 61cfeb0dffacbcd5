package be.zelfscan.organisation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the whole net, or what of it the one for whom it is read may see. Removed people are not in it. */
@Singleton
public class NetQueries {
    private final JdbcOperations jdbc;

    NetQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Transactional
    public Net read() {
        Map<UUID, Set<UUID>> schoolGroups = new HashMap<>();
        list("select centre_id, school_group_id from centre_school_group", row -> schoolGroups
                .computeIfAbsent(id(row, 1), centre -> new HashSet<>()).add(id(row, 2)));
        Map<UUID, Set<HeldRole>> roles = new HashMap<>();
        list("""
                select person_id, centre_id, role from membership union all select person_id, school_group_id, 'leader' from school_group_leader
                union all select person_id, null, 'support' from support_member""",
                row -> roles.computeIfAbsent(id(row, 1), person -> new HashSet<>())
                        .add(new HeldRole(Role.valueOf(row.getString(3)), Optional.ofNullable(id(row, 2)))));
        return new Net(
                list("select id, name, ended_on from school_group order by name_order(name), name, id",
                        row -> new SchoolGroup(id(row, 1), row.getString(2), date(row, 3))),
                list("select id, name, ended_on from centre order by name_order(name), name, id",
                        row -> new NetCentre(id(row, 1), row.getString(2),
                                schoolGroups.getOrDefault(id(row, 1), Set.of()), date(row, 3))),
                list("select id, centre_id, name, ended_on from site order by name_order(name), name, id",
                        row -> new Site(id(row, 1), id(row, 2), row.getString(3), date(row, 4))),
                list("select id, name, email, ended_on from person where removed_at is null order by name_order(name), name, id",
                        row -> new NetPerson(id(row, 1), row.getString(2), row.getString(3), roles.getOrDefault(id(row, 1), Set.of()),
                                date(row, 4))));
    }

    private <T> List<T> list(String sql, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reading.read(row));
                }
            }
            return List.copyOf(all);
        });
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
