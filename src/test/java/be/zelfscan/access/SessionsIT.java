package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Barriers;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long one is signed in, where, and how it ends. */
class SessionsIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met aanmeldingen");

    @Test
    void aSessionEndsAfterAnHourInWhichNothingWasAsked() {
        Visitor director = service.signedIn(centre.director());
        change("seen_at = now() - interval '59 minutes'");
        assertThat(director.get("/centrum").path()).startsWith("/centrum/");
        assertThat(service.count("select count(*) from session where seen_at > now() - interval '1 minute' and " + OF, centre.director()))
                .as("being used keeps it alive").isEqualTo(1);

        change("seen_at = now() - interval '60 minutes'");
        assertThat(director.get("/centrum").path()).isEqualTo("/aanmelden");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        Visitor director = service.signedIn(centre.director());
        assertThat(
                service.count("select count(*) from session where ends_at = created_at + interval '12 hours' and " + OF, centre.director()))
                .isEqualTo(1);
        change("ends_at = now() + interval '1 minute'");
        assertThat(director.get("/centrum").path()).startsWith("/centrum/");

        change("ends_at = now()");
        assertThat(director.get("/centrum").path()).isEqualTo("/aanmelden");
    }

    @Test
    void whereOneIsSignedInIsShownAndEndedEverywhere() {
        Visitor here = service.signedIn(centre.director());
        Visitor there = service.signedIn(centre.director());
        Visitor ended = service.signedIn(centre.director());
        ended.submit(ended.get("/centrum").form("/aanmelden/afmelding"));
        Visitor other = service.signedIn(centre.member());

        Page list = here.get(here.get("/centrum").link("Waar je aangemeld bent"));
        assertThat(list.document().select(".rows li").eachText()).hasSize(2);
        assertThat(list.document().select(".rows li").first().text()).contains("Deze browser");
        assertThat(list.document().select(".rows li").last().text()).contains("Een andere browser").contains("laatst gezien om");

        assertThat(here.submit(list.form("/aanmeldingen/afmelding")).path()).isEqualTo("/");
        assertThat(here.get("/centrum").path()).isEqualTo("/aanmelden");
        assertThat(there.get("/centrum").path()).isEqualTo("/aanmelden");
        assertThat(other.get("/centrum").path()).as("another person stays").startsWith("/centrum/");
        assertThat(logged("signed_out_everywhere", "2 aanmeldingen")).isEqualTo(1);
        assertThat(logged("signed_out", "")).isEqualTo(1);
    }

    @Test
    void aCookieThatWasStolenOrIsUsedUpIsNobodys() {
        Visitor director = service.signedIn(centre.director());
        String stolen = director.cookie("zelfscan");
        assertThat(with(stolen).path()).startsWith("/centrum/");
        director.submit(director.get("/centrum").form("/aanmelden/afmelding"));

        assertThat(with(stolen).path()).isEqualTo("/aanmelden");
        for (String made : List.of("", "x", stolen.substring(1), stolen + "x", "A".repeat(5000))) {
            assertThat(with(made).path()).isEqualTo("/aanmelden");
        }
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHeld() {
        Visitor director = service.signedIn(centre.director());
        String former = director.cookie("zelfscan");
        director.signIn(centre.director());

        assertThat(director.cookie("zelfscan")).isNotEqualTo(former);
        assertThat(with(former).path()).isEqualTo("/aanmelden");
        assertThat(director.get("/centrum").path()).startsWith("/centrum/");
    }

    @Test
    void somebodyWhoLeftIsSignedInNoMore() {
        Visitor director = service.signedIn(centre.director());
        service.change("update person set ended_on = current_date - 1 where email = ?", centre.director());

        assertThat(director.get("/centrum").path()).isEqualTo("/aanmelden");
    }

    @Test
    void nobodySeesOrEndsSessionsWithoutBeingSignedIn() {
        assertThat(service.visitor().get("/aanmeldingen").path()).isEqualTo("/aanmelden");
        assertThat(service.visitor().post("/aanmeldingen/afmelding", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void withoutScriptsWhatWasTypedIsKeptInThePageUntilOneIsSignedInAgain() {
        Visitor director = service.signedIn(centre.director());
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        Visitor.Form form = director.get(scan + "/deel/preventie").form("/deel/").set("motive.note",
                "Eén\r\ntwee \"drie\" <vier>");
        change("ends_at = now()");

        Page refused = director.submit(form);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("Alles wat je invulde, staat nog op deze pagina");
        director.signIn(centre.director());
        director.submit(refused.form("/deel/"));

        assertThat(director.get(scan + "/deel/preventie").form("/deel/").get("motive.note"))
                .containsExactly("Eén\ntwee \"drie\" <vier>");
    }

    @Test
    void whoBecomesOfTheSupportTeamIsThatFromTheNextRequestOnAndNoLongerThanThat() {
        Visitor member = service.signedIn(centre.member());
        assertThat(member.get("/rondes").status()).isEqualTo(403);
        assertThat(member.get("/rondes").status()).as("also when it is remembered who it is").isEqualTo(403);

        service.change("insert into support_member (person_id) select id from person where email = ?", centre.member());
        assertThat(member.get("/rondes").status()).isEqualTo(200);

        service.change("delete from support_member where person_id = (select id from person where email = ?)", centre.member());
        assertThat(member.get("/rondes").status()).isEqualTo(403);
    }

    @Test
    void whatIsPostedAfterAnotherInstanceEndedTheSessionIsNotDone() {
        Visitor director = service.signedIn(centre.director());
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        change("revoked_at = now()");

        Page refused = director.post(scan + "/deel/preventie", Map.of("motive.revision", List.of("0"), "motive.note", List.of("Te laat")),
                "HX-Request", "true");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("Je bent afgemeld");
        assertThat(service.count("select count(*) from answer where note = 'Te laat'")).isZero();
    }

    @Test
    void thePageHasNoBarrier() {
        com.microsoft.playwright.Page page = Browser.page(1280, 900);
        BrowserVisit.open(page, service, centre.director());
        page.navigate(service.address() + "/aanmeldingen");
        assertThat(Barriers.on(page)).isEmpty();
        Browser.close(page);
    }

    private static final String OF = "person_id = (select id from person where email = ?)";

    private void change(String what) {
        service.change("update session set " + what + " where " + OF, centre.director());
    }

    private Page with(String secret) {
        return service.visitor().get("/centrum", "Cookie", "zelfscan=" + secret);
    }

    private long logged(String action, String detail) {
        return service.count("select count(*) from activity_log where action = ? and detail = ? and " + OF, action, detail,
                centre.director());
    }
}
