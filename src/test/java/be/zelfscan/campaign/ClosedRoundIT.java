package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A closed round is read only, and loses nothing. */
@Timeout(600)
class ClosedRoundIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre centre = service.centre("Centrum te laat");
    private final String round = Net.open(poc, Net.unique("ronde die sluit"), centre);
    private final Visitor director = service.inSession(centre.director());

    @Test
    void whatIsPostedAfterTheClosingIsNotSavedAndIsGivenBack() {
        String scan = Net.start(director, centre, round);
        Form form = director.get(scan + "/deel/preventie").form("/deel/").set("motive.note", "Net te laat getypt");
        Form kept = director.get(scan + "/deel/preventie").form("/deel/").set("levers.note", "Op tijd getypt");
        director.submit(kept);
        Net.confirm(poc, round + "/afsluiting");

        Page refused = director.submit(form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("is afgesloten").contains("Net te laat getypt");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and note = 'Net te laat getypt'", Net.id(scan)))
                .isZero();

        Page overview = director.get(scan + "/deel/preventie");
        assertThat(overview.path()).endsWith("/overzicht");
        assertThat(overview.text()).contains("Deze zelfscan is niet verzonden").contains("Op tijd getypt").doesNotContain("Wijzigen")
                .doesNotContain("Vul nu in");
        assertThat(director.get("/centrum/" + centre.id()).text()).contains("Niet verzonden").contains("afgesloten");
    }

    @Test
    void nothingIsSentOrStartedAfterTheClosing() {
        TestCentre sleeper = service.centre("Centrum dat sliep");
        String other = Net.open(poc, Net.unique("ronde die ook sluit"), centre, sleeper);
        String scan = Net.start(director, centre, other);
        Net.fillIn(director, scan);
        Net.confirm(poc, other + "/afsluiting");

        Page refused = director.post(scan + "/verzending", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("is afgesloten");
        assertThat(director.get(scan + "/verzending").path()).endsWith("/overzicht");
        assertThat(service.count("select count(*) from sent_scan where scan_id = ?", Net.id(scan))).isZero();
        Page start = service.inSession(sleeper.director()).post("/centrum/" + sleeper.id() + "/ronde/" + Net.id(other) + "/zelfscan",
                Map.of());
        assertThat(start.status()).isEqualTo(409);
        assertThat(start.text()).contains("is afgesloten");
    }

    @Test
    void whatIsTypedWhileTheRoundClosesStaysInTheBrowser() {
        com.microsoft.playwright.Page page = Browser.page(1280, 900);
        page.onDialog(dialog -> dialog.accept());
        BrowserVisit.hearNothing(page);
        String scan = Net.start(director, centre, round);
        page.navigate(service.address() + "/aanmelden");
        page.fill("#email", centre.director());
        page.press("#email", "Enter");
        page.waitForURL("**/aanmelden/verstuurd");
        page.navigate(service.address() + new Visitor(service.address()).signInLink(centre.director()));
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/aanmelden"));
        page.navigate(service.address() + scan + "/deel/preventie");
        Net.confirm(poc, round + "/afsluiting");

        page.fill("#motive-note", "Getypt terwijl de ronde sloot");
        page.waitForSelector("#banner .notice");

        assertThat(page.innerText("#banner")).contains("is afgesloten");
        assertThat(page.innerText("#saved")).contains("niet bewaard");
        assertThat(page.inputValue("#motive-note")).isEqualTo("Getypt terwijl de ronde sloot");
        assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)"))).contains("Getypt terwijl de ronde sloot");
        Browser.close(page);
    }
}
