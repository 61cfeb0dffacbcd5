package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was typed but could not be saved stays in the browser, and is saved as soon as that is possible, once. */
@Timeout(120)
class DraftIT {
    private static final String SAVES = "**/bouwsteen/preventie";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum in de kelder");
    private final Page page = Browser.page(1280, 900);
    private String scan;

    @BeforeEach
    void open() {
        page.onDialog(dialog -> dialog.accept());
        BrowserVisit.signIn(page, service, centre.director());
        scan = BrowserVisit.start(page);
        page.navigate(scan + "/bouwsteen/preventie");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whatWasTypedBeforeTheTabClosedIsSavedOnTheNextVisit() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt vlak voor het sluiten");
        page.waitForSelector("#saved[data-state=retry]");
        page.close();
        page.context().setOffline(false);

        Page next = page.context().newPage();
        next.navigate(scan + "/bouwsteen/preventie");

        assertThat(next.inputValue("#motive-note")).isEqualTo("Getypt vlak voor het sluiten");
        BrowserVisit.untilSaved(next, "motive");
        assertThat(saved("Getypt vlak voor het sluiten")).isEqualTo(1);
    }

    @Test
    void signingInAgainInAnotherTabSavesWhatWasTypedAfterTheSessionEnded() {
        page.context().clearCookies();
        page.fill("#motive-note", "Getypt na het einde van de sessie");
        page.waitForSelector("#banner .notice");

        Page other = page.context().newPage();
        BrowserVisit.signIn(other, service, centre.director());
        page.bringToFront();
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        BrowserVisit.untilSaved(page, "motive");
        assertThat(page.locator("#banner .notice").count()).isZero();
        assertThat(saved("Getypt na het einde van de sessie")).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLostOnTheWayBackMakesARepetitionThatCountsOnce() {
        AtomicInteger lost = new AtomicInteger();
        page.route(SAVES, route -> {
            if (route.request().method().equals("POST") && lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        page.fill("#motive-note", "Bewaard, maar dat kwam niet aan");

        BrowserVisit.untilSaved(page, "motive");

        assertThat(lost.get()).isEqualTo(2);
        assertThat(saved("Bewaard, maar dat kwam niet aan")).isEqualTo(1);
    }

    @Test
    void aServiceThatIsNotWellIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        page.route(SAVES, route -> {
            if (route.request().method().equals("POST") && tries.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("even niet"));
            } else {
                route.resume();
            }
        });
        page.check("#motive-both");
        page.waitForSelector("#saved[data-state=retry]");

        BrowserVisit.untilSaved(page, "motive");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and question = 'motive'", id())).isEqualTo(1);
    }

    @Test
    void aNoteThatIsTooLongSaysSoAtTheQuestionAndIsSavedOnceItIsShorter() {
        page.fill("#motive-note", "a".repeat(10_001));
        page.waitForSelector("#problem-motive:has-text('10.001 tekens')");
        assertThat(page.getAttribute("#motive-note", "aria-invalid")).isEqualTo("true");
        assertThat(page.innerText("#saved")).contains("nog niet alles bewaard");
        assertThat(page.inputValue("#motive-note")).hasSize(10_001);

        page.check("#levers-none");
        page.waitForSelector("#status-levers .status__when:has-text('bewaard om')");
        assertThat(page.innerText("#saved")).as("the other question is still not saved").contains("nog niet alles bewaard");

        page.fill("#motive-note", "a".repeat(10_000));
        BrowserVisit.untilSaved(page, "motive");
        assertThat(page.getAttribute("#motive-note", "aria-invalid")).isNull();
        assertThat(saved("a".repeat(10_000))).isEqualTo(1);
    }

    private long saved(String note) {
        return service.count("select count(*) from answer_history where scan_id = ? and note = ?", id(), note);
    }

    private UUID id() {
        return UUID.fromString(scan.substring(scan.lastIndexOf('/') + 1));
    }
}
