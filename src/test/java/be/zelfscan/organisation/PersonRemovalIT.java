package be.zelfscan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Removing a person: what stays is a pseudonym. */
class PersonRemovalIT {
    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor support = net.visitor(Actor.support);
    private final UUID director = net.person(Actor.director);
    private final String email = director + "@test.example";

    @Test
    void afterwardsNeitherNameNorAddressStandsInAnyTable() {
        String name = "Wilhelmina Weg-" + director;
        service.change("update person set name = ? where id = ?", name, director);
        Visitor removed = service.signedIn(email);
        service.change("insert into school_group_leader (person_id, school_group_id) values (?, ?)", director, net.schoolGroup);
        // A mail of before, when the address was another one, and one that still waits.
        UUID waiting = message("waiting", email);
        UUID earlier = message("failed", email);
        service.change("update message set recipient = 'vroeger-' || recipient, last_answer = '550 vroeger-' || recipient where id = ?",
                earlier);
        assertThat(places(email)).as("before").contains("person.email", "message.recipient", "mailbox_mail.content");

        Page asked = support.get("/organisatie/mensen/" + director + "/verwijdering");
        assertThat(asked.text()).contains(name).contains(email).contains("directeur").contains("niet ongedaan maken");
        Page done = support.submit(asked.form("/verwijdering"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("Verwijderd persoon " + pseudonym());
        assertThat(places(name)).isEmpty();
        assertThat(places(email)).isEmpty();
        assertThat(removed.get("/centrum").path()).as("signed out").isEqualTo("/aanmelden");
        assertThat(service.count("select count(*) from message where id = ? and state = 'withdrawn'", waiting)).isOne();
        assertThat(service.count("select count(*) from activity_log where action = 'person_removed' and subject_id = ?", director)).isOne();
        assertThat(service.count(
                """
                select (select count(*) from membership where person_id = ?)
                     + (select count(*) from school_group_leader where person_id = ?)""",
                director, director)).isZero();
    }

    @Test
    void whatWasAnsweredAndSentStaysUnderThePseudonym() {
        long answers = service.count("select count(*) from answer_history where answered_by = ?", director);
        support.post("/organisatie/mensen/" + director + "/verwijdering", Map.of());

        assertThat(answers).isPositive();
        assertThat(service.count("select count(*) from answer_history where answered_by = ?", director)).isEqualTo(answers);
        assertThat(net.visitor(Actor.coordinator).get("/resultaat/" + net.sent).status()).isEqualTo(200);
        assertThat(support.get("/logboek?wie=Verwijderd+persoon+" + pseudonym()).text()).contains("verzond een zelfscan");
        assertThat(support.post("/organisatie/mensen/" + director + "/verwijdering", Map.of()).status()).as("once more").isEqualTo(200);
        assertThat(service.count("select count(*) from activity_log where action = 'person_removed' and subject_id = ?", director)).isOne();
    }

    @Test
    void nobodyRemovesThemselves() {
        UUID self = net.person(Actor.support);
        Page refused = support.post("/organisatie/mensen/" + self + "/verwijdering", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Jezelf verwijderen kan niet");
        assertThat(service.count("select count(*) from person where id = ? and removed_at is null", self)).isOne();
    }

    @Test
    void whoIsNotThereIsSaidSo() {
        assertThat(support.get("/organisatie/mensen/" + UUID.randomUUID() + "/verwijdering").status()).isEqualTo(404);
        assertThat(support.post("/organisatie/mensen/" + UUID.randomUUID() + "/verwijdering", Map.of()).status()).isEqualTo(404);
    }

    private String pseudonym() {
        return director.toString().substring(32);
    }

    private UUID message(String state, String recipient) {
        UUID id = UUID.randomUUID();
        service.change("""
                insert into message (id, kind, recipient, subject_id, number, message_id, created_at, due_at, state)
                values (?, 'reminder', ?, gen_random_uuid(), 1, gen_random_uuid(), now(), now() + interval '10 years', ?)""", id, recipient,
                state);
        return id;
    }

    /** The columns of all tables in which a text stands, whatever their type; bytes are read as text, and as text in base64. */
    private List<String> places(String text) {
        List<String> found = new ArrayList<>();
        String base64 = java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)).replaceAll("=+$", "");
        for (String column : service.texts("""
                select table_name || '.' || column_name || ':' || data_type from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY')""")) {
            String[] parts = column.split("[.:]");
            String value = parts[2].equals("bytea") ? "encode(\"" + parts[1] + "\", 'escape')" : "\"" + parts[1] + "\"::text";
            if (service.count("select count(*) from \"" + parts[0] + "\" where position(lower(?) in lower(" + value
                    + ")) > 0 or position(? in " + value
                    + ") > 0", text, base64) > 0) {
                found.add(parts[0] + "." + parts[1]);
            }
        }
        assertThat(service.count("select count(*) from information_schema.columns where table_schema = 'public'")).isGreaterThan(80);
        return found;
    }
}
