package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Await;
import be.zelfscan.support.Firefox;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Firefox restores, and what it posts when a page is left with the cursor in a field, overwrites nobody. */
@Timeout(600)
class FirefoxSavingIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met twee browsers");
    private final Firefox firefox = Firefox.start();
    private String scan;

    @BeforeEach
    void open() {
        firefox.navigate(service.address() + "/aanmelden");
        firefox.cookie("zelfscan", service.session(person(centre.director())));
        firefox.navigate(service.address() + "/centrum");
        firefox.click("main form button");
        firefox.untilAddress("/inleiding");
        scan = firefox.address().replaceAll(".*/zelfscan/([^/]+)/.*", "$1");
        firefox.navigate(block());
        firefox.type("#motive-note", "Wat Tine schreef");
        Await.until(Duration.ofSeconds(60), "saved", () -> history("Wat Tine schreef") == 1);
        firefox.waitFor("#q-motive [data-state=saved]");
    }

    @AfterEach
    void close() {
        firefox.close();
    }

    @Test
    void reloadingWithTheCursorInAFieldShowsTheNewerAnswer() {
        answerAsTheColleague();
        firefox.evaluate("document.querySelector('#motive-note').focus();");
        firefox.reload();
        firefox.waitFor("html.saves");

        assertThat(firefox.value("#motive-note")).isEqualTo("Wat Lou daarna schreef");
        assertThat(firefox.count(".conflict")).isZero();
        assertThat(drafts()).isZero();
    }

    @Test
    void goingBackNeverPutsTheOlderTextUnderTheNewerRevision() {
        firefox.navigate(service.address() + "/zelfscan/" + scan + "/deel/teamwerk");
        answerAsTheColleague();
        firefox.back();
        firefox.waitFor("html.saves");
        firefox.type("#motive-note", "!");

        firefox.until("document.querySelector('#q-motive .conflict') || document.querySelector('#motive-note').value.includes('Lou')");
        assertThat(history("Wat Tine schreef!")).isZero();
        assertThat(history("Wat Lou daarna schreef")).isEqualTo(1);
    }

    @Test
    void leavingThePageWithTheCursorInAFieldPostsNothingThatDidNotChange() {
        firefox.evaluate("document.querySelector('#motive-note').focus();");
        answerAsTheColleague();
        firefox.navigate(service.address() + "/zelfscan/" + scan + "/overzicht");
        firefox.navigate(block());
        firefox.waitFor("html.saves");

        assertThat(firefox.value("#motive-note")).isEqualTo("Wat Lou daarna schreef");
        assertThat(drafts()).isZero();
        assertThat(service.count("select count(*) from answer_history where scan_id = ?", UUID.fromString(scan))).isEqualTo(2);
    }

    @Test
    void aTabThatIsOpenedAgainNeverPutsItsTextUnderTheNewerRevision() {
        String first = firefox.newTab();
        firefox.navigate(block());
        firefox.waitFor("html.saves");
        firefox.closeTab();
        firefox.goTo(first);
        answerAsTheColleague();
        firefox.reopenTab();
        firefox.waitFor("html.saves");

        assertThat(firefox.value("#motive-note")).isEqualTo("Wat Lou daarna schreef");
        assertThat(history("Wat Lou daarna schreef")).isEqualTo(1);
    }

    private String block() {
        return service.address() + "/zelfscan/" + scan + "/deel/preventie";
    }

    private void answerAsTheColleague() {
        Visitor colleague = service.inSession(person(centre.member()));
        String block = "/zelfscan/" + scan + "/deel/preventie";
        assertThat(
                colleague.submit(colleague.get(block).form(block).set("motive.note", "Wat Lou daarna schreef").set("go", "stay")).status())
                .isEqualTo(200);
    }

    private int drafts() {
        return firefox.evaluate("return Object.keys(localStorage).filter(key => key.startsWith('zelfscan-draft')).length;").asInt();
    }

    private long history(String note) {
        return service.count("select count(*) from answer_history where scan_id = ? and note = ?", UUID.fromString(scan), note);
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }
}
