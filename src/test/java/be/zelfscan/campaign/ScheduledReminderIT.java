package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.database.Scope;
import be.zelfscan.support.SettableClock;
import be.zelfscan.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The reminders that leave by the calendar, on instances that share a database; the round's last day is 18 December, with reminders 14 and
 * 3 days before.
 */
class ScheduledReminderIT {
    private static final UUID ROUND = new UUID(0, 1);
    private static final Instant BEFORE = Instant.parse("2026-12-03T06:30:00Z");
    private static final Instant FIRST = Instant.parse("2026-12-04T06:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-12-15T06:30:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private ApplicationContext service;

    @BeforeEach
    void start() {
        database.execute("""
                insert into questionnaire_version values ('proef', '1', '{}', now());
                insert into round (id, title, questionnaire_id, version, opens_on, closes_on)
                values ('%s', 'proefronde', 'proef', '1', '2026-11-02', '2026-12-18');
                insert into round_recipient values ('%1$s', 'reminder', 'director'), ('%1$s', 'reminder', 'coordinator')"""
                .formatted(ROUND));
        centre(1, "");
        centre(2, "open");
        centre(3, "sent");
        service = instance();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void onlyCentresThatDidNotSendAreRemindedOnTheChosenDay() {
        at(BEFORE);
        assertThat(remind()).isZero();
        at(FIRST);
        assertThat(remind()).isEqualTo(2);
        assertThat(recipients()).containsExactly("d1@centrum.example 1", "d2@centrum.example 1");
    }

    @Test
    void aReminderLeavesOnceHoweverOftenTheServiceRunsOrRestartsThatDay() {
        at(FIRST);
        assertThat(remind()).isEqualTo(2);
        assertThat(remind()).isZero();
        service.close();
        service = instance();
        at(FIRST.plusSeconds(20_000));
        assertThat(remind()).isZero();
        at(SECOND);
        assertThat(remind()).isEqualTo(2);
        assertThat(recipients()).hasSize(4).contains("d1@centrum.example 2");
    }

    @Test
    void instancesThatRunTogetherMakeEachReminderOnce() throws Exception {
        try (ApplicationContext other = instance(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            at(FIRST);
            other.getBean(SettableClock.class).set(FIRST);
            List<Future<Integer>> runs = Stream.of(service, other, service, other)
                    .map(each -> threads.submit(() -> new Scope.Service().call(each.getBean(RemindCentres.class)::remindOnSchedule)))
                    .toList();
            int made = 0;
            for (Future<Integer> run : runs) {
                made += run.get(30, TimeUnit.SECONDS);
            }
            assertThat(made).isEqualTo(2);
        }
        assertThat(recipients()).hasSize(2);
    }

    @Test
    void aDayOnWhichTheServiceWasDownIsMadeUpForWhileTheRoundIsOpen() {
        at(FIRST.plusSeconds(3 * 86_400));
        assertThat(remind()).isEqualTo(2);
        assertThat(remind()).isZero();
    }

    @Test
    void nobodyIsRemindedOfARoundThatIsClosedOrOver() {
        at(Instant.parse("2026-12-19T06:30:00Z"));
        assertThat(remind()).isZero();
        database.execute("update round set state = 'closed', closed_at = now()");
        at(FIRST);
        assertThat(remind()).isZero();
        assertThat(recipients()).isEmpty();
    }

    @Test
    void aDraftAndACentreThatEndedAreLeftAlone() {
        at(FIRST);
        database.execute("update round set state = 'draft'");
        assertThat(remind()).isZero();
        database.execute("update round set state = 'open'");
        database.execute("update centre set ended_on = '2026-11-30' where name = 'Centrum 1'");
        assertThat(remind()).isEqualTo(1);
        assertThat(recipients()).containsExactly("d2@centrum.example 1");
        assertThat(texts("select detail from activity_log where action = 'mail_requested'"))
                .containsExactly("herinnering volgens de kalender: 1 mail voor 1 centrum");
    }

    private ApplicationContext instance() {
        Map<String, Object> settings = new HashMap<>(database.configuration());
        settings.put("test.clock", BEFORE.toString());
        settings.put("zelfscan.mail.deliver", false);
        return ApplicationContext.run(settings);
    }

    private void at(Instant moment) {
        service.getBean(SettableClock.class).set(moment);
    }

    private int remind() {
        return service.getBean(RemindCentres.class).remindOnSchedule();
    }

    /** @param state of its scan; empty when it has none */
    private void centre(int number, String state) {
        UUID id = new UUID(1, number);
        database.execute("""
                insert into centre (id, name) values ('%1$s', 'Centrum %2$d');
                insert into person (id, name, email) values ('%1$s', 'Directeur %2$d', 'd%2$d@centrum.example');
                insert into membership values ('%1$s', '%1$s', 'director');
                insert into round_centre (round_id, centre_id) values ('%3$s', '%1$s')""".formatted(id, number, ROUND));
        if (!state.isEmpty()) {
            database.execute("""
                    insert into scan (id, round_id, centre_id, questionnaire_id, version, state, started_at)
                    values ('%s', '%s', '%1$s', 'proef', '1', '%s', now())""".formatted(id, ROUND, state));
        }
    }

    private List<String> recipients() {
        return texts("select recipient || ' ' || number from message where kind = 'reminder' order by 1");
    }

    /** The first column of each row, as the service reads it. */
    private List<String> texts(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("set app.person = 'service'");
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
