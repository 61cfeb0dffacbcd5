package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.support.Await;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Firefox;
import be.zelfscan.support.RoundRobin;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A team with one scan open on several screens: each sees at once what the others do, and nobody loses a character. */
@Timeout(600)
@Order(3)
class LiveBrowserIT {
    private static final long SECOND_MS = 1_000;

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met veel schermen");
    private final Visitor visitor = service.inSession(centre.director());
    private final String scan = visitor.post("/centrum/" + centre.id() + "/ronde/" + centre.round() + "/zelfscan", Map.of()).path()
            .replaceAll("/inleiding$", "");
    private final List<Page> pages = new ArrayList<>();

    @AfterEach
    void close() {
        pages.forEach(Browser::close);
    }

    @Test
    void twoPeopleSeeEachOtherWriteAndAnswerWithinASecond() {
        Page tine = open(centre.director());
        Page lou = open(centre.member());
        tine.waitForSelector("#here:has-text('Ook hier: Lou Lid')");
        lou.waitForSelector("#here:has-text('Ook hier: Tine Test')");
        lou.focus("#motive-note");
        tine.waitForSelector("#q-motive .live:has-text('Lou Lid schrijft hier')");

        List<Long> took = new ArrayList<>();
        for (String choice : List.of("motive-deliberate", "motive-context", "motive-both", "motive-deliberate", "motive-context")) {
            tine.evaluate("id => { window.seenAt = 0; new MutationObserver((all, watch) => { if (document.getElementById(id).checked)"
                    + " { window.seenAt = Date.now(); watch.disconnect(); } }).observe(document.body, { childList: true, subtree: true }); }",
                    choice);
            lou.evaluate("() => { window.savedAt = 0; const revision = () => document.getElementsByName('motive.revision')[0].value;"
                    + " const before = revision(); const wait = setInterval(() => { if (revision() !== before)"
                    + " { window.savedAt = Date.now(); clearInterval(wait); } }, 5); }");
            lou.check("#" + choice);
            tine.waitForFunction("() => window.seenAt > 0");
            lou.waitForFunction("() => window.savedAt > 0");
            took.add(Math.round(number(tine, "window.seenAt") - number(lou, "window.savedAt")));
        }
        System.out.println("From saved to seen, in ms: " + took);
        assertThat(took.stream().sorted().skip(took.size() / 2).findFirst().orElseThrow()).isLessThanOrEqualTo(SECOND_MS);
        assertThat(tine.innerText("#q-motive .live")).contains("Lou Lid");
        assertThat(tine.innerText("#saved")).contains("bewaard om");
        assertThat(tine.innerText("#nav-preventie")).contains("1/6");
        assertThat(tine.getAttribute("#nav-preventie a", "aria-current")).isEqualTo("page");

        Browser.close(lou);
        pages.remove(lou);
        tine.waitForSelector("#here",
                new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    @Test
    void fivePeopleWhoAnswerDifferentQuestionsAtOnceAllEndWithAllAnswers() {
        List<Page> team = Stream.concat(Stream.of(centre.director(), centre.member()), IntStream.range(0, 3).mapToObj(this::colleague))
                .map(this::open).toList();
        team.getFirst().waitForSelector("#here:has-text('Collega 0')");
        List<String> fields = List.of("motive", "levers", "bottlenecks", "differences");
        for (int i = 0; i < fields.size(); i++) {
            team.get(i).fill("#" + fields.get(i) + "-note", "Van nummer " + i);
        }
        team.get(4).check("#stage-planmatig", new Page.CheckOptions().setForce(true));

        for (Page page : team) {
            for (int i = 0; i < fields.size(); i++) {
                page.waitForFunction("([id, text]) => document.getElementById(id).value === text",
                        List.of(fields.get(i) + "-note", "Van nummer " + i));
            }
            page.waitForFunction("() => document.getElementById('stage-planmatig').checked");
            page.waitForSelector("#q-ambition input:not([disabled])");
            page.waitForSelector("#saved[data-state=saved]");
            assertThat(page.locator(".conflict").count()).isZero();
            assertThat(page.innerText("#here").split(", | en ")).hasSize(4);
        }
        assertThat(service.count("select count(*) from answer_history where scan_id = ?", id())).isEqualTo(5);
    }

    private String colleague(int number) {
        UUID id = UUID.randomUUID();
        String email = "collega-" + id + "@test.example";
        new Scope.Service().run(() -> {
            OrganisationRepository organisations = service.context().getBean(OrganisationRepository.class);
            organisations.addPerson(id, "Collega " + number, email);
            organisations.addMembership(id, centre.id(), Role.member);
        });
        return email;
    }

    @Test
    void oneLeadsThroughTheMeetingAndWhoWantsGoesAlongOnceNothingIsBeingTyped() {
        Page tine = open(centre.director());
        Page lou = open(centre.member());
        String step = service.address() + scan + "/vergadering/preventie/";
        tine.navigate(step + 1);
        lou.navigate(step + 5);
        tine.click("text=Ik leid");
        lou.waitForSelector("[data-leader]:has-text('Tine Test leidt.')");
        assertThat(lou.url()).as("nobody has to follow").isEqualTo(step + 5);
        lou.click("text=Volgen");
        lou.waitForURL(step + 1);
        tine.keyboard().press("ArrowRight");
        lou.waitForURL(step + 2);

        tine.navigate(step + 5);
        lou.waitForURL(step + 5);
        lou.fill("#motive-note", "Lou schrijft dit nog af");
        tine.navigate(step + 4);
        BrowserVisit.untilSaved(lou, "motive");
        assertThat(lou.url()).as("as long as Lou is in the text").isEqualTo(step + 5);
        lou.evaluate("document.activeElement.blur()");
        lou.waitForURL(step + 4);

        tine.click("text=Ik leid");
        lou.waitForSelector("[data-leader]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        tine.navigate(step + 1);
        lou.waitForSelector("#here:has-text('Tine Test')");
        assertThat(lou.url()).as("who leads no more is not followed").isEqualTo(step + 4);
    }

    @Test
    void whoWriteInTheSameNoteAtOnceChooseAndCanKeepBothTexts() {
        Page tine = open(centre.director());
        Page lou = open(centre.member());
        lou.locator("#motive-note").pressSequentially("Wat Lou al typt");
        tine.locator("#motive-note").pressSequentially("Wat Tine ");
        lou.waitForSelector("#q-motive [data-state=saved]");
        for (int i = 0; i < 12; i++) { // she goes on typing, without a pause in which it is saved
            tine.locator("#motive-note").pressSequentially("a");
            tine.waitForTimeout(100);
        }
        tine.waitForSelector("#q-motive .conflict");
        assertThat(tine.inputValue("#motive-note")).isEqualTo("Wat Tine aaaaaaaaaaaa");
        assertThat(tine.innerText("#q-motive .conflict")).contains("Wat Lou al typt", "Wat Tine aaaaaaaaaaaa", "Lou Lid");
        assertThat(note("motive")).isEqualTo("Wat Lou al typt");

        tine.click("#q-motive button[data-keep=both]");
        String both = "Wat Tine aaaaaaaaaaaa\n\nWat Lou al typt";
        tine.waitForFunction("text => document.getElementById('motive-note').value === text", both);
        assertThat(tine.locator(".conflict").count()).isZero();
        assertThat(tine.evaluate("document.activeElement.id")).as("to be gone over").isEqualTo("motive-note");
        assertThat(note("motive").replace("\r\n", "\n")).isEqualTo(both);
        lou.evaluate("document.activeElement.blur()");
        lou.waitForFunction("text => document.getElementById('motive-note').value === text", both);
        tine.locator("#motive-note").press("Control+End");
        tine.locator("#motive-note").pressSequentially("!");
        BrowserVisit.untilSaved(tine, "motive");
        assertThat(note("motive").replace("\r\n", "\n")).isEqualTo(both + "!");
        assertThat(service.count("select count(*) from answer_history where scan_id = ?", id())).isEqualTo(3);
    }

    @Test
    void whatHasTheCursorStaysAsItIsUntilOneLeavesItOrAsksForTheNewerText() {
        Page tine = open(centre.director());
        Page lou = open(centre.member());
        tine.fill("#motive-note", "Van Tine");
        lou.waitForFunction("() => document.getElementById('motive-note').value === 'Van Tine'");
        lou.focus("#motive-note");
        lou.evaluate("document.getElementById('motive-note').setSelectionRange(3, 3)");

        tine.check("#motive-both");
        lou.waitForFunction("() => document.getElementById('motive-both').checked");
        assertThat(lou.evaluate("document.activeElement.id + document.activeElement.selectionStart")).as("the cursor stays where it is")
                .isEqualTo("motive-note3");
        tine.fill("#motive-note", "Van Tine, later");
        lou.waitForSelector("#q-motive .live button");
        assertThat(lou.inputValue("#motive-note")).isEqualTo("Van Tine");
        lou.click("#levers-note");
        lou.waitForFunction("() => document.getElementById('motive-note').value === 'Van Tine, later'");
        assertThat(lou.evaluate("document.activeElement.id")).isEqualTo("levers-note");

        Page overview = open(centre.member());
        overview.navigate(service.address() + scan + "/overzicht");
        overview.waitForSelector("#here:not([hidden])");
        tine.check("#motive-context");
        overview.waitForSelector("#news:has-text('Bijgewerkt door Tine Test')");
        assertThat(overview.innerText("#news")).contains("Preventie");
    }

    @Test
    void whoIsOnTheWayToAnotherPageIsNotCalledBackWhenTheScanEnds() {
        Net.fillIn(visitor, scan);
        Page lou = open(centre.member());
        Page overview = open(centre.member());
        overview.navigate(service.address() + scan + "/overzicht");
        overview.waitForSelector("html.follows");
        List<Route> asked = new ArrayList<>();
        overview.route("**/aanmeldingen", asked::add);
        overview.dispatchEvent(".top__person", "click");
        overview.waitForCondition(() -> !asked.isEmpty());
        Net.confirm(visitor, scan + "/verzending");
        lou.waitForSelector("#banner:has-text('net verzonden door')");
        overview.waitForTimeout(500);
        asked.getFirst().resume();

        overview.waitForURL("**/aanmeldingen");
    }

    @Test
    void onceAColleagueSendsTheScanOnePageCanOnlyBeReadAndWhatWasTypedIsKept() {
        Net.fillIn(visitor, scan);
        Page lou = open(centre.member());
        lou.waitForSelector("#here",
                new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        lou.route("**/deel/preventie", route -> route.abort());
        lou.fill("#motive-note", "Nog niet bewaard");
        lou.waitForSelector("#saved[data-state=waiting]");
        Net.confirm(visitor, scan + "/verzending");

        lou.waitForSelector("#banner:has-text('net verzonden door Tine Test')");
        assertThat(lou.isEditable("#levers-note")).isFalse();
        assertThat(lou.inputValue("#motive-note")).isEqualTo("Nog niet bewaard");
        assertThat(String.valueOf(lou.evaluate("JSON.stringify(localStorage)"))).contains("Nog niet bewaard");
        assertThat(lou.getAttribute("#banner a", "href")).endsWith("/overzicht");
    }

    @Test
    void whatWasOnItsWayWhenThePageClosedIsKeptWithItsChoice() {
        Net.fillIn(visitor, scan);
        Page lou = open(centre.member());
        lou.waitForSelector("html.follows");
        List<Route> asked = new CopyOnWriteArrayList<>();
        lou.route("**/deel/preventie", asked::add);
        lou.check("#motive-both");
        lou.fill("#motive-note", "Onderweg");
        lou.waitForCondition(() -> !asked.isEmpty());
        Net.confirm(visitor, scan + "/verzending");
        lou.waitForSelector("#banner:has-text('net verzonden door Tine Test')");
        asked.getFirst().resume();
        lou.waitForSelector("#banner:has-text('niet meer bewaard')");

        assertThat(String.valueOf(lou.evaluate("Object.values(localStorage).filter(one => one.includes('Onderweg'))"
                + ".map(one => JSON.stringify(JSON.parse(one).entries)).join()"))).contains("Onderweg", "motive.choice");
        lou.unrouteAll();
    }

    @Test
    void aFollowUpThatIsNoLongerAskedGoesFromTheStepOfTheMeetingThatShowsItAlone() {
        Visitor poc = service.inSession(Net.support());
        String round = poc
                .submit(Net.plan(poc, Net.unique("Ronde met vervolgvragen"), centre).set("questionnaire", "labo-voorwaarden/2026"))
                .path();
        Net.confirm(poc, round + "/opening");
        String labs = Net.start(visitor, centre, round);
        String section = labs + "/deel/complexe-uitdaging";
        visitor.submit(visitor.get(section).form("/deel/").set("voldaan.choice", "no").set("go", "stay"));
        String step = IntStream.rangeClosed(1, 9).mapToObj(number -> labs + "/vergadering/complexe-uitdaging/" + number)
                .filter(address -> !visitor.get(address).document().select("#q-nodig").isEmpty()).findFirst().orElseThrow();
        Page projector = open(centre.member());
        projector.navigate(service.address() + step);
        projector.waitForSelector("html.follows");
        assertThat(projector.isVisible("#q-nodig")).isTrue();

        visitor.submit(visitor.get(section).form("/deel/").set("voldaan.choice", "yes").set("go", "stay"));

        projector.waitForFunction("() => document.getElementById('q-nodig').hidden");
    }

    @Test
    void withoutAConnectionThatStaysOpenThePageAsksNowAndThen() {
        Page tine = open(centre.director());
        Page lou = Browser.page(1280, 900);
        pages.add(lou);
        lou.addInitScript("delete window.EventSource");
        lou.clock().install();
        go(lou, centre.member());
        tine.fill("#motive-note", "Van Tine");
        BrowserVisit.untilSaved(tine, "motive");
        tine.waitForSelector("#here:has-text('Lou Lid')");

        for (int i = 0; i < 20 && !lou.inputValue("#motive-note").equals("Van Tine"); i++) {
            lou.clock().runFor(5_000);
            lou.waitForTimeout(100);
        }
        assertThat(lou.inputValue("#motive-note")).isEqualTo("Van Tine");
    }

    @Test
    void aWholeSectionAnsweredWithoutNetworkIsThereOnceAfterTheTabWasClosedAndTheNetworkCameBack() {
        Page tine = open(centre.director());
        tine.onDialog(dialog -> dialog.accept());
        tine.context().setOffline(true);
        tine.check("#stage-planmatig", new Page.CheckOptions().setForce(true));
        tine.check("#motive-both");
        tine.fill("#motive-note", "Zonder wifi: motief");
        List<String> notes = List.of("levers", "bottlenecks", "differences");
        for (String question : notes) {
            tine.check("#" + question + "-none");
            tine.fill("#" + question + "-note", "Zonder wifi: " + question);
        }
        tine.waitForSelector("#saved[data-state=waiting]");
        tine.close();
        answerAsLou("levers.note", "Intussen, van Lou");
        tine.context().setOffline(false);

        Page again = tine.context().newPage();
        again.navigate(service.address() + scan + "/deel/preventie");
        again.waitForSelector("#q-levers .conflict");
        assertThat(again.innerText("#q-levers .conflict")).contains("Intussen, van Lou", "Zonder wifi: levers");
        for (String question : List.of("stage", "motive", "bottlenecks", "differences")) {
            again.waitForSelector("#q-" + question + " [data-state=saved]");
        }
        again.click("#q-levers button[data-keep=both]");
        again.waitForFunction("() => document.getElementById('levers-note').value === 'Zonder wifi: levers\\n\\nIntussen, van Lou'");
        again.waitForSelector("#q-levers [data-state=saved]");
        again.check("#ambition-hold", new Page.CheckOptions().setForce(true));
        again.waitForSelector("#q-ambition [data-state=saved]");

        assertThat(service.texts("select question || ' ' || count(*) from answer_history where scan_id = '" + id()
                + "' group by question order by question")).containsExactly("ambition 1", "bottlenecks 1", "differences 1", "levers 2",
                        "motive 1", "stage 1");
        assertThat(note("motive")).isEqualTo("Zonder wifi: motief");
        assertThat(again.evaluate("Object.keys(localStorage).filter(key => key.startsWith('zelfscan-draft')).length")).isEqualTo(0);
    }

    @Test
    void liveCrossesInstancesAndWhoseInstanceDiesGoesOnAtAnotherWithinFiveSeconds() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "live-").toAbsolutePath();
        ServiceProcess other = ServiceProcess.start(folder, service.sameDatabase());
        try (RoundRobin proxy = new RoundRobin()) {
            proxy.add(other.port());
            Page lou = Browser.page(1280, 900);
            pages.add(lou);
            List<String> errors = new CopyOnWriteArrayList<>();
            lou.onPageError(errors::add);
            lou.context()
                    .addCookies(List.of(new Cookie("zelfscan", service.session(service.person(centre.member()))).setUrl(proxy.address())));
            lou.navigate(proxy.address() + scan + "/deel/preventie");
            Page tine = open(centre.director());
            tine.waitForSelector("#here:has-text('Lou Lid')");
            lou.waitForSelector("#here:has-text('Tine Test')");
            tine.fill("#motive-note", "Over de grens");
            lou.waitForFunction("() => document.getElementById('motive-note').value === 'Over de grens'");
            lou.fill("#levers-note", "En terug");
            tine.waitForFunction("() => document.getElementById('levers-note').value === 'En terug'");

            other.kill();
            long killed = System.nanoTime();
            proxy.add(URI.create(service.address()).getPort());
            tine.check("#motive-both");
            lou.waitForFunction("() => document.getElementById('motive-both').checked");
            long back = Duration.ofNanos(System.nanoTime() - killed).toMillis();
            System.out.println("From the end of an instance to the next answer seen at another, in ms: " + back);
            assertThat(back).isLessThan(5 * SECOND_MS);
            lou.fill("#levers-note", "En weer verder");
            tine.waitForFunction("() => document.getElementById('levers-note').value === 'En weer verder'");
            assertThat(errors).isEmpty();
        } finally {
            other.kill();
        }
    }

    @Test
    void firefoxSeesWhatChromiumAnswersAndTheOtherWayRound() {
        try (Firefox firefox = Firefox.start()) {
            firefox.navigate(service.address() + "/aanmelden");
            firefox.cookie("zelfscan", service.session(service.person(centre.member())));
            firefox.navigate(service.address() + scan + "/deel/preventie");
            firefox.waitFor("html.saves");
            Page tine = open(centre.director());
            tine.waitForSelector("#here:has-text('Lou Lid')");
            firefox.until("document.querySelector('#here').textContent.includes('Tine Test')");
            tine.fill("#motive-note", "Uit Chromium");
            firefox.until("document.querySelector('#motive-note').value === 'Uit Chromium'");
            firefox.type("#levers-note", "Uit Firefox");
            tine.waitForSelector("#q-levers .live:has-text('Lou Lid')");
            tine.waitForFunction("() => document.getElementById('levers-note').value === 'Uit Firefox'");

            firefox.type("#differences-note", "van Lou");
            tine.fill("#differences-note", "van Tine");
            Await.until(Duration.ofSeconds(60), "a choice", () -> tine.locator("#q-differences .conflict").count()
                    + firefox.count("#q-differences .conflict") > 0);
            if (firefox.count("#q-differences .conflict") > 0) {
                firefox.click("#q-differences [data-keep=both]");
                Await.until(Duration.ofSeconds(60), "both", () -> note("differences").equals("van Lou\n\nvan Tine"));
            } else {
                tine.click("#q-differences [data-keep=both]");
                Await.until(Duration.ofSeconds(60), "both", () -> note("differences").equals("van Tine\n\nvan Lou"));
            }
        }
    }

    private Page open(String email) {
        Page page = Browser.page(1280, 900);
        pages.add(page);
        go(page, email);
        return page;
    }

    private void go(Page page, String email) {
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(service.person(email))).setUrl(service.address())));
        page.navigate(service.address() + scan + "/deel/preventie");
        page.locator("html.saves").waitFor(new Locator.WaitForOptions());
    }

    private void answerAsLou(String field, String value) {
        Visitor lou = service.inSession(centre.member());
        String section = scan + "/deel/preventie";
        assertThat(lou.submit(lou.get(section).form("/deel/").set(field, value).set("go", "stay")).status()).isEqualTo(200);
    }

    private String note(String question) {
        return service.texts("select note from answer where question = '" + question + "' and scan_id = '" + id() + "'").stream()
                .findFirst()
                .orElse("").replace("\r\n", "\n");
    }

    private UUID id() {
        return UUID.fromString(scan.substring(scan.lastIndexOf('/') + 1));
    }
}
