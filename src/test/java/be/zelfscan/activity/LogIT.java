package be.zelfscan.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.support.TestDatabase;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log, over HTTP and beneath it. */
class LogIT {
    private static final int MOST_PAGES = 10;

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor support = net.visitor(Actor.support);

    @Test
    void itSaysWhoDidWhatWhenAndToWhat() {
        String name = "Wie dit deed " + net.centre;
        service.change("update person set name = ? where id = ?", name, net.person(Actor.director));

        Page page = support.get("/logboek?wie=" + net.centre);

        assertThat(page.text()).contains(name).contains("verzond een zelfscan").contains("Centrum Een").contains("nr. 1");
        assertThat(page.document().select("tbody tr").first().select("td").first().text())
                .matches("\\d{1,2} \\p{L}+ \\d{4} om \\d\\d:\\d\\d");
    }

    @Test
    void aNameIsFoundWhateverItsAccents() {
        service.change("update person set name = ? where id = ?", "Céline " + net.centre, net.person(Actor.director));

        for (String typed : List.of("celine%20", "C%C3%89LINE%20", "Ce%CC%81line%20")) {
            assertThat(support.get("/logboek?wie=" + typed + net.centre).text()).as(typed).contains("Céline " + net.centre);
        }
    }

    @Test
    void whatTheServiceDidItselfIsOfZelfscan() {
        service.change("insert into activity_log (at, action, subject_id) values (now() + interval '1 second', 'notes_erased', ?)",
                net.round);

        Page page = support.get("/logboek?wat=notes_erased&wie=zelfscan");

        assertThat(page.document().select("tbody tr").first().text()).contains("Zelfscan").contains("wiste de toelichtingen")
                .contains("afname nu");
    }

    @Test
    void everyLineStandsOnOnePageTheNewestFirst() {
        service.change(
                """
                insert into activity_log (at, person_id, action, detail)
                select timestamptz '2026-03-01 12:00+01' + make_interval(mins => n / 3), ?, 'exported', 'regel ' || n
                from generate_series(1, 120) n""",
                net.person(Actor.member));
        service.change("update person set name = ? where id = ?", "Lid " + net.centre, net.person(Actor.member));
        List<Integer> seen = new ArrayList<>();
        String address = "/logboek?wat=exported&wie=" + net.centre;
        for (int i = 0; i < MOST_PAGES && !address.isEmpty(); i++) {
            Page page = support.get(address);
            page.document().select("tbody tr")
                    .forEach(row -> seen.add(Integer.valueOf(row.select("td").last().text().replace("regel ", ""))));
            address = page.document().select("a:contains(Ouder)").attr("href");
        }

        assertThat(seen).hasSize(120).first().isEqualTo(120);
        assertThat(new HashSet<>(seen)).hasSize(120);
        assertThat(seen).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Test
    void aPeriodIsOfWholeBelgianDays() {
        service.change("""
                insert into activity_log (at, person_id, action, detail) values
                  ('2026-05-01 23:59:59+02', ?, 'imported', 'de eerste'), ('2026-05-02 00:00:00+02', ?, 'imported', 'de tweede')""",
                net.person(Actor.member), net.person(Actor.member));

        assertThat(support.get("/logboek?wat=imported&van=2026-05-02&tot=2/5/2026").text()).contains("de tweede")
                .doesNotContain("de eerste");
        assertThat(support.get("/logboek?wat=imported&van=1/5/2026&tot=1/5/2026").text()).contains("de eerste").doesNotContain("de tweede");
    }

    @Test
    void whatCannotBeReadIsAskedAgain() {
        Page page = support.get("/logboek?van=gisteren&wie=Dina");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("‘gisteren’ is geen datum").contains("14/10/2026");
        assertThat(page.document().select("#wie").attr("value")).isEqualTo("Dina");
    }

    @Test
    void aDirectorGetsNothingOfItByPageOrByRow() throws SQLException {
        Page page = net.visitor(Actor.director).get("/logboek");
        assertThat(page.status()).isIn(403, 404);
        assertThat(page.text()).doesNotContain("verzond een zelfscan");

        try (Connection connection = service.application(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select act_for('" + net.person(Actor.director) + "')");
            assertThat(count(statement)).isZero();
            statement.execute("select act_for('" + net.person(Actor.support) + "')");
            assertThat(count(statement)).isPositive();
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from activity_log")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void nobodyCanChangeOrEraseALine() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (String change : List.of("update activity_log set detail = ''", "delete from activity_log", "truncate activity_log")) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> database.execute(change)).as("the owner: " + change).hasRootCauseInstanceOf(SQLException.class)
                        .rootCause().hasMessageContaining("takes inserts only");
            }
        }
    }
}
