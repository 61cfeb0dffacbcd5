package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was typed but could not be saved stays in the browser, and is saved as soon as that is possible, once. */
@Timeout(600)
@Order(Integer.MAX_VALUE)
class DraftIT {
    private static final String SAVES = "**/deel/preventie";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum in de kelder");
    private final Page page = Browser.page(1280, 900);
    private String scan;

    @BeforeEach
    void open() {
        page.onDialog(dialog -> dialog.accept());
        BrowserVisit.open(page, service, centre.director());
        scan = BrowserVisit.start(page);
        page.navigate(scan + "/deel/preventie");
    }

    @AfterEach
    void close() {
        Browser.close(page);
    }

    @Test
    void whatWasTypedBeforeTheTabClosedIsSavedOnTheNextVisit() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt vlak voor het sluiten");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close();
        page.context().setOffline(false);

        Page next = page.context().newPage();
        next.navigate(scan + "/deel/preventie");

        BrowserVisit.untilSaved(next, "motive");
        assertThat(next.inputValue("#motive-note")).isEqualTo("Getypt vlak voor het sluiten");
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
        page.waitForSelector("#saved[data-state=waiting]");

        BrowserVisit.untilSaved(page, "motive");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and question = 'motive'", id())).isEqualTo(1);
    }

    @Test
    void aNoteThatIsTooLongSaysSoAtTheQuestionAndIsSavedOnceItIsShorter() {
        page.fill("#motive-note", "a".repeat(10_001));
        page.waitForSelector("#problem-motive:has-text('10.001 tekens')");
        assertThat(page.getAttribute("#motive-note", "aria-invalid")).isEqualTo("true");
        assertThat(page.innerText("#saved")).contains("nog niet bewaard");
        assertThat(page.inputValue("#motive-note")).hasSize(10_001);

        page.check("#levers-none");
        page.waitForSelector("#status-levers .status__when:has-text('bewaard om')");
        assertThat(page.innerText("#saved")).as("the other question is still not saved").contains("nog niet bewaard");

        page.fill("#motive-note", "a".repeat(10_000));
        BrowserVisit.untilSaved(page, "motive");
        assertThat(page.getAttribute("#motive-note", "aria-invalid")).isNull();
        assertThat(saved("a".repeat(10_000))).isEqualTo(1);
    }

    @Test
    void anAnswerOfSomebodyElseSavesNothingWhateverItsStatus() {
        for (Route.FulfillOptions foreign : List.of(
                new Route.FulfillOptions().setStatus(200).setContentType("text/html").setBody("<h1>Welkom op het gastennet</h1>"),
                new Route.FulfillOptions().setStatus(200), new Route.FulfillOptions().setStatus(403).setBody("firewall"),
                new Route.FulfillOptions().setStatus(404), new Route.FulfillOptions().setStatus(401),
                new Route.FulfillOptions().setStatus(422))) {
            AtomicInteger tries = new AtomicInteger();
            page.route(SAVES, route -> {
                if (route.request().method().equals("POST") && tries.getAndIncrement() < 2) {
                    route.fulfill(foreign);
                } else {
                    route.resume();
                }
            });
            String note = "Getypt " + UUID.randomUUID();
            page.fill("#motive-note", note);
            page.waitForSelector("#saved[data-state=waiting]");
            assertThat(page.innerText("#q-motive .status__when")).contains("wacht op verbinding");
            assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)"))).contains(note);
            assertThat(page.locator("text=gastennet").count()).isZero();

            BrowserVisit.untilSaved(page, "motive");
            assertThat(saved(note)).isEqualTo(1);
            assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)"))).doesNotContain(note);
            page.unroute(SAVES);
        }
    }

    @Test
    void savingIsTriedAgainHoweverOftenSomebodyElseAnswered() {
        page.clock().install();
        page.navigate(scan + "/deel/preventie");
        AtomicInteger tries = new AtomicInteger();
        page.route(SAVES, route -> {
            if (route.request().method().equals("POST") && tries.getAndIncrement() < 14) {
                route.fulfill(new Route.FulfillOptions().setStatus(200).setContentType("text/html").setBody("<h1>Gastennet</h1>"));
            } else {
                route.resume();
            }
        });
        page.fill("#motive-note", "Een lange vergadering op het gastennet");
        boolean wasSaid = false;
        for (int minute = 0; minute < 60 && tries.get() <= 14; minute++) {
            page.clock().runFor(60_000);
            page.waitForTimeout(50);
            wasSaid |= page.isVisible("#stopped");
        }

        BrowserVisit.untilSaved(page, "motive");
        assertThat(wasSaid).as("after some tries it is said that the connection is gone").isTrue();
        assertThat(page.isVisible("#stopped")).isFalse();
        assertThat(saved("Een lange vergadering op het gastennet")).isEqualTo(1);
    }

    @Test
    void aBrowserThatKeepsNothingIsNotSaidToKeepWhatWasTyped() {
        page.addInitScript("Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }");
        page.navigate(scan + "/deel/preventie");
        page.context().setOffline(true);
        page.fill("#motive-note", "Alleen op dit scherm");

        page.waitForSelector("#stopped:not([hidden])");
        assertThat(page.innerText("#stopped")).contains("staat alleen op dit scherm").doesNotContain("veilig");
        page.context().setOffline(false);
        BrowserVisit.untilSaved(page, "motive");
        assertThat(page.isVisible("#stopped")).isFalse();
        assertThat(saved("Alleen op dit scherm")).isEqualTo(1);
    }

    @Test
    void aDraftThatMeetsANewerAnswerShowsBoth() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt zonder wifi");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close();
        page.context().setOffline(false);
        be.zelfscan.support.Visitor colleague = service.inSession(centre.member());
        String block = "/zelfscan/" + id() + "/deel/preventie";
        colleague.submit(colleague.get(block).form(block).set("motive.note", "Wat Lou schreef").set("go", "stay"));

        Page next = page.context().newPage();
        next.navigate(scan + "/deel/preventie");
        next.waitForSelector("#q-motive .conflict");

        assertThat(next.innerText("#q-motive .conflict")).contains("Wat Lou schreef").contains("Getypt zonder wifi");
        assertThat(saved("Wat Lou schreef")).isEqualTo(1);
    }

    @Test
    void aDraftOfAPageThatStillAnsweredWhileItClosedGoesOnAMomentLater() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt zonder wifi");
        page.waitForSelector("#saved[data-state=waiting]");
        Object closing = page.evaluate("Object.keys(localStorage).find(key => key.startsWith('zelfscan-draft')).split('/')[3]");
        page.close();
        page.context().setOffline(false);

        Page next = page.context().newPage();
        next.addInitScript("let left = 2; const last = new BroadcastChannel('zelfscan-drafts');"
                + " last.onmessage = e => { if (!e.data.open && left-- > 0) last.postMessage({ open: '" + closing + "' }); };");
        next.navigate(scan + "/deel/preventie");
        BrowserVisit.untilSaved(next, "motive");
        assertThat(saved("Getypt zonder wifi")).isEqualTo(1);
    }

    @Test
    void whatWasNeverSavedCanBeReadOnEveryPageOfThatScanAlsoAfterSending() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt voor het sluiten");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close();
        page.context().setOffline(false);
        Page next = page.context().newPage();

        for (String path : List.of(service.address() + "/centrum/" + centre.id(), scan + "/overzicht", scan + "/deel/teamwerk")) {
            next.navigate(path);
            next.waitForSelector("#drafts .draft");
            assertThat(next.innerText("#drafts")).as(path).contains("Getypt voor het sluiten").contains("Preventie");
        }
        service.change("update round set state = 'closed', closed_at = now() where id = ?", centre.round());
        next.navigate(scan + "/overzicht");
        next.waitForSelector("#drafts .draft");
        assertThat(next.locator("#drafts [data-draft=use]").count()).isZero();
        next.onDialog(dialog -> dialog.accept());
        next.click("#drafts [data-draft=drop]");
        assertThat(next.isVisible("#drafts")).isFalse();
        next.reload();
        assertThat(next.evaluate("Object.keys(localStorage).filter(key => key.startsWith('zelfscan-draft')).length")).isEqualTo(0);
    }

    @Test
    void whatBelongsToAnotherStepOfTheMeetingIsUsedOnItsOwnPage() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Getypt voor de vergadering");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close();
        page.context().setOffline(false);
        Page next = page.context().newPage();
        next.onDialog(dialog -> dialog.accept());
        next.navigate(scan + "/vergadering/preventie/3");
        next.waitForSelector("#drafts .draft");
        assertThat(next.locator("#q-motive").count()).isZero();
        next.click("#drafts [data-draft=use]");

        next.waitForURL("**/deel/preventie#q-motive");
        BrowserVisit.untilSaved(next, "motive");
        assertThat(saved("Getypt voor de vergadering")).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseTypedInThisBrowserIsNeitherShownNorSaved() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Van Tine");
        page.waitForSelector("#saved[data-state=waiting]");
        page.context().clearCookies();
        page.context().setOffline(false);
        Page other = page.context().newPage();
        BrowserVisit.signIn(other, service, centre.member());
        other.navigate(scan + "/deel/preventie");
        page.waitForSelector("#saved[data-state=signed_out]");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        page.waitForSelector("#banner:has-text('iemand anders aangemeld')");
        assertThat(page.inputValue("#motive-note")).isEqualTo("Van Tine");
        assertThat(other.inputValue("#motive-note")).isEmpty();
        assertThat(other.isVisible("#drafts")).isFalse();
        assertThat(saved("Van Tine")).isZero();
    }

    @Test
    void signingOutAsksFirstWhenSomethingIsNotSaved() {
        page.context().setOffline(true);
        page.fill("#motive-note", "Nog niet bewaard");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close();
        page.context().setOffline(false);
        Page next = page.context().newPage();
        next.navigate(scan + "/overzicht");
        next.waitForSelector("#drafts .draft");
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        next.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        next.click(".top__out button");

        assertThat(asked).singleElement().asString().contains("alleen in deze browser");
        assertThat(next.isVisible("#drafts")).isTrue();
        next.onceDialog(dialog -> dialog.accept());
        next.click(".top__out button");
        next.waitForURL(service.address() + "/");
        assertThat(String.valueOf(next.evaluate("JSON.stringify(localStorage)"))).doesNotContain("Nog niet bewaard");
    }

    @Test
    void aDraftEndsAfterFourteenDays() {
        page.evaluate("person => { for (const [days, text] of [[13, 'nog geldig'], [15, 'te oud']])"
                + " localStorage.setItem(`zelfscan-draft/${person}/x/${days}/y/motive`, JSON.stringify({ at: Date.now() - days * "
                + "86400000, entries: [], words: text })); }",
                page.getAttribute("body", "data-person"));
        page.navigate(service.address() + "/privacy");
        page.waitForFunction("() => Object.keys(localStorage).filter(key => key.startsWith('zelfscan-draft')).length === 1");
        assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)"))).contains("nog geldig");
    }

    private long saved(String note) {
        return service.count("select count(*) from answer_history where scan_id = ? and note = ?", id(), note);
    }

    private UUID id() {
        return UUID.fromString(scan.substring(scan.lastIndexOf('/') + 1));
    }
}
