package be.zelfscan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

/** The second wall: whatever is asked of the database, without any check of the service, it gives a person nothing of another centre. */
class RowSecurityIT {
    /** Tables whose rows are nobody's. */
    private static final Set<String> NOBODYS = Set.of("flyway_schema_history", "questionnaire_version", "scheduled_tasks", "mailbox_mail");
    /** Tables that only the support team or the service itself reads. */
    private static final Set<String> OF_THE_NET = Set.of("sign_in_link", "sign_in_count", "session", "activity_log", "api_token",
            "note_label",
            "labelled_note",
            "introduction", "introduced_person", "round_report_order", "round_report", "reminder_request");

    /** Tables whose rows are of one member of a team, and not of the others. */
    private static final List<String> OF_ONE_MEMBER = List.of("own_placement", "ready_member");

    private static TestService service;
    private static TestNet net;

    @BeforeAll
    static void makeNet() {
        service = TestService.get();
        net = new TestNet();
        service.change("insert into preparation (scan_id, opened_by, opened_at) values (?, ?, now())", net.scan,
                net.person(Actor.coordinator));
        for (Actor actor : List.of(Actor.member, Actor.coordinator, Actor.director)) {
            service.change("insert into own_placement (scan_id, person_id, section, view, stage, why, placed_at)"
                    + " values (?, ?, 'behartiger', 'stage', 'planmatig', 'Daarom.', now())", net.scan, net.person(actor));
        }
        service.change("insert into ready_member (scan_id, person_id, ready_at) values (?, ?, now())", net.scan, net.person(Actor.member));
        service.change(
                "insert into team_spread (scan_id, section, kind, code, members) values (?, 'preventie', 'placement', 'planmatig', 3)",
                net.scan);
        net.agreement();
        service.change("insert into dissenting_view (id, scan_id, section, view, held_by, entered_by, entered_at)"
                + " values (gen_random_uuid(), ?, 'preventie', 'Anders.', 'iemand', ?, now())", net.scan, net.person(Actor.member));
    }

    /** By table: which of its rows are of the first centre, its school group or its people. */
    private static Map<String, String> rowsOfTheFirstCentre() {
        String people = list(Stream.of(Actor.member, Actor.director, Actor.leader, Actor.support).map(net::person));
        String ofCentre = "centre_id = " + quoted(net.centre);
        String scans = list(service.texts("select id::text from scan where " + ofCentre).stream().map(UUID::fromString));
        String ofSent = "sent_scan_id = " + quoted(net.sent);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("centre", "id = " + quoted(net.centre));
        rows.put("school_group", "id = " + quoted(net.schoolGroup));
        rows.put("centre_school_group", ofCentre);
        rows.put("site", ofCentre);
        rows.put("person", "id in " + people);
        rows.put("membership", ofCentre);
        rows.put("school_group_leader", "person_id in " + people);
        rows.put("support_member", "person_id in " + people);
        rows.put("round_centre", ofCentre);
        rows.put("scan", ofCentre);
        rows.put("answer", "scan_id in " + scans);
        rows.put("answer_history", "scan_id in " + scans);
        rows.put("sent_scan", "id = " + quoted(net.sent));
        rows.put("fact", ofSent);
        rows.put("sent_note", ofSent);
        rows.put("agreement", ofCentre);
        rows.put("interpretation", "scan_id in " + scans);
        rows.put("what_became", "scan_id in " + scans);
        rows.put("message", "subject_id = " + quoted(net.sent));
        rows.put("preparation", "scan_id = " + quoted(net.scan));
        rows.put("team_spread", "scan_id = " + quoted(net.scan));
        rows.put("dissenting_view", "scan_id = " + quoted(net.scan));
        OF_ONE_MEMBER.forEach(table -> rows.put(table, "scan_id = " + quoted(net.scan)));
        rows.put("help", "id = " + quoted(net.proposedHelp()));
        rows.put("need", "id = " + quoted(net.need()));
        return rows;
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }

    private static String list(Stream<UUID> ids) {
        return ids.map(RowSecurityIT::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    @Test
    void everyTableIsGuardedOrNamedHereAsNobodys() {
        assertThat(service.texts("""
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1""")).isSubsetOf(NOBODYS);
    }

    @Test
    void somebodyOfAnotherCentreGetsNoRowOfThisOne() {
        rowsOfTheFirstCentre().forEach((table, rows) -> {
            String query = "select count(*) from " + table + " where " + rows;
            assertThat(service.count(query)).as("rows to hide in " + table).isPositive();
            for (Actor actor : List.of(Actor.director_of_another_centre, Actor.leader_of_another_group, Actor.nobody)) {
                assertThat(count(actor, query)).as(table + " for " + actor).isZero();
            }
        });
        OF_THE_NET.forEach(table -> assertThat(count(Actor.director, "select count(*) from " + table)).as(table).isZero());
        assertThat(count(Actor.nobody, "select count(*) from round")).isZero();
    }

    @Test
    void whoseItIsGetsIt() {
        String answers = "select count(*) from answer where " + rowsOfTheFirstCentre().get("answer");
        String sent = "select count(*) from sent_scan where id = " + quoted(net.sent);
        for (Actor actor : List.of(Actor.member, Actor.director, Actor.leader, Actor.support)) {
            assertThat(count(actor, sent)).as("sent, for " + actor).isPositive();
        }
        assertThat(count(Actor.member, answers)).isPositive();
    }

    @Test
    void answersThatAreNotSentAreReadByNobodyOutsideTheCentre() {
        String answers = "select count(*) from answer where " + rowsOfTheFirstCentre().get("answer");
        assertThat(count(Actor.support, answers)).isZero();
        assertThat(count(Actor.leader, answers)).isZero();
    }

    @Test
    void whatAMemberThinksAloneIsReadByThatMemberAndByNobodyElse() {
        for (String table : OF_ONE_MEMBER) {
            String rows = "select count(*) from " + table + " where scan_id = " + quoted(net.scan);
            assertThat(count(Actor.member, rows)).as("own, in " + table).isOne();
            assertThat(count(Actor.director, rows + " and person_id <> " + quoted(net.person(Actor.director)))).as(table).isZero();
            assertThat(count(Actor.support, rows)).as(table).isZero();
            assertThat(count(Actor.leader, rows)).as(table).isZero();
            assertThat(count(new Scope.Service(), rows)).as(table + " for the service").isZero();
        }
        assertThat(change(Actor.director, "update own_placement set why = 'x' where person_id = '%s'", net.person(Actor.member))).isZero();
        assertThatThrownBy(() -> change(Actor.director, """
                insert into own_placement (scan_id, person_id, section, view, why, placed_at)
                values ('%s', '%s', 'teamwerk', 'unsure', '', now())""", net.scan, net.person(Actor.member)))
                .hasMessageContaining("row-level security");
        for (Actor actor : List.of(Actor.support, Actor.leader)) {
            for (String table : List.of("team_spread", "dissenting_view")) {
                assertThat(count(actor, "select count(*) from " + table + " where scan_id = " + quoted(net.scan)))
                        .as(table + ", for " + actor).isZero();
            }
        }
        assertThat(count(Actor.member, "select count(*) from team_spread where scan_id = " + quoted(net.scan))).isOne();
        String close = "select count(*) from (select close_preparation('%s', true, now())) x".formatted(net.scan);
        for (Actor actor : List.of(Actor.member, Actor.support, Actor.director_of_another_centre)) {
            assertThatThrownBy(() -> count(actor, close)).as(actor.name()).hasMessageContaining("only the team");
        }
        assertThat(count(Actor.support, "select team from ready_members('%s')".formatted(net.scan))).isZero();
        assertThatThrownBy(() -> change(Actor.coordinator, "update preparation set closed_at = now() where scan_id = '%s'", net.scan))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatATeamMakesOfItsResultIsReadByNobodyOutsideTheCentre() {
        for (String table : List.of("agreement", "interpretation", "what_became")) {
            String rows = "select count(*) from " + table + " where " + rowsOfTheFirstCentre().get(table);
            assertThat(count(Actor.member, rows)).as(table + ", for the team").isPositive();
            for (Actor actor : List.of(Actor.leader, Actor.support)) {
                assertThat(count(actor, rows)).as(table + ", for " + actor).isZero();
            }
            assertThat(change(Actor.director_of_another_centre, "update %s set revision = 9 where %s", table,
                    rowsOfTheFirstCentre().get(table))).as(table).isZero();
        }
    }

    @Test
    void somebodyOfAnotherCentreChangesNothingOfThisOne() {
        Actor other = Actor.director_of_another_centre;
        assertThat(change(other, "update scan set state = 'sent' where id = '%s'", net.scan)).isZero();
        assertThat(change(other, "update answer set note = 'x' where scan_id in " + list(Stream.of(net.scan)))).isZero();
        assertThatThrownBy(() -> change(other, """
                insert into answer (scan_id, section, question, revision, note, answered_by, answered_at)
                values ('%s', 'x', 'x', 1, '', '%s', now())""", net.scan, net.person(other))).hasMessageContaining("row-level security");
    }

    @Test
    void searchingNotesIsForTheSupportTeamAlone() {
        String found = "select count(*) from notes_with('team or vergadering or scholen or -zonsverduistering', '{}') f where "
                + "f.sent_scan_id = "
                + quoted(net.sent);
        assertThat(count(Actor.support, found)).isPositive();
        for (Actor actor : List.of(Actor.director, Actor.leader, Actor.director_of_another_centre, Actor.nobody)) {
            assertThat(count(actor, found)).as("found by " + actor).isZero();
        }
    }

    /** Nobody outside of the centre reads what it did not pass on, and whoever it did not ask reads nothing. */
    @Test
    void whatACentreNeedsIsReadAndAnsweredByWhomItWasPassedOnTo() {
        UUID kept = net.need("school_group", net.schoolGroup, false);
        UUID ofGroup = net.need();
        UUID ofSupport = net.need("support", null, true);
        UUID ofNet = net.need("net", null, true);
        Map<UUID, List<Actor>> readers = Map.of(kept, List.of(Actor.member, Actor.director), ofGroup,
                List.of(Actor.member, Actor.director, Actor.leader), ofSupport, List.of(Actor.member, Actor.director, Actor.support), ofNet,
                List.of(Actor.member, Actor.director, Actor.support));
        String answer = "update need set state = 'answered', answer = 'Ja.', answered_by = '%s', answered_at = now() where id = '%s'";
        readers.forEach((need, who) -> {
            for (Actor actor : List.of(Actor.member, Actor.director, Actor.leader, Actor.support, Actor.director_of_another_centre,
                    Actor.leader_of_another_group)) {
                assertThat(count(actor, "select count(*) from need where id = " + quoted(need))).as("%s of %s", actor, need)
                        .isEqualTo(who.contains(actor) ? 1 : 0);
                if (!who.contains(actor)) {
                    assertThat(change(actor, answer, net.person(actor), need)).as("answered by " + actor).isZero();
                    assertThat(change(actor, "update need set passed_on = not passed_on where id = '%s'", need)).isZero();
                    assertThat(change(actor, "delete from need where id = '%s'", need)).isZero();
                }
            }
        });
        assertThatThrownBy(() -> change(Actor.director, answer, net.person(Actor.director), ofGroup)).as("answered by who asked")
                .hasMessageContaining("answered by whom it was passed on to");
        assertThatThrownBy(() -> change(Actor.leader, "update need set what = 'x' where id = '%s'", ofGroup))
                .hasMessageContaining("passed on by its centre");
        assertThatThrownBy(() -> change(Actor.leader, "update need set passed_on = false where id = '%s'", ofGroup))
                .hasMessageContaining("passed on by its centre");
        assertThat(change(Actor.leader, answer, net.person(Actor.leader), ofGroup)).isOne();
        assertThat(change(Actor.director, "delete from need where id = '%s'", ofGroup)).as("once it was answered").isZero();
        assertThatThrownBy(() -> change(Actor.director_of_another_centre, """
                insert into need (id, centre_id, scan_id, section, asked_of, what, passed_on, asked_by, asked_at)
                select gen_random_uuid(), centre_id, scan_id, section, 'support', 'x', true, '%s', now()
                from (select '%s'::uuid centre_id, '%s'::uuid scan_id, 'x' section) one""",
                net.person(Actor.director_of_another_centre), net.otherCentre, net.scan)).as("of another centre's scan")
                .hasMessageContaining("row-level security");
    }

    @Test
    void notesStayAsLongAsTheyStandInWhatWasSent() {
        for (String change : List.of("delete from sent_note where sent_scan_id = '%s'",
                "update sent_note set note = 'anders' where sent_scan_id = '%s'")) {
            assertThatThrownBy(() -> service.change(change.formatted(net.sent))).as(change).hasStackTraceContaining("takes inserts only");
            assertThatThrownBy(() -> change(Actor.support, change, net.sent)).as(change).hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobodyGivesThemselvesARole() {
        UUID director = net.person(Actor.director);
        assertThat(change(Actor.director, "update centre set name = 'x' where id = '%s'", net.centre)).isZero();
        assertThatThrownBy(
                () -> change(Actor.director, "insert into membership (person_id, centre_id, role) values ('%s', '%s', 'director')",
                        director, net.otherCentre))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> change(Actor.director, "insert into support_member (person_id) values ('%s')", director))
                .hasMessageContaining("row-level security");
    }

    @Test
    void whatSomebodySentIsThereForTheOthersWhenTheyHaveLeft() {
        TestNet left = new TestNet();
        service.change("delete from membership where person_id = ?", left.person(Actor.director));

        assertThat(left.visitor(Actor.member).get("/resultaat/" + left.sent).text()).contains("Centrum Een");
        assertThat(left.visitor(Actor.director).get("/resultaat/" + left.sent).status()).isEqualTo(404);
    }

    /** Only facts and the name; never the row with the notes, which is asked of a function that leaves out what is not open. */
    @Test
    void whatACentreOpenedIsReadAsFarAsItIsOpened() {
        HandComputedRound round = HandComputedRound.closed(service);
        UUID director = round.net().director(1);
        UUID accepting = round.net().director(9);
        String row = "select count(*) from sent_scan where id = " + quoted(round.sent(9).getLast());
        String facts = "select count(*) from fact where sent_scan_id = " + quoted(round.sent(9).getLast());
        String centre = "select count(*) from comparison_centre where centre_id = %s and round_id = %s".formatted(quoted(round.centre(9)),
                quoted(round.id()));
        String content = "select count(*) from opened_result('%s', '%s', '%s')".formatted(round.id(), round.centre(1), round.centre(9));
        String typed = ("select count(*) from opened_result('%s', '%s', '%s') x, jsonb_array_elements(x.content -> 'answers') a"
                + " where a ->> 'note' <> ''")
                .formatted(round.id(), round.centre(1), round.centre(9));
        List<String> all = List.of(row, facts, centre, content);
        all.forEach(query -> assertThat(count(director, query)).as(query).isZero());

        UUID id = UUID.randomUUID();
        assertThat(change(director, offer(id, round, 1, director))).isOne();
        all.forEach(query -> assertThat(count(director, query)).as(query).isZero());
        String accept = "update opening set accepted_by = '%s', accepted_at = now(), accepted_notes = %s where id = '%s'";
        assertThatThrownBy(() -> change(director, accept, director, "true", id)).as("one's own offer")
                .hasMessageContaining("by whose it is");
        assertThat(change(round.net().member(9), accept, round.net().member(9), "true", id)).isZero();
        assertThat(change(accepting, accept, accepting, "false", id)).isOne();
        assertThat(count(director, row)).isZero();
        assertThat(count(director, facts)).isPositive();
        assertThat(count(director, centre)).isOne();
        assertThat(count(director, content)).isOne();
        assertThat(count(director, typed)).isZero();
        assertThat(count(round.net().director(2), facts) + count(round.net().director(2), content)).isZero();
        assertThat(count(round.net().director(2), "select count(*) from opening where id = " + quoted(id))).isZero();

        assertThatThrownBy(() -> change(director, "delete from opening where id = '%s'", id)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> change(director, "update opening set accepted_notes = true where id = '%s'", id))
                .hasMessageContaining("by whose it is");
        assertThat(change(director, "update opening set ended_of = '%s', ended_by = '%s', ended_at = now() where id = '%s'",
                round.centre(1), director, id)).isOne();
        all.forEach(query -> assertThat(count(director, query)).as(query).isZero());
    }

    @Test
    void nobodyOffersWhatIsOfAnotherCentre() {
        HandComputedRound round = HandComputedRound.shared();
        for (UUID person : List.of(round.net().director(2), round.net().member(1), round.net().support())) {
            assertThatThrownBy(() -> change(person, offer(UUID.randomUUID(), round, 1, person))).hasMessageContaining("row-level security");
        }
    }

    @Test
    void nobodySeesNothingAndAThreadThatWasNotToldForWhomItWorksAsksNothing() throws Exception {
        String people = "select count(*) from person";
        assertThat(count(new Scope.Service(), people)).isPositive();
        assertThat(count(new Scope.Nobody(), people)).isZero();

        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThatThrownBy(() -> other.submit(() -> ask(people)).get()).hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Nothing says for whom");
        }
    }

    @Test
    void aTransactionWorksForWhomItBeganForAndForNobodyElse() {
        String people = "select count(*) from person";
        Scope person = new Scope.Person(net.person(Actor.director));
        Scope service = new Scope.Service();
        for (Scope inner : List.of(service, new Scope.Nobody())) {
            assertThatThrownBy(() -> inTransaction(person, () -> inner.call(() -> ask(people)))).as("before it asked anything")
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("began for a person");
        }
        assertThatThrownBy(() -> inTransaction(service, () -> {
            ask(people);
            return person.call(() -> ask(people));
        })).hasMessageContaining("began for the service");
        long hers = count(person, people);
        assertThat(hers).isLessThan(count(service, people));
        assertThat(inTransaction(person, () -> person.call(() -> ask(people)))).isEqualTo(hers);
    }

    /** A connection plans a statement once, for whoever comes after; what was found for one person goes with the transaction. */
    @Test
    void aPlanThatAConnectionKeepsShowsEachPersonTheirOwn() throws SQLException {
        UUID here = net.person(Actor.director);
        UUID elsewhere = net.person(Actor.director_of_another_centre);
        try (Connection connection = service.application(); Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            connection.setAutoCommit(false);
            for (String table : List.of("scan", "answer", "sent_scan", "need", "membership")) {
                String rows = rowsOfTheFirstCentre().get(table);
                try (PreparedStatement query = connection.prepareStatement("select count(*) from " + table + " where " + rows)) {
                    query.unwrap(PGStatement.class).setPrepareThreshold(1);
                    for (String who : List.of(here.toString(), elsewhere.toString(), "nobody", here.toString(), "service",
                            elsewhere.toString())) {
                        statement.execute("select act_for('" + who + "')");
                        assertThat(one(query) > 0).as(table + " for " + who).isEqualTo(Set.of(here.toString(), "service").contains(who));
                        statement.execute("select act_for('nobody')");
                        assertThat(one(query)).as(table + " for nobody after " + who).isZero();
                        connection.commit();
                        assertThat(one(query)).as(table + " before it is said for whom").isZero();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static long one(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long inTransaction(Scope scope, Supplier<Long> work) {
        return scope.call(() -> transactions().execute(TransactionDefinition.DEFAULT, status -> work.get()));
    }

    /** In the transaction that there is, or one of its own. */
    private static long ask(String query) {
        return transactions().execute(TransactionDefinition.DEFAULT, status -> {
            try (Statement statement = status.getConnection().createStatement(); ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions() {
        return service.context().getBean(TransactionOperations.class);
    }

    private static String offer(UUID id, HandComputedRound round, int centre, UUID by) {
        return """
                insert into opening (id, round_id, offering_id, accepting_id, offered_by, offered_at, offered_notes)
                values ('%s', '%s', '%s', '%s', '%s', now(), false)""".formatted(id, round.id(), round.centre(centre), round.centre(9), by);
    }

    private static long count(Actor actor, String query) {
        return count(scope(actor), query);
    }

    private static long count(UUID person, String query) {
        return count(new Scope.Person(person), query);
    }

    private static long count(Scope scope, String query) {
        return in(scope, statement -> {
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static int change(Actor actor, String command, Object... values) {
        return in(scope(actor), statement -> statement.executeUpdate(command.formatted(values)));
    }

    private static int change(UUID person, String command, Object... values) {
        return in(new Scope.Person(person), statement -> statement.executeUpdate(command.formatted(values)));
    }

    private static Scope scope(Actor actor) {
        return actor == Actor.nobody ? new Scope.Nobody() : new Scope.Person(net.person(actor));
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private static <T> T in(Scope scope, Work<T> work) {
        return scope.call(() -> transactions().execute(TransactionDefinition.DEFAULT, status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return work.on(statement);
            }
        }));
    }
}
