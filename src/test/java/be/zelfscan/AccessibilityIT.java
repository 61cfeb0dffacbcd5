package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.support.Barriers;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Visitor;
import be.zelfscan.web.FailingPage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page has a barrier that axe-core can find, on a laptop or on a phone. A row of the table is a visit to the pages of one job. */
@Timeout(1200)
@Order(1) // of the longest, half come first and half last: one of the threads begins at the end
class AccessibilityIT {
    /** The visits; a new page belongs in the one of its job. */
    enum Visit {
        SCAN(Scan::pages), PROBLEMS(Problems::pages), ROUNDS(AccessibilityIT::rounds), CENTRE_COMPARES(
                AccessibilityIT::centreCompares), COMPARISON(AccessibilityIT::comparison), ROUND_REPORTS(
                        AccessibilityIT::roundReports), FOLLOW_UP(AccessibilityIT::followUp), EXPORT(
                                AccessibilityIT::export), ORGANISATION(AccessibilityIT::organisation), LOG(
                                        AccessibilityIT::log), AGREEMENTS(
                                                AccessibilityIT::agreements);

        private final Consumer<Tour> pages;

        Visit(Consumer<Tour> pages) {
            this.pages = pages;
        }
    }

    private static final TestService SERVICE = TestService.get();

    @ParameterizedTest
    @EnumSource
    void noPageHasABarrier(Visit visit) {
        Page page = Browser.page(1280, 900);
        try {
            Tour tour = new Tour(page);
            visit.pages.accept(tour);

            assertThat(tour.found).isEmpty();
        } finally {
            Browser.close(page);
        }
    }

    /** Somebody who goes through pages, with what was found on them by the name of the page. */
    private static final class Tour {
        private final Page page;
        private final Map<String, List<String>> found = new LinkedHashMap<>();

        private Tour(Page page) {
            this.page = page;
        }

        void as(UUID person) {
            page.context().clearCookies();
            page.context().addCookies(List.of(new Cookie("zelfscan", SERVICE.session(person)).setUrl(SERVICE.address())));
        }

        void go(String path) {
            page.navigate(SERVICE.address() + path);
        }

        void visit(String... paths) {
            for (String path : paths) {
                go(path);
                inspect(path);
            }
        }

        void inspect(String name) {
            Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
        }
    }

    private static UUID person(String email) {
        return SERVICE.person(email);
    }

    /** Signing in and a whole scan. */
    private static final class Scan {
        private static void pages(Tour tour) {
            Page page = tour.page;
            TestCentre centre = SERVICE.centre("Centrum dat toegankelijk is");
            tour.visit("/", "/aanmelden", "/aanmelden/verstuurd", "/postvak", "/privacy", "/bestaat-niet", "/aanmelden/link/onbekend");
            tour.go("/aanmelden");
            page.fill("#email", "geen adres");
            page.press("#email", "Enter");
            tour.inspect("aanmelden met een fout");

            BrowserVisit.signIn(page, SERVICE, centre.director());
            tour.inspect("centrum zonder zelfscan");
            String scan = BrowserVisit.start(page).substring(SERVICE.address().length());
            tour.inspect("inleiding");
            tour.visit(scan + "/deel/behartiger", scan + "/deel/slotvragen", scan + "/overzicht");
            alone(tour, centre, scan + "/alleen");
            conflict(tour, centre, scan);
            Visitor director = SERVICE.inSession(centre.director());
            Net.fillIn(director, scan);
            tour.visit("/centrum/" + centre.id(), scan + "/deel/kernprocessen", scan + "/deel/slotvragen", scan + "/overzicht",
                    scan + "/verzending");
            IntStream.rangeClosed(1, 5).forEach(step -> tour.visit(scan + "/vergadering/kernprocessen/" + step));
            tour.visit(scan + "/vergadering/slotvragen/1", scan + "/vergadering/slotvragen/2");
            Net.confirm(director, scan + "/verzending");
            tour.visit(scan + "/overzicht", new Visitor(SERVICE.address()).newestMail(centre.director(), "verzonden").path(),
                    "/centrum/" + centre.id());
        }

        private static void alone(Tour tour, TestCentre centre, String alone) {
            tour.visit(alone);
            SERVICE.inSession(centre.director()).post(alone + "/opening", Map.of());
            tour.visit(alone, alone + "/deel/behartiger", alone + "/afsluiting");
            tour.go(alone + "/deel/behartiger");
            tour.page.click("main button[type=submit]");
            tour.inspect("alleen geplaatst met een fout");
        }

