package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Await;
import be.zelfscan.support.Firefox;
import be.zelfscan.support.RoundRobin;
import be.zelfscan.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Firefox restores, and what it posts when a page is left with the cursor in a field, overwrites nobody; what it cannot send, it
 * keeps; what it shows as saved, is saved.
 */
@Timeout(600)
@Order(4)
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

    @Test
    void clickingElsewhereAndComingBackToTypeMeetsTheNewerAnswer() {
        firefox.evaluate("window.dispatchEvent(new Event('pagehide'));"); // from now on it hears nothing of the others
        answerAsTheColleague();
        firefox.click("#levers-note");
        firefox.type("#motive-note", " en meer");
        firefox.waitFor("#q-motive .conflict");

        assertThat(firefox.text("#q-motive .conflict")).contains("Wat Lou daarna schreef", "Wat Tine schreef en meer");
        assertThat(service.texts("select note from answer where scan_id = '" + scan + "' and question = 'motive'"))
                .containsExactly("Wat Lou daarna schreef");
    }

    @Test
    void whatIsTypedWhileANetworkAnswersItselfOrIsAwayIsSavedOnceAfterwards() throws IOException {
        try (RoundRobin network = new RoundRobin()) {
            network.add(URI.create(service.address()).getPort());
            firefox.navigate(block().replace(service.address(), network.address()));
            firefox.waitFor("html.saves");
            network.welcomeGuests(true);
            firefox.type("#motive-note", ", op het gastennet");
            firefox.waitFor("#saved[data-state=waiting]");
            assertThat(firefox.count("#q-motive [data-state=saved]")).isZero();
            network.welcomeGuests(false);
            firefox.waitFor("#q-motive [data-state=saved]");
        }
        assertThat(history("Wat Tine schreef, op het gastennet")).isEqualTo(1);

        String first = firefox.newTab();
        firefox.navigate(block());
        firefox.waitFor("html.saves");
        firefox.offline(true);
        firefox.type("#motive-note", ", in de kelder");
        firefox.waitFor("#saved[data-state=waiting]");
        firefox.closeTab();
        firefox.goTo(first);
        firefox.offline(false);
        firefox.navigate(block());
        Await.until(Duration.ofSeconds(60), "saved", () -> history("Wat Tine schreef, op het gastennet, in de kelder") == 1);
        firefox.waitFor("#q-motive [data-state=saved]");
        assertThat(firefox.value("#motive-note")).isEqualTo("Wat Tine schreef, op het gastennet, in de kelder");
        assertThat(drafts()).isZero();
    }

    @Test
    void aChoiceTakenBackAnUnfinishedOwnOptionAndARankingStayAsTheyWerePut() {
        firefox.click("#motive-both");
        untilRevision("motive", 2);
        firefox.click("#q-motive [data-clear]");
        untilRevision("motive", 3);
        firefox.click("#differences-other");
        firefox.type("#differences-text", "de vestigingen");
        firefox.press("#differences-text", Firefox.Key.ENTER);
        firefox.until("Number(document.querySelector('[name=\"differences.revision\"]').value) > 0"
                + " && document.getElementById('saved').dataset.state === 'saved'");
        firefox.click("#differences-other");
        firefox.until("document.getElementById('saved').dataset.state === 'saved'");
        firefox.reload();
        firefox.waitFor("html.saves");
        assertThat(firefox.address()).as("Enter saved and stayed").startsWith(block());
        assertThat(firefox.count("#q-motive :checked")).isZero();
        firefox.click("#differences-other");
        assertThat(firefox.value("#differences-text")).isEqualTo("de vestigingen");
        firefox.until("document.getElementById('saved').dataset.state === 'saved'");

        firefox.navigate(service.address() + "/zelfscan/" + scan + "/deel/slotvragen");
        firefox.waitFor("html.saves");
        firefox.evaluate("const second = document.querySelector('#priorities-2'); second.value = 'teamwerk';"
                + " second.dispatchEvent(new Event('input', { bubbles: true })); second.dispatchEvent(new Event('change', { bubbles: true "
                + "}));");
        untilRevision("priorities", 1);
        firefox.reload();
        firefox.waitFor("html.saves");
        assertThat(firefox.value("#priorities-1")).isEmpty();
        assertThat(firefox.value("#priorities-2")).isEqualTo("teamwerk");
    }

    private void untilRevision(String question, int revision) {
        firefox.until("document.querySelector(arguments[0]).value === arguments[1]", "[name='" + question + ".revision']",
                String.valueOf(revision));
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
