package be.zelfscan.organisation;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SITE;
import static be.zelfscan.database.schema.Tables.SUPPORT_MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.Names;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/** Reads the whole net, for a page or for a rule, and saves changes of it. What changes it needs the transaction of a use case. */
@Singleton
public class NetRepository {
    /** What is to be saved: each thing that is new or differs, as it has to be afterwards. */
    public record Changes(List<SchoolGroup> schoolGroups, List<Centre> centres, List<Site> sites, List<PersonWithRoles> people) {
        static Changes of(NetPart part) {
            return switch (part) {
                case SchoolGroup group -> new Changes(List.of(group), List.of(), List.of(), List.of());
                case Centre centre -> new Changes(List.of(), List.of(centre), List.of(), List.of());
                case Site site -> new Changes(List.of(), List.of(), List.of(site), List.of());
            };
        }

        static Changes of(PersonWithRoles person) {
            return new Changes(List.of(), List.of(), List.of(), List.of(person));
        }

        public boolean isEmpty() {
            return schoolGroups.isEmpty() && centres.isEmpty() && sites.isEmpty() && people.isEmpty();
        }
    }

    private record IdPair(UUID of, UUID to) {}

    private final DSLContext sql;

    NetRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The net by name, or what of it the one for whom it is read may see. Removed people are not in it. Put in order here: the database
     * needs ten times as long.
     */
    @Transactional
    public Net read() {
        return new Net(
                schoolGroups(),
                centres(),
                Names.inOrder(sql.select(SITE.ID, SITE.CENTRE_ID, SITE.NAME, SITE.ENDED_ON).from(SITE).orderBy(SITE.ID)
                        .fetch(row -> new Site(row.value1(), row.value2(), row.value3(), Optional.ofNullable(row.value4()))), Site::name),
                Names.inOrder(people(), PersonWithRoles::name));
    }

    /** Every school group, by name. */
    @Transactional
    public List<SchoolGroup> schoolGroups() {
        return Names.inOrder(sql.select(SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME, SCHOOL_GROUP.ENDED_ON).from(SCHOOL_GROUP)
                .orderBy(SCHOOL_GROUP.ID).fetch(row -> new SchoolGroup(row.value1(), row.value2(), Optional.ofNullable(row.value3()))),
                SchoolGroup::name);
    }

    /** Every centre, by name. */
    @Transactional
    public List<Centre> centres() {
        Map<UUID, List<UUID>> schoolGroups = sql.select(CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID)
                .from(CENTRE_SCHOOL_GROUP).fetchGroups(CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID);
        return Names.inOrder(sql.select(CENTRE.ID, CENTRE.NAME, CENTRE.ENDED_ON).from(CENTRE).orderBy(CENTRE.ID)
                .fetch(row -> new Centre(row.value1(), row.value2(), Set.copyOf(schoolGroups.getOrDefault(row.value1(), List.of())),
                        Optional.ofNullable(row.value3()))),
                Centre::name);
    }