        private static void conflict(Tour tour, TestCentre centre, String scan) {
            Page page = tour.page;
            BrowserVisit.hearNothing(page);
            tour.go(scan + "/deel/preventie");
            Visitor member = SERVICE.inSession(centre.member());
            member.submit(member.get(scan + "/deel/preventie").form("/deel/").set("motive.note", "Van Lou"));
            page.fill("#motive-note", "Van Tine");
            page.waitForSelector("#q-motive .conflict");
            tour.inspect("bouwsteen met een conflict");
            page.context().clearCookies();
            page.fill("#levers-note", "Afgemeld");
            page.waitForSelector("#banner .notice");
            tour.inspect("bouwsteen na het afmelden");
            page.evaluate("window.onbeforeunload = null; localStorage.clear()");
            page.onDialog(dialog -> dialog.accept());
            BrowserVisit.signIn(page, SERVICE, centre.director());
            page.unrouteAll();
        }
    }

    /** What people see when something does not go as it should. */
    private static final class Problems {
        private static void pages(Tour tour) {
            TestCentre centre = SERVICE.centre("Centrum met problemen");
            anotherBrowserAndAUsedLink(tour, centre);
            tour.as(person(centre.director()));
            tour.go("/centrum/" + centre.id());
            String scan = BrowserVisit.start(tour.page).substring(SERVICE.address().length());
            tour.visit(scan + "/deel/verzonnen", "/" + FailingPage.PATH);
            refusedAnswers(tour, scan);
            whatCannotBeSaved(tour, scan);
            result(tour, centre, scan);
            severalCentres(tour, centre);
        }

        private static void anotherBrowserAndAUsedLink(Tour tour, TestCentre centre) {
            Page page = tour.page;
            Visitor asking = SERVICE.visitor();
            asking.submit(asking.get("/aanmelden").form("/aanmelden").set("email", centre.director()));
            String link = asking.signInLink(centre.director());
            tour.visit(asking.newestMail(centre.director(), "aan te melden").path(), link);
            page.click("main button");
            page.waitForSelector("#code");
            tour.inspect("aanmelden met een code");
            page.fill("#code", "000000x");
            page.press("#code", "Enter");
            page.waitForSelector("#code-problem");
            tour.inspect("aanmelden met een verkeerde code");
            asking.submit(asking.get(link).form("/link/"));
            tour.visit(link);
        }

        /** What a browser without scripts is shown: the whole page with what was refused. */
        private static void refusedAnswers(Tour tour, String scan) {
            Page page = tour.page;
            page.route("**/saving.js*", route -> route.abort());
            tour.go(scan + "/deel/preventie");
            page.fill("#motive-note", "a".repeat(10_001));
            page.locator("#levers-mission, #levers-none").all().forEach(box -> box.evaluate("one => one.checked = true"));
            page.locator("button[name=go][value=stay]").last().click();
            page.waitForSelector("#q-motive .problem svg");
            tour.inspect("bouwsteen met geweigerde antwoorden");
            tour.go(scan + "/deel/slotvragen");
            page.selectOption("#priorities-1", "preventie");
            page.selectOption("#priorities-2", "preventie");
            page.locator("button[name=go][value=stay]").last().click();
            page.waitForSelector("#q-priorities .problem svg");
            tour.inspect("slotvragen met een prioriteit die twee keer gekozen is");
            page.unroute("**/saving.js*");
            tour.visit(scan + "/verzending");
        }

        private static void whatCannotBeSaved(Tour tour, String scan) {
            Page page = tour.page;
            tour.go(scan + "/deel/teamwerk");
            page.check("#stage-geintegreerd");
            page.waitForSelector("#ambition-systematisch");
            page.check("#ambition-systematisch");
            BrowserVisit.untilSaved(page, "ambition");
            page.check("#stage-systematisch");
            page.waitForSelector("#q-ambition .problem svg");
            tour.inspect("bouwsteen waarvan de ambitie opnieuw gevraagd wordt");
            page.evaluate("document.getElementById('stopped').hidden = false");
            tour.inspect("bouwsteen zonder verbinding");
            tour.visit(scan + "/vergadering/teamwerk/3");
        }

        private static void result(Tour tour, TestCentre centre, String scan) {
            Visitor director = SERVICE.inSession(person(centre.director()));
            Net.fillIn(director, scan);
            Visitor member = SERVICE.inSession(person(centre.member()));
            assertThat(member.post(scan + "/verzending", Map.of()).status()).isEqualTo(403);
            String sent = Net.confirm(director, scan + "/verzending").path();
            tour.visit(sent, sent + "/scherm");
        }

