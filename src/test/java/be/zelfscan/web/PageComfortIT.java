package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Firefox;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What helps around the content of every page: the focus after a refusal, the header, the menus, print. */
@Timeout(600)
@Order(Integer.MAX_VALUE - 10)
class PageComfortIT {
    private final TestService service = TestService.get();

    @Test
    void aFormThatIsRefusedHasTheFocusOnWhatIsWrong() {
        UUID poc = service.supporterId();
        Page page = signedIn(poc, 1280, 900);
        page.navigate(service.address() + "/rondes/nieuw");
        page.click("form[action='/rondes'] button[type=submit]");
        page.waitForSelector("[role=alert]");
        assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
        page.navigate(service.address() + "/organisatie/persoon/nieuw");
        page.fill("#email", "geen adres");
        page.click("main form button[type=submit]");
        page.waitForSelector("#email-problem");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("naam");
        Browser.close(page);

        try (Firefox firefox = Firefox.start()) {
            firefox.navigate(service.address() + "/aanmelden");
            firefox.cookie("zelfscan", service.session(poc));
            firefox.navigate(service.address() + "/rondes/nieuw");
            firefox.click("form[action='/rondes'] button[type=submit]");
            firefox.waitFor("[role=alert]");
            assertThat(firefox.evaluate("return document.activeElement.getAttribute('role');").asText()).isEqualTo("alert");
        }
    }

    @Test
    void noBrowserPutsWhatWasTypedBesideANewerVersion() {
        TestNet net = new TestNet();
        UUID poc = net.person(Actor.support);
        String person = service.address() + "/organisatie/persoon/" + net.person(Actor.member);
        Page page = signedIn(poc, 1280, 900);
        page.navigate(person);
        String name = page.inputValue("#naam");
        page.fill("#naam", "Nog niet bewaard");
        page.uncheck("input[name=rol]");
        page.reload();
        assertThat(page.inputValue("#naam")).isEqualTo(name);
        assertThat(page.isChecked("input[name=rol]")).isTrue();
        Browser.close(page);

        try (Firefox firefox = Firefox.start()) {
            firefox.navigate(service.address() + "/aanmelden");
            firefox.cookie("zelfscan", service.session(poc));
            firefox.navigate(person);
            firefox.fill("#naam", "Nog niet bewaard");
            firefox.click("input[name=rol]");
            firefox.reload();
            assertThat(firefox.value("#naam")).isEqualTo(name);
            assertThat(firefox.isChecked("input[name=rol]")).isTrue();
        }
    }

    @Test
    void theHeaderStaysInSightOnlyWhereThereIsRoom() {
        UUID poc = service.supporterId();
        assertThat(header(poc, 1280, 900)).isEqualTo("sticky");
        assertThat(header(poc, 390, 844)).isEqualTo("static");
        assertThat(header(poc, 844, 390)).isEqualTo("static");
        assertThat(header(poc, 320, 256)).as("400 %").isEqualTo("static");
    }

    private Object header(UUID person, int width, int height) {
        Page page = signedIn(person, width, height);
        page.navigate(service.address() + "/rondes");
        Object position = page.evaluate("getComputedStyle(document.querySelector('.top')).position");
        Browser.close(page);
        return position;
    }

    @Test
    void theMenusSayWhereOneIs() {
        TestNet net = new TestNet();
        Visitor poc = net.visitor(Actor.support);
        String round = "/vergelijking/" + net.round;
        for (List<String> page : List.of(List.of("/rondes/" + net.round, "Rondes"), List.of(round, "Vergelijking"),
                List.of("/organisatie/mensen", "Scholengroepen en centra"), List.of("/mails", "Mails"), List.of("/logboek", "Logboek"))) {
            assertThat(poc.get(page.get(0)).document().select(".top__menu [aria-current]").eachText()).as(page.get(0))
                    .containsExactly(page.get(1));
        }
        List<String> all = poc.get(round).document().select("nav[aria-label='Deze ronde'] a").eachText();
        assertThat(all).hasSize(7);
        for (String address : List.of(round + "/centra", round + "/scholengroepen", round + "/toelichtingen",
                round + "/toelichtingen/labels",
                round + "/inspiratie", "/rapporten/" + net.round)) {
            var nav = poc.get(address).document().select("nav[aria-label='Deze ronde']");
            assertThat(nav.select("a").eachText()).as(address).isEqualTo(all);
            assertThat(nav.select("a[aria-current=page]").attr("href")).isEqualTo(address);
        }
    }

