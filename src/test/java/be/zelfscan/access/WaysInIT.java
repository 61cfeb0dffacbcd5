package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends where somebody is signed in, and the links that are under way, at once. */
class WaysInIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum waar mensen gaan");
    private final String email = centre.member();
    private final UUID person = UUID.fromString(service.texts("select id from person where email = '" + email + "'").getFirst());
    private final Visitor support = service.inSession(service.supporterId());
    private final Visitor signedIn = service.signedIn(email);
    private final Visitor underWay = service.visitor();
    private String link;

    @BeforeEach
    void askForOneMoreLink() {
        underWay.submit(underWay.get("/aanmelden").form("/aanmelden").set("email", email));
        link = underWay.signInLink(email);
        assertThat(signedIn.get("/centrum").path()).startsWith("/centrum/");
    }

    private void assertAllEnded() {
        assertThat(signedIn.get("/centrum").path()).isEqualTo("/aanmelden");
        assertThat(underWay.get(link).status()).isEqualTo(410);
        Page used = underWay.post(link, Map.of());
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.text()).contains("Deze link werkt niet meer");
        assertThat(service.count("select count(*) from session where person_id = ?", person)).isZero();
        assertThat(service.count("select count(*) from sign_in_link where person_id = ?", person)).isZero();
    }

    @Test
    void anotherAddressIsAnotherProofOfWhoItIs() {
        service.change(
                "insert into person_identity (id, person_id, authority, subject, created_at) values (gen_random_uuid(), ?, 'x', ?, now())",
                person, person.toString());
        String page = "/organisatie/persoon/" + person;
        Page saved = support.submit(support.get(page).form(page).set("email", "nieuw-" + email));

        assertThat(saved.document().select("[name=email]").attr("value")).isEqualTo("nieuw-" + email);
        assertAllEnded();
        assertThat(service.count("select count(*) from person_identity where person_id = ?", person)).isZero();
        assertThat(service.signedIn("nieuw-" + email).get("/centrum").path()).startsWith("/centrum/");
    }

    @Test
    void anotherNameIsNot() {
        String page = "/organisatie/persoon/" + person;
        support.submit(support.get(page).form(page).set("naam", "Lou Anders"));

        assertThat(signedIn.get("/centrum").text()).contains("Lou Anders");
        assertThat(underWay.submit(underWay.get(link).form("/link/")).path()).startsWith("/centrum");
    }

    @Test
    void whoEndedIsOutAndDoesNotComeInByALinkOfBefore() {
        long signIns = service.count("select count(*) from activity_log where action = 'signed_in' and person_id = ?", person);
        support.post("/organisatie/persoon/" + person + "/einde", Map.of());

        assertAllEnded();
        support.post("/organisatie/persoon/" + person + "/hervatting", Map.of());
        assertAllEnded();
        assertThat(service.count("select count(*) from activity_log where action = 'signed_in' and person_id = ?", person))
                .isEqualTo(signIns);
    }

    @Test
    void whoIsRemovedIsOut() {
        support.post("/organisatie/mensen/" + person + "/verwijdering", Map.of());

        assertAllEnded();
    }

    @Test
    void whateverChangesThePersonEndsThem() {
        service.change("update person set email = 'rechtstreeks-' || email where id = ?", person);

        assertAllEnded();
    }
}
