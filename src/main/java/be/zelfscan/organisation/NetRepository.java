package be.zelfscan.organisation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Saves changes of the net, a kind of thing in one statement however many there are. Every method needs the transaction of a use case. */
@Singleton
public class NetRepository {
    private final JdbcOperations jdbc;
    private final NetQueries queries;

    NetRepository(JdbcOperations jdbc, NetQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    private record Pair(UUID of, UUID to, String role) {}

    /** The net, which nobody else changes until the transaction ends: what a rule saw of it still holds when the change is saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Net readToChange() {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('organisation'))", PreparedStatement::execute);
        return queries.read();
    }

    /** Adds what is new and makes the rest as it has to be, with its school groups or roles. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(ChangeSet changes) {
        saveNamed("school_group", changes.schoolGroups(), SchoolGroup::id, SchoolGroup::name);
        saveNamed("centre", changes.centres(), NetCentre::id, NetCentre::name);
        saveSites(changes.sites());
        savePeople(changes.people());
        savePairs("centre_school_group (centre_id, school_group_id)", "(centre_id, school_group_id)",
                changes.centres().stream().map(NetCentre::id).toList(), changes.centres().stream()
                        .flatMap(centre -> centre.schoolGroups().stream().map(group -> new Pair(centre.id(), group, ""))).toList());
        saveRoles(changes.people());
    }

    private <T extends Endable> void saveNamed(String table, List<T> all, Function<T, UUID> id, Function<T, String> name) {
        run("insert into " + table + """
                 (id, name, ended_on) select * from unnest(?::uuid[], ?::text[], ?::date[])
                on conflict (id) do update set name = excluded.name, ended_on = excluded.ended_on""",
                all, id, name, NetRepository::end);
    }

    private void saveSites(List<Site> sites) {
        run("""
                insert into site (id, centre_id, name, ended_on) select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[])
                on conflict (id) do update set name = excluded.name, ended_on = excluded.ended_on""", sites, Site::id, Site::centreId,
                Site::name, NetRepository::end);
    }

    private void savePeople(List<NetPerson> people) {
        run("""
                insert into person (id, name, email, ended_on) select * from unnest(?::uuid[], ?::text[], ?::text[], ?::date[])
                on conflict (id) do update set name = excluded.name, email = excluded.email, ended_on = excluded.ended_on""", people,
                NetPerson::id, NetPerson::name, NetPerson::email, NetRepository::end);
    }

    /** The support team last: whoever leaves it here has to see the net until then. */
    private void saveRoles(List<NetPerson> people) {
        List<UUID> ids = people.stream().map(NetPerson::id).toList();
        savePairs("membership (person_id, centre_id, role)", "(person_id, centre_id, role)", ids, pairs(people, Role.OF_CENTRE));
        savePairs("school_group_leader (person_id, school_group_id)", "(person_id, school_group_id)", ids,
                pairs(people, Set.of(Role.leader)));
        run("insert into support_member (person_id) select * from unnest(?::uuid[]) on conflict do nothing",
                people.stream().filter(NetPerson::isSupport).toList(), NetPerson::id);
        run("delete from support_member where person_id = any (?::uuid[])", people.stream().filter(person -> !person.isSupport()).toList(),
                NetPerson::id);
    }

    private static List<Pair> pairs(List<NetPerson> people, Set<Role> roles) {
        return people.stream().flatMap(person -> person.roles().stream().filter(held -> roles.contains(held.role()))
                .map(held -> new Pair(person.id(), held.where().orElseThrow(), held.role().name()))).toList();
    }

    /** Makes what these have in a table exactly these pairs. */
    private void savePairs(String table, String key, Collection<UUID> of, List<Pair> pairs) {
        if (of.isEmpty()) {
            return;
        }
        String columns = key.contains("role") ? "x.a, x.b, x.c" : "x.a, x.b";
        String rows = "unnest(?::uuid[], ?::uuid[], ?::text[]) as x(a, b, c)";
        jdbc.prepareStatement("delete from " + table.substring(0, table.indexOf(' ')) + " where " + key.substring(1, key.indexOf(','))
                + " = any (?::uuid[]) and " + key + " not in (select " + columns + " from " + rows + ")", statement -> {
                    statement.setArray(1, array(statement, of));
                    setPairs(statement, 2, pairs);
                    return statement.executeUpdate();
                });
        jdbc.prepareStatement("insert into " + table + " select " + columns + " from " + rows + " on conflict do nothing", statement -> {
            setPairs(statement, 1, pairs);
            return statement.executeUpdate();
        });
    }

    private static void setPairs(PreparedStatement statement, int first, List<Pair> pairs) throws SQLException {
        statement.setArray(first, array(statement, pairs.stream().map(Pair::of).toList()));
        statement.setArray(first + 1, array(statement, pairs.stream().map(Pair::to).toList()));
        statement.setArray(first + 2, array(statement, pairs.stream().map(Pair::role).toList()));
    }

    @SafeVarargs
    private <T> void run(String sql, List<T> all, Function<T, ?>... columns) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, array(statement, all.stream().map(columns[i]).map(value -> (Object) value).toList()));
            }
            return statement.executeUpdate();
        });
    }

    private static Array array(PreparedStatement statement, Collection<?> values) throws SQLException {
        return statement.getConnection().createArrayOf("text",
                values.stream().map(value -> value.equals("") ? null : value.toString()).toArray());
    }

    private static String end(Endable thing) {
        return thing.endedOn().map(Object::toString).orElse("");
    }
}
