package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in by a link in a mail. */
class SignInIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum aan de deur");
    private final Visitor visitor = service.visitor();

    @Test
    void openingTheLinkChangesNothingAndUsingItWorksOnce() {
        String link = ask();
        for (int i = 0; i < 3; i++) {
            assertThat(service.visitor().get(link).status()).as("a mail scanner opens it").isEqualTo(200);
        }

        assertThat(visitor.submit(visitor.get(link).form("/link/")).path()).startsWith("/centrum");

        Page again = visitor.get(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("Deze link werkt niet meer").contains("Vraag een nieuwe link");
        assertThat(visitor.post(link, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void aLinkOfMoreThanTenMinutesOldDoesNotWork() {
        String link = ask();
        service.change(
                "update sign_in_link set expires_at = now() - interval '1 second' where person_id = (select id from person where email = ?)",
                centre.director());

        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.post(link, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void anotherBrowserNeedsTheCodeOfTheMail() {
        String link = ask();
        Visitor other = service.visitor();

        Page asked = other.post(link, Map.of());
        assertThat(asked.status()).as("pressing the button is not enough").isEqualTo(422);
        assertThat(asked.text()).contains("code");
        Page wrong = other.submit(asked.form("/link/").set("code", "000000x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Deze code klopt niet");
        assertThat(other.submit(wrong.form("/link/").set("code", code())).path()).startsWith("/centrum");
    }

    @Test
    void fiveWrongCodesEndTheLink() {
        String link = ask();
        Visitor other = service.visitor();
        for (int i = 0; i < 5; i++) {
            other.post(link, Map.of("code", List.of("nooit" + i)));
        }

        assertThat(other.post(link, Map.of("code", List.of(code()))).status()).isEqualTo(410);
    }

    @Test
    void whetherAnAddressIsKnownDoesNotShow() {
        Page unknown = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", "niemand@test.example"));
        Page known = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", centre.director()));

        assertThat(unknown.path()).isEqualTo(known.path());
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(service.count("select count(*) from message where recipient = 'niemand@test.example'")).isZero();
    }

    @Test
    void whatIsNoAddressIsAskedAgain() {
        Page refused = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", "geen adres"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dit is geen e-mailadres");
        assertThat(refused.document().select("input[name=email]").attr("value")).isEqualTo("geen adres");
    }

    @Test
    void signingInLeadsToThePageThatOneWasHeadingFor() {
        String heading = "/centrum/" + centre.id() + "?weergave=projector";
        Page asked = visitor.get(heading);
        assertThat(asked.path()).isEqualTo("/aanmelden");
        Page mistaken = visitor.submit(asked.form("/aanmelden").set("email", "geen adres"));
        Page sent = visitor.submit(mistaken.form("/aanmelden").set("email", centre.director()));
        assertThat(sent.link("vraag een nieuwe link")).contains("naar=");

        Page home = visitor.submit(visitor.get(visitor.signInLink(centre.director())).form("/link/"));

        assertThat(home.response().uri().toString()).endsWith(heading);
        assertThat(visitor.get("/aanmelden?naar=%2Fpostvak").path()).as("signed in already").isEqualTo("/postvak");
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String elsewhere : List.of("https://elders.example/", "//elders.example", "/\\elders.example", "/aanmelden/afmelding")) {
            Page asked = visitor
                    .submit(visitor.get("/aanmelden").form("/aanmelden").set("naar", elsewhere).set("email", centre.director()));
            assertThat(asked.path()).isEqualTo("/aanmelden/verstuurd");
            assertThat(asked.link("vraag een nieuwe link")).isEqualTo("/aanmelden");
        }
        String link = visitor.signInLink(centre.director());
        Page home = service.visitor().get("/aanmelden", "Cookie", "zelfscan-naar=%2F%2Felders.example");
        assertThat(home.status()).isEqualTo(200);
        assertThat(visitor.submit(visitor.get(link).form("/link/")).path()).startsWith("/centrum");
    }

    @Test
    void signingOutEndsTheSessionInTheBrowser() {
        Visitor director = service.signedIn(centre.director());
        director.submit(director.get("/centrum").form("/afmelding"));

        assertThat(director.get("/centrum").path()).isEqualTo("/aanmelden");
    }

    private String ask() {
        visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", centre.director()));
        return visitor.signInLink(centre.director());
    }

    private String code() {
        Matcher code = Pattern.compile("\\b(\\d{6})\\b")
                .matcher(visitor.newestMail(centre.director(), "aan te melden").document().select(".mail-text").text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