        private static void severalCentres(Tour tour, TestCentre centre) {
            OrganisationRepository organisations = SERVICE.context().getBean(OrganisationRepository.class);
            TestCentre other = SERVICE.centre("Tweede centrum");
            organisations.addMembership(person(centre.director()), other.id(), Role.member);
            tour.visit("/centrum");
            assertThat(tour.page.innerText("main")).contains(other.name());
        }
    }

    /** From a result to agreements, and what became of them. */
    private static void agreements(Tour tour) {
        TestNet net = new TestNet();
        UUID agreement = net.agreement();
        String result = "/resultaat/" + net.sent;
        String home = "/centrum/" + net.centre;
        tour.as(net.person(Actor.member));
        tour.visit(home, result, result + "/gesprek/opvallend", result + "/gesprek/afspraken", home + "/afspraken",
                "/afspraken/" + agreement);
        tour.go(result + "/gesprek/afspraken");
        tour.page.click("main form:has(#wat) button[type=submit]");
        tour.page.waitForSelector("#wat-problem");
        tour.inspect("een afspraak zonder tekst");
        tour.go("/afspraken/" + agreement);
        Visitor director = net.visitor(Actor.director);
        director.submit(director.get("/afspraken/" + agreement).form("/afspraken/" + agreement).set("wie", "Dina"));
        tour.page.fill("#wie", "Mira");
        tour.page.click("main button[type=submit]");
        tour.page.waitForSelector(".overtaken");
        tour.inspect("een afspraak die intussen gewijzigd is");
        SERVICE.change("update round set state = 'closed', opens_on = '2024-09-01', closed_at = now() where id in (select s.round_id"
                + " from sent_scan x join scan s on s.id = x.scan_id where x.id = ?)", net.sent);
        tour.visit(home, "/zelfscan/" + net.scan + "/inleiding", "/zelfscan/" + net.scan + "/vorige", result + "/gesprek/keuzes");
    }

    private static void rounds(Tour tour) {
        Page page = tour.page;
        TestCentre centre = SERVICE.centre("Centrum in een ronde");
        TestCentre other = SERVICE.centre("Centrum in dezelfde ronde");
        UUID group = Net.schoolGroup("Scholengroep toegankelijk", centre, other);
        Net.schoolGroup("Scholengroep ernaast", other);
        UUID support = person(Net.support());
        Visitor poc = SERVICE.inSession(support);
        String draft = Net.draft(poc, Net.unique("ronde in voorbereiding"), centre, other);
        String open = Net.open(poc, Net.unique("open ronde"), centre, other);
        String scan = Net.send(SERVICE.inSession(person(centre.director())), centre, open);
        String reopening = open + "/centrum/" + centre.id() + "/heropening";
        tour.as(support);
        tour.visit("/rondes", "/rondes/nieuw", draft, draft + "/gegevens", open, open + "?stand=sent&aangeduid=alle",
                open + "?gedaan=herinnering&aantal=2", reopening, "/scholengroep/" + group, draft + "/opening", open + "/afsluiting",
                open + "/centra/verwijdering?centre=" + other.id());
        tour.go(open + "?aangeduid=alle");
        page.click("form[action*='/herinnering'] button");
        tour.inspect("vraag voor een herinnering");
        tour.go(draft + "/gegevens");
        poc.submit(poc.get(draft + "/gegevens").form("/gegevens").set("closesOn", "2099-05-01"));
        page.fill("#title", Net.unique("een andere titel"));
        page.click("main button[type=submit]");
        page.waitForSelector(".overtaken");
        tour.inspect("intussen gewijzigd");
        tour.go("/rondes/nieuw");
        page.click("main button[type=submit]");
        tour.inspect("nieuwe ronde met fouten");
        tour.go(reopening);
        page.click("main button[type=submit]");
        tour.inspect("heropening zonder reden");
        poc.post(reopening, Map.of("reason", List.of("Iets vergeten.")));
        Net.alsoLeads(centre.director(), group);
        tour.as(person(centre.director()));
        tour.visit("/centrum", "/centrum/" + centre.id(), scan + "/overzicht");
        Net.confirm(poc, open + "/afsluiting");
        page.waitForSelector("main:has-text('na de heropening niet opnieuw verzonden')"); // it shows that by itself
        tour.visit("/centrum/" + centre.id(), scan + "/overzicht");
    }