    private List<PersonWithRoles> people() {
        Map<UUID, List<HeldRole>> roles = sql.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.CENTRE_ID, MEMBERSHIP.ROLE).from(MEMBERSHIP)
                .unionAll(select(SCHOOL_GROUP_LEADER.PERSON_ID, SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID, inline(Role.leader.name()))
                        .from(SCHOOL_GROUP_LEADER))
                .unionAll(select(SUPPORT_MEMBER.PERSON_ID, castNull(SQLDataType.UUID), inline(Role.support.name())).from(SUPPORT_MEMBER))
                .fetchGroups(MEMBERSHIP.PERSON_ID, row -> new HeldRole(Role.valueOf(row.value3()), Optional.ofNullable(row.value2())));
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, PERSON.ENDED_ON).from(PERSON).where(PERSON.REMOVED_AT.isNull())
                .orderBy(PERSON.ID)
                .fetch(row -> new PersonWithRoles(row.value1(), row.value2(), row.value3(),
                        Set.copyOf(roles.getOrDefault(row.value1(), List.of())), Optional.ofNullable(row.value4())));
    }

    /** The net, which nobody else changes until the transaction ends: what a rule saw of it still holds when the change is saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Net readToChange() {
        sql.execute("select pg_advisory_xact_lock(hashtext('organisation'))");
        return read();
    }

    /** Leaves nothing of a person but a pseudonym. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID personId, Instant now) {
        sql.execute("select remove_person({0}, {1})", val(personId), val(now));
    }

    /**
     * Adds what is new and makes the rest as it has to be, with its school groups or roles; things of a kind in one statement, however
     * many.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Changes changes) {
        saveSchoolGroups(changes.schoolGroups());
        saveCentres(changes.centres());
        saveSites(changes.sites());
        savePeople(changes.people());
        savePairs(CENTRE_SCHOOL_GROUP.CENTRE_ID, CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID, Map.of(),
                changes.centres().stream().map(Centre::id),
                changes.centres().stream().flatMap(centre -> centre.schoolGroups().stream().map(group -> new IdPair(centre.id(), group))));
        saveRoles(changes.people());
    }

    private void saveSchoolGroups(List<SchoolGroup> groups) {
        if (!groups.isEmpty()) {
            sql.insertInto(SCHOOL_GROUP, SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME, SCHOOL_GROUP.ENDED_ON)
                    .valuesOfRows(groups.stream().map(group -> row(group.id(), group.name(), end(group))).toList())
                    .onConflict(SCHOOL_GROUP.ID).doUpdate().set(SCHOOL_GROUP.NAME, excluded(SCHOOL_GROUP.NAME))
                    .set(SCHOOL_GROUP.ENDED_ON, excluded(SCHOOL_GROUP.ENDED_ON)).execute();
        }
    }

    private void saveCentres(List<Centre> centres) {
        if (!centres.isEmpty()) {
            sql.insertInto(CENTRE, CENTRE.ID, CENTRE.NAME, CENTRE.ENDED_ON)
                    .valuesOfRows(centres.stream().map(centre -> row(centre.id(), centre.name(), end(centre))).toList())
                    .onConflict(CENTRE.ID).doUpdate().set(CENTRE.NAME, excluded(CENTRE.NAME))
                    .set(CENTRE.ENDED_ON, excluded(CENTRE.ENDED_ON)).execute();
        }
    }

    private void saveSites(List<Site> sites) {
        if (!sites.isEmpty()) {
            sql.insertInto(SITE, SITE.ID, SITE.CENTRE_ID, SITE.NAME, SITE.ENDED_ON)
                    .valuesOfRows(sites.stream().map(site -> row(site.id(), site.centreId(), site.name(), end(site))).toList())
                    .onConflict(SITE.ID).doUpdate().set(SITE.NAME, excluded(SITE.NAME)).set(SITE.ENDED_ON, excluded(SITE.ENDED_ON))
                    .execute();
        }
    }

    private void savePeople(List<PersonWithRoles> people) {
        if (!people.isEmpty()) {
            sql.insertInto(PERSON, PERSON.ID, PERSON.NAME, PERSON.EMAIL, PERSON.ENDED_ON)
                    .valuesOfRows(people.stream().map(person -> row(person.id(), person.name(), person.email(), end(person))).toList())
                    .onConflict(PERSON.ID).doUpdate().set(PERSON.NAME, excluded(PERSON.NAME)).set(PERSON.EMAIL, excluded(PERSON.EMAIL))
                    .set(PERSON.ENDED_ON, excluded(PERSON.ENDED_ON)).execute();
        }
    }

    private static LocalDate end(Endable thing) {
        return thing.endedOn().orElse(null);
    }

    /** The support team last: whoever leaves it here has to see the net until then. */
    private void saveRoles(List<PersonWithRoles> people) {
        for (Role role : Role.OF_CENTRE) {
            savePairs(MEMBERSHIP.PERSON_ID, MEMBERSHIP.CENTRE_ID, Map.of(MEMBERSHIP.ROLE, role.name()),
                    people.stream().map(PersonWithRoles::id),
                    pairs(people, role));
        }
        savePairs(SCHOOL_GROUP_LEADER.PERSON_ID, SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID, Map.of(), people.stream().map(PersonWithRoles::id),
                pairs(people, Role.leader));
        people.stream().filter(PersonWithRoles::isSupport).forEach(person -> sql.insertInto(SUPPORT_MEMBER, SUPPORT_MEMBER.PERSON_ID)
                .values(person.id()).onConflictDoNothing().execute());
        sql.deleteFrom(SUPPORT_MEMBER)
                .where(isOneOf(SUPPORT_MEMBER.PERSON_ID, people.stream().filter(person -> !person.isSupport()).map(PersonWithRoles::id)))
                .execute();
    }

    private static Stream<IdPair> pairs(List<PersonWithRoles> people, Role role) {
        return people.stream().flatMap(person -> person.roles().stream().filter(held -> held.role() == role)
                .map(held -> new IdPair(person.id(), held.where().orElseThrow())));
    }

    /**
     * Makes what these have in a table exactly these pairs.
     *
     * @param rest of each row that is meant
     */
    private void savePairs(TableField<Record, UUID> of, TableField<Record, UUID> to, Map<Field<?>, ?> rest, Stream<UUID> all,
            Stream<IdPair> pairs) {
        Table<Record> table = of.getTable();
        Set<IdPair> wanted = pairs.collect(Collectors.toSet());
        Set<IdPair> there = sql.select(of, to).from(table).where(isOneOf(of, all), condition(rest)).fetchSet(Records.mapping(IdPair::new));
        there.stream().filter(pair -> !wanted.contains(pair))
                .forEach(gone -> sql.deleteFrom(table).where(of.eq(gone.of()), to.eq(gone.to()), condition(rest)).execute());
        sql.batched(batch -> wanted.stream().filter(pair -> !there.contains(pair))
                .forEach(pair -> batch.dsl().insertInto(table).set(of, pair.of()).set(to, pair.to()).set(rest).execute()));
    }

    private static Condition isOneOf(Field<UUID> field, Stream<UUID> ids) {
        return field.eq(any(ids.toArray(UUID[]::new)));
    }
}
