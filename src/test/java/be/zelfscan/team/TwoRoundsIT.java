package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team agrees in one round, and asks of others, is there again in the next: in a real browser, by reading the page only. */
class TwoRoundsIT {
    private static final String AGREED = "Elke maand een casus samen bespreken";
    private static final String NEEDED = "Een dag vorming per jaar voor het hele team.";
    private static final String ANSWER = "Die dag komt er, in het voorjaar.";
    private static final String LINE = "Het lukte acht keer op tien.";

    private final TestService service = TestService.get();
    private final Page page = Browser.page(1280, 900);

    @AfterEach
    void close() {
        Browser.close(page);
    }

    @Test
    void whatWasAgreedAndAskedInOneRoundComesBackInTheNext() {
        TestCentre centre = service.centre("Centrum dat twee keer meedoet");
        Visitor poc = service.inSession(service.person(Net.support()));
        Visitor director = service.inSession(service.person(centre.director()));
        String first = Net.open(poc, Net.unique("eerste ronde"), centre);
        String block = service.questionnaire().sections().getFirst().id();
        String sent = director.get(Net.send(director, centre, first) + "/overzicht").path();

        BrowserVisit.open(page, service, centre.director());
        page.navigate(service.address() + sent);
        link("Van resultaat naar afspraken");
        page.getByLabel("Dit zeggen wij").fill("We praten te weinig over casussen.");
        button("Bewaren en verder");
        page.locator(".steps a").last().click();
        page.getByLabel("Wat spreken jullie af?").fill(AGREED);
        page.getByLabel("Wie trekt dit?").fill("de beleidsondersteuner");
        page.getByLabel("Waarover gaat het?").selectOption(block);
        button("Toevoegen");
        link(AGREED);
        link("Hiervoor hebben we iemand nodig");
        page.getByLabel("POC+", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Wat hebben jullie nodig?").fill(NEEDED);
        page.getByLabel("Geef dit meteen door aan wie we iets vragen").check();
        button("Opschrijven");
        assertThat(page.textContent("main")).contains(NEEDED);

        Page support = Browser.page(1280, 900);
        try {
            BrowserVisit.open(support, service, Net.support());
            support.navigate(service.address() + "/noden");
            support.getByLabel("Antwoord aan " + centre.name()).fill(ANSWER);
            support.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Antwoorden.*" + centre.name())))
                    .click();
            assertThat(support.textContent("main")).contains("Het antwoord is bewaard.").doesNotContain(AGREED);
        } finally {
            Browser.close(support);
        }
        page.reload();
        assertThat(page.textContent("main")).contains(ANSWER);

        Net.confirm(poc, first + "/afsluiting");
        service.change("update round set opens_on = opens_on - 400 where id = ?", Net.id(first));
        String scan = Net.start(director, centre, Net.open(poc, Net.unique("tweede ronde"), centre));
        page.navigate(service.address() + scan + "/inleiding");
        link("Wat werd van wat we de vorige keer kozen en afspraken?");
        var agreement = page.locator("fieldset", new Page.LocatorOptions().setHasText(AGREED));
        agreement.getByText("loopt nog").click();
        agreement.getByLabel("In één regel").fill(LINE);
        button("Bewaren");
        page.waitForURL(Pattern.compile(".*/vorige.*"));
        page.navigate(service.address() + scan + "/deel/" + block);
        assertThat(page.textContent("main")).contains("In de vorige ronde vroegen jullie POC+", NEEDED, ANSWER);

        Net.fillIn(director, scan);
        UUID again = Net.sent(Net.confirm(director, scan + "/verzending"));
        page.navigate(service.address() + "/resultaat/" + again);
        assertThat(page.textContent("main")).contains("Wat werd van onze afspraken en prioriteiten?", AGREED, "loopt nog", LINE);
        String report = PdfReader.body(director.get("/resultaat/" + again + "/rapport.pdf").body()).replaceAll("\\s+", " ");
        assertThat(report).contains(AGREED, LINE);
        assertThat(poc.get("/resultaat/" + again).text()).doesNotContain(AGREED, LINE);
    }

    private void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