    private static void centreCompares(Tour tour) {
        HandComputedRound round = HandComputedRound.closed(SERVICE);
        String home = "/centrum/" + round.centre(1);
        String openings = home + "/openstelling";
        open(round, 1, 9, true);
        open(round, 1, 12, false);
        offer(round, 1, 2);
        offer(round, 3, 1);
        tour.as(round.net().director(1));
        tour.visit(home, home + "/vergelijking/" + round.id(),
                home + "/vergelijking/" + round.id() + "?groep=" + round.schoolGroup("A"), "/resultaat/" + round.sent(1).getLast(),
                openings, openings + "?gedaan=voorstel", home + "/tegenover/" + round.centre(9) + "/" + round.id());
        tour.go(openings);
        tour.page.click("form[action='" + openings + "'] button:not([disabled])");
        tour.inspect("nothing chosen");
        assertThat(tour.page.textContent("h1")).contains("openzetten");
        tour.page.click("form[action$='/aanvaarding'] button:not([disabled])");
        tour.inspect("een voorstel aanvaarden");
        tour.as(round.net().member(1));
        tour.visit(openings);
    }

    private static void offer(HandComputedRound round, int centre, int other) {
        String address = "/centrum/" + round.centre(centre) + "/openstelling";
        round.visitor(round.net().director(centre)).post(address,
                Map.of("centrum", List.of(round.id() + "/" + round.centre(other)), "toelichtingen", List.of("ja"), "zeker", List.of("ja")));
    }

    private static void open(HandComputedRound round, int centre, int other, boolean lasting) {
        offer(round, centre, other);
        Visitor accepting = round.visitor(round.net().director(other));
        String address = "/centrum/" + round.centre(other) + "/openstelling";
        accepting.submit(accepting.submit(accepting.get(address).form("/aanvaarding").set("toelichtingen", "ja")).form("/aanvaarding"));
        if (!lasting) {
            accepting.submit(accepting.submit(accepting.get(address).form("/einde")).form("/einde"));
        }
    }

    private static void comparison(Tour tour) {
        HandComputedRound round = HandComputedRound.shared();
        String net = "/vergelijking/" + round.id();
        tour.as(round.net().support());
        tour.visit("/vergelijking", net, net + "?deel=preventie&stap=planmatig", net + "?stap=planmatig", net + "/centra",
                net + "/scholengroepen", "/scholengroep/%s/ronde/%s".formatted(round.schoolGroup("A"), round.id()),
                net + "/tegenover?een=%s&ander=%s".formatted(round.centre(1), round.centre(2)));
    }

    private static void roundReports(Tour tour) {
        HandComputedRound round = HandComputedRound.closed(SERVICE);
        tour.as(round.net().support());
        tour.visit("/rapporten/" + round.id());
        tour.page.click("text=Alle rapporten laten maken");
        tour.inspect("meanwhile");
        tour.page.waitForSelector("text=Alles downloaden", new Page.WaitForSelectorOptions().setTimeout(240_000)); // it goes on by itself
        tour.inspect("after");
    }

    private static void followUp(Tour tour) {
        HandComputedRound round = HandComputedRound.shared();
        Page page = tour.page;
        String ofRound = "/vergelijking/" + round.id();
        String notes = ofRound + "/toelichtingen";
        Visitor support = round.visitor(round.net().support());
        String label = "een lang label zonder spaties-" + UUID.randomUUID().toString().substring(0, 23);
        support.post(notes + "/codering", Map.of("nieuw", List.of(label), "toelichting",
                support.get(notes + "?zoek=vergadering").document().select(".note__tick input").eachAttr("value")));
        tour.as(round.net().support());
        tour.visit(notes, notes + "?zoek=vergadering&gedaan=gelabeld&aantal=2", notes + "?zoek=zonsverduistering", notes + "?zoek=de",
                notes + "/labels",
                ofRound + "/inspiratie", ofRound + "/inspiratie?deel=x",
                ofRound + "/inspiratie/plg/" + round.centre(7) + "/" + round.centre(3) + "/voorstelling");
        page.fill("#bericht", "Maak gerust kennis.");
        page.click("text=Bekijk de mail");
        tour.inspect("voorbeeld");
        tour.go(notes);
        page.click("#codering button");
        assertThat(page.textContent("main")).contains("Vink eerst");
        tour.inspect("label zonder toelichting");
        tour.go(notes + "/labels");
        page.click("text=Maken");
        tour.inspect("label zonder naam");
        helpAndNeeds(tour);
    }