    @Test
    void onPaperTheChartLeavesRoomForItsTitleAndNoButtonIsPrinted() {
        TestNet net = new TestNet();
        Page page = signedIn(net.person(Actor.director), 1280, 900);
        page.navigate(service.address() + "/resultaat/" + net.sent);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        double height = ((Number) page.evaluate("document.querySelector('.figure svg').getBoundingClientRect().height")).doubleValue();
        assertThat(height / 96 * 25.4).as("mm of 265").isLessThan(190);
        page.navigate(service.address() + "/zelfscan/" + net.scan + "/deel/" + service.questionnaire().blocks().getFirst().id());
        assertThat(page.evaluate("[...document.querySelectorAll('button')].filter(one => one.offsetParent !== null).length")).isEqualTo(0);
        Browser.close(page);
    }

    @Test
    void onAPhoneTheDatagrafiekFitsAndItsNamesCanBeRead() {
        TestNet net = new TestNet();
        for (String address : List.of("/resultaat/" + net.sent, "/zelfscan/" + net.scan + "/overzicht")) {
            Page phone = signedIn(net.person(Actor.director), 390, 844);
            phone.navigate(service.address() + address);
            assertThat(phone.evaluate("[document.documentElement, ...document.querySelectorAll('.figure, .figure *')]"
                    + ".filter(one => one.scrollWidth > one.clientWidth && one.clientWidth > 0 && !one.closest('svg')).length"))
                    .as("what scrolls sideways").isEqualTo(0);
            assertThat(phone.locator("svg.datagrafiek").isVisible()).isFalse();
            assertThat(phone.locator("svg.datagrafiek-smal").isVisible()).isTrue();
            String title = service.questionnaire().blocks().getFirst().title();
            assertThat(((Number) phone.evaluate("title => { const svg = document.querySelector('svg.datagrafiek-smal');"
                    + " const name = [...svg.querySelectorAll('text')].find(one => one.textContent === title);"
                    + " return name.getAttribute('font-size') * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; }", title))
                    .doubleValue()).as("px").isGreaterThanOrEqualTo(11);
            Browser.close(phone);
            Page wide = signedIn(net.person(Actor.director), 1280, 900);
            wide.navigate(service.address() + address);
            assertThat(wide.locator("svg.datagrafiek").isVisible()).isTrue();
            assertThat(wide.locator("svg.datagrafiek-smal").isVisible()).isFalse();
            Browser.close(wide);
        }
    }

    @Test
    void aScanThatWasSentAgainSaysWhichOneItReplaced() {
        TestCentre centre = service.centre("Centrum dat opnieuw verzond");
        Visitor director = service.inSession(centre.director());
        String round = "/rondes/" + centre.round();
        be.zelfscan.campaign.Net.send(director, centre, round);
        Visitor poc = service.inSession(service.supporter());
        String reopening = round + "/centrum/" + centre.id() + "/heropening";
        Visitor.Page reopened = poc.submit(poc.get(reopening).form(reopening).set("reason", "Een vergissing"));
        assertThat(reopened.status()).isEqualTo(200);
        String scan = service.texts("select id::text from scan where centre_id = '" + centre.id() + "'").getFirst();
        be.zelfscan.campaign.Net.confirm(director, "/zelfscan/" + scan + "/verzending");

        assertThat(director.get("/centrum/" + centre.id()).text()).contains("nr. 1, vervangen").contains("nr. 2")
                .doesNotContain("nr. 2, vervangen");
    }

    private Page signedIn(UUID person, int width, int height) {
        Page page = Browser.page(width, height);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(person)).setUrl(service.address())));
        return page;
    }
}
