package be.zelfscan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.ChangePerson.PersonForm;
import be.zelfscan.support.TestDatabase;
import be.zelfscan.web.Problem;
import be.zelfscan.web.Refusal;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The team that supports the net never loses its last member, and who was removed stays a pseudonym, whatever happens at the same time. */
class LastSupportIT {
    private static final int ROUNDS = 25;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theLastWhoCanSignInCannotBeRemoved() {
        UUID first = support("eerste");
        UUID last = support("laatste");
        support("weg");
        database.execute("update person set ended_on = date '2026-01-01' where name = 'weg'");
        try (ApplicationContext context = context()) {
            RemovePerson removePerson = context.getBean(RemovePerson.class);
            as(() -> removePerson.remove(first));
            assertThat(removed(removePerson, first)).isTrue();

            assertThatThrownBy(() -> as(() -> removePerson.remove(last))).isInstanceOf(Refusal.class)
                    .hasMessageContaining("laatste persoon van POC+");
            assertThat(removed(removePerson, last)).isFalse();
        }
    }

    @Test
    void ofTwoWhoGoAtTheSameMomentOneStays() throws Exception {
        try (ApplicationContext context = context(); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            RemovePerson removePerson = context.getBean(RemovePerson.class);
            ChangePerson changePerson = context.getBean(ChangePerson.class);
            for (int round = 0; round < ROUNDS; round++) {
                UUID one = support("een" + round);
                UUID other = support("ander" + round);
                database.execute("delete from support_member where person_id not in ('%s', '%s')".formatted(one, other));
                List<Boolean> done = atOnce(threads, () -> as(() -> removePerson.remove(one)), () -> as(() -> changePerson.end(other)));

                assertThat(done).as("one of the two").containsExactlyInAnyOrder(true, false);
                assertThat(removed(removePerson, one)).isEqualTo(done.getFirst());
            }
        }
    }

    @Test
    void aNameDoesNotComeBackByASaveThatWasUnderWay() throws Exception {
        support("blijft");
        try (ApplicationContext context = context(); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            RemovePerson removePerson = context.getBean(RemovePerson.class);
            ChangePerson changePerson = context.getBean(ChangePerson.class);
            for (int round = 0; round < ROUNDS; round++) {
                UUID person = support("weg" + round);
                PersonForm form = new PersonForm("Naam Terug", "terug" + round + "@test.example", List.of("support"), "", "");
                Net now = new Scope.Service().call(() -> context.getBean(NetRepository.class).read());
                String seen = ChangePerson.content(now, now.person(person).orElseThrow()).version();
                List<Boolean> done = atOnce(threads, () -> as(() -> removePerson.remove(person)),
                        () -> as(() -> changePerson.change(person, form, seen)));

                assertThat(done.getFirst()).isTrue();
                RemovePerson.Candidate left = new Scope.Service().call(() -> removePerson.find(person));
                assertThat(left.removed()).isTrue();
                assertThat(left.name()).startsWith("Verwijderd persoon");
                assertThat(left.email()).doesNotContain("terug");
                assertThat(left.roles()).isEmpty();
            }
        }
    }

    @Test
    void theDatabaseRefusesWhatMustNotBe() throws SQLException {
        UUID stays = support("blijft");
        UUID other = support("nog iemand");
        UUID gone = support("gaat");
        database.execute("delete from support_member where person_id = '%s'; update person set removed_at = now() where id = '%s'"
                .formatted(gone, gone));

        refused("stays a pseudonym", "insert into person (id, name, email) values ('%s', 'Naam', 'terug@test.example')".formatted(gone)
                + " on conflict (id) do update set name = excluded.name, email = excluded.email");
        refused("stays a pseudonym", "update person set removed_at = null where id = '%s'".formatted(gone));
        refused("has no role", "insert into support_member (person_id) values ('%s')".formatted(gone));
        refused("has to remain", "delete from support_member");
        refused("has to remain", "update person set ended_on = current_date where id in ('%s', '%s')".formatted(stays, other));
        try (Connection one = database.connect();
                Connection two = database.connect();
                Statement first = begin(one);
                Statement second = begin(two)) {
            first.execute("delete from support_member where person_id = '%s'".formatted(stays));
            second.execute("delete from support_member where person_id = '%s'".formatted(other));
            one.commit();
            assertThatThrownBy(two::commit).isInstanceOf(SQLException.class).hasMessageContaining("has to remain");
        }
    }

    private static Statement begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.execute("select set_config('app.person', 'service', true)");
        return statement;
    }

    private void refused(String words, String sql) {
        assertThatThrownBy(() -> database.execute(sql)).as(sql).rootCause().hasMessageContaining(words);
    }

    private ApplicationContext context() {
        Map<String, Object> settings = new HashMap<>(database.configuration());
        settings.put("zelfscan.mail.deliver", false);
        return ApplicationContext.run(settings);
    }

    private static void as(Runnable task) {
        new Scope.Service().run(task);
    }

    private static boolean removed(RemovePerson removePerson, UUID person) {
        return new Scope.Service().call(() -> removePerson.find(person)).removed();
    }

    /** Runs both at the same moment; whether each did its work, or was refused as a person would be. */
    private static List<Boolean> atOnce(ExecutorService threads, Runnable one, Runnable other)
            throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> first = threads.submit(attempt(one, together));
        Future<Boolean> second = threads.submit(attempt(other, together));
        return List.of(first.get(), second.get());
    }

    private static Callable<Boolean> attempt(Runnable task, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                task.run();
                return true;
            } catch (Problem refused) {
                return false;
            }
        };
    }

    private UUID support(String name) {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into person (id, name, email) values ('%s', '%s', '%s@test.example')".formatted(id, name, name.replace(' ', '-')));
        database.execute("insert into support_member (person_id) values ('%s')".formatted(id));
        return id;
    }
}