    private static void helpAndNeeds(Tour tour) {
        TestNet net = new TestNet();
        String block = SERVICE.questionnaire().blocks().getFirst().id();
        String help = "/hulp/" + net.proposedHelp();
        String result = "/resultaat/" + net.sent;
        net.need("support", null, true);
        net.need();
        tour.as(net.person(Actor.member));
        tour.visit(result, result + "/noden", result + "/noden?deel=" + block, "/centrum/" + net.centre,
                "/centrum/" + net.centre + "/hulp/" + SERVICE.questionnaire().id());
        tour.page.click("main button:has-text('Voorstellen')");
        tour.inspect("een voorstel zonder titel");
        tour.as(net.person(Actor.leader));
        tour.visit("/scholengroep/" + net.schoolGroup + "/noden");
        tour.as(net.person(Actor.support));
        tour.visit("/noden", "/hulp", "/hulp/nieuw", help);
        net.visitor(Actor.support).post(help, Map.of("stand", List.of("shown")));
        tour.go("/noden");
        tour.page.click("main form button");
        tour.inspect("een leeg antwoord");
        tour.as(net.person(Actor.member));
        tour.visit("/zelfscan/" + net.scan + "/deel/" + block);
    }

    private static void export(Tour tour) {
        TestNet net = new TestNet();
        Page page = tour.page;
        tour.as(SERVICE.supporterId());
        tour.visit("/uitvoer", "/uitvoer/bestand?ronde=" + net.round + "&wat=centra.csv&scheiding=komma", "/uitvoer/bestand",
                "/uitvoer/" + net.round + "/centra.csv", "/uitvoer/sleutels", "/api");
        tour.go("/uitvoer/sleutels");
        page.getByLabel("Geldt tot en met").fill("2020-01-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sleutel maken")).click();
        tour.inspect("een sleutel die niet kan");
        tour.go("/uitvoer/sleutels");
        page.getByLabel("Naam").fill("programma");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sleutel maken")).click();
        assertThat(page.inputValue("#sleutel")).startsWith("zelfscan_");
        tour.inspect("een nieuwe sleutel");
        tour.visit("/uitvoer/sleutels");
        page.click("td a:has-text(\"Intrekken\")");
        tour.inspect("een sleutel intrekken");
    }

    private static void organisation(Tour tour) {
        TestNet net = new TestNet();
        Visitor support = net.visitor(Actor.support);
        support.post("/organisatie/vestiging/" + net.site + "/einde", Map.of());
        support.post("/organisatie/centrum/" + net.otherCentre + "/einde", Map.of());
        tour.as(net.person(Actor.support));
        for (String path : List.of("", "?zoek=niets-van-dat-alles", "/mensen", "/scholengroep/nieuw", "/scholengroep/" + net.schoolGroup,
                "/centrum/nieuw", "/centrum/" + net.centre, "/centrum/" + net.otherCentre, "/vestiging/" + net.site, "/persoon/nieuw",
                "/persoon/" + net.person(Actor.director), "/persoon/" + net.person(Actor.director) + "/einde",
                "/centrum/" + net.centre + "/einde", "/import")) {
            tour.visit("/organisatie" + path);
        }
        for (String path : List.of("/scholengroep/nieuw", "/centrum/nieuw", "/persoon/nieuw?centrum=" + net.centre)) {
            tour.go("/organisatie" + path);
            tour.page.locator("main form button").first().click();
            tour.page.waitForSelector(".problem");
            tour.inspect(path + " met een fout");
        }
        upload(tour, "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\nGroep van de toegankelijkheid;;;;;\n");
        tour.inspect("voorbeeld van een import");
        upload(tour, "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n;Centrum dat niet bestaat;Vestiging;;;\n");
        tour.inspect("fouten van een import");
    }

    private static void upload(Tour tour, String csv) {
        tour.go("/organisatie/import");
        tour.page.setInputFiles("#bestand", new FilePayload("blad.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        tour.page.locator("main form button").first().click();
        tour.page.waitForSelector("table");
    }

    private static void log(Tour tour) {
        TestNet net = new TestNet();
        SERVICE.change("insert into support_member (person_id) values (?)", net.person(Actor.director));
        String removal = "/organisatie/mensen/" + net.bystander() + "/verwijdering";
        tour.as(net.person(Actor.director));
        tour.visit("/logboek", "/logboek?van=gisteren&tot=morgen&wat=niets", "/logboek?wie=niemand-heet-zo", removal);
        tour.page.click("text=Voorgoed verwijderen");
        assertThat(tour.page.textContent("main")).contains("zijn gewist");
        tour.visit(removal);
    }
}
