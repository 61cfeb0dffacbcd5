package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.database.Scope;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.Message;
import be.zelfscan.support.SettableClock;
import be.zelfscan.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails that remind of an agreement, by the calendar: of one for 15 June, made on 1 April by a member. */
class AgreementMailIT {
    private static final UUID AGREEMENT = new UUID(0, 9);
    /** Also the id of the member who made it. */
    private static final UUID CENTRE = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2027-06-15");

    private static TestDatabase database;
    private static ApplicationContext service;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        database.execute("""
                insert into questionnaire_version values ('proef', '1', '{}', now());
                insert into round (id, title, questionnaire_id, version, opens_on, closes_on)
                values ('%1$s', 'proefronde', 'proef', '1', '2026-11-02', '2026-12-18');
                insert into centre (id, name) values ('%1$s', 'Centrum Noord');
                insert into round_centre (round_id, centre_id) values ('%1$s', '%1$s');
                insert into scan (id, round_id, centre_id, questionnaire_id, version, state, started_at)
                values ('%1$s', '%1$s', '%1$s', 'proef', '1', 'sent', now());
                insert into person (id, name, email) values ('%1$s', 'Mira Lid', 'mira@centrum.example'),
                    ('%2$s', 'Dina Directeur', 'dina@centrum.example'), ('%3$s', 'Otto Lid', 'otto@centrum.example');
                insert into membership values ('%1$s', '%1$s', 'member'), ('%2$s', '%1$s', 'director'), ('%3$s', '%1$s', 'member')"""
                .formatted(CENTRE, new UUID(1, 2), new UUID(1, 3)));
        Map<String, Object> settings = new HashMap<>(database.configuration());
        settings.put("test.clock", "2027-05-15T06:00:00Z");
        settings.put("zelfscan.mail.deliver", false);
        service = ApplicationContext.run(settings);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void agree() {
        database.execute("""
                delete from message;
                delete from agreement;
                insert into agreement (id, centre_id, scan_id, what, who, by_when, dated_on, created_by, created_at, changed_by, changed_at)
                values ('%2$s', '%1$s', '%1$s', 'Intervisie over de teams', 'Otto', '%3$s', '2027-04-01', '%1$s', now(), '%1$s', now())"""
                .formatted(CENTRE, AGREEMENT, DAY));
    }

    private List<String> remindOn(String day) {
        service.getBean(SettableClock.class).set(Instant.parse(day + "T06:00:00Z"));
        new Scope.Service().run(service.getBean(RemindOfAgreements.class)::remind);
        return texts(
                "select split_part(recipient, '@', 1) || ' ' || number %% 100 from message where kind = 'agreement' order by number, 1");
    }

    private List<String> texts(String query) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("set app.person = 'service'");
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(query.replace("%%", "%"))) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whoMadeItAndTheDirectorAreRemindedThirtyAndSevenDaysBeforeOnceEach() {
        assertThat(remindOn("2027-05-15")).as("31 days before").isEmpty();
        assertThat(remindOn("2027-05-16")).containsExactly("dina 30", "mira 30");
        assertThat(remindOn("2027-05-16")).hasSize(2);
        assertThat(remindOn("2027-06-01")).hasSize(2);
        assertThat(remindOn("2027-06-10")).as("made up for after a few days").hasSize(4).contains("dina 7", "mira 7");
        assertThat(remindOn("2027-06-15")).hasSize(4);
        assertThat(remindOn("2027-06-16")).hasSize(4);
    }

    @Test
    void aDayThatMovedHasMailsOfItsOwnAndNoneThatWereDueBeforeItWasSet() {
        assertThat(remindOn("2027-05-16")).hasSize(2);
        Message early = message(30);
        database.execute("update agreement set by_when = '2027-06-30', dated_on = '2027-06-05'");
        assertThatThrownBy(() -> compose(early)).isInstanceOf(NoLongerWanted.class).hasMessageContaining("een andere dag");
        assertThat(remindOn("2027-06-08")).as("it was set 25 days before").hasSize(2);
        assertThat(remindOn("2027-06-23")).hasSize(4).contains("mira 7");
    }

    @Test
    void nobodyIsRemindedOfWhatIsOverOrSwitchedOffOrWhoLeft() {
        for (String change : List.of("state = 'done'", "state = 'dropped'", "remind = false", "what = ''")) {
            database.execute("update agreement set state = 'open', remind = true, what = 'Intervisie'; update agreement set " + change);
            assertThat(remindOn("2027-05-16")).as(change).isEmpty();
        }
        database.execute("update agreement set what = 'Intervisie'; update person set ended_on = '2027-05-01' where id = '" + CENTRE + "'");
        assertThat(remindOn("2027-05-16")).containsExactly("dina 30");
        database.execute("update person set ended_on = null where id = '" + CENTRE + "'");
    }

    @Test
    void theMailSaysWhatAndLeadsToOnePlace() {
        remindOn("2027-05-16");
        Mail mail = compose(message(30));
        assertThat(mail.subject()).isEqualTo("Een afspraak van Centrum Noord tegen 15 juni 2027");
        assertThat(mail.text()).contains("Dag Dina Directeur", "Intervisie over de teams", "Wie: Otto", "Nog 30 dagen: tegen 15 juni 2027.",
                "/afspraken/" + AGREEMENT);
        assertThat(mail.html()).contains("Intervisie over de teams", "Naar de afspraak").containsOnlyOnce("<a ");
        database.execute("update agreement set state = 'done'");
        assertThatThrownBy(() -> compose(message(30))).isInstanceOf(NoLongerWanted.class).hasMessageContaining("afgerond");
    }

    private Mail compose(Message message) {
        return new Scope.Service().call(() -> service.getBean(RemindOfAgreements.Composer.class).compose(message));
    }

    private static Message message(int daysBefore) {
        return new Message(UUID.randomUUID(), "agreement", "dina@centrum.example", AGREEMENT, (int) DAY.toEpochDay() * 100 + daysBefore,
                "<a@b>", Instant.EPOCH);
    }
}
