package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Saving while one types, in a real browser. */
class SavingIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum dat bewaart");
    private final Page page = Browser.page(1280, 900);

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void whatIsTypedIsSavedByItselfAndIsThereOnAnotherDevice() {
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Getypt op de laptop");
        BrowserVisit.untilSaved(page, "motive");

        Page other = Browser.page(390, 844);
        BrowserVisit.signIn(other, service, centre.member());
        other.navigate(scan + "/bouwsteen/preventie");
        assertThat(other.inputValue("#motive-note")).isEqualTo("Getypt op de laptop");
        other.context().close();
    }

    @Test
    void aNewStageAsksTheAmbitionAgainWithASentence() {
        open(page, centre.director());
        page.check("#stage-fragmentair");
        page.waitForSelector("#ambition-planmatig");
        page.check("#ambition-planmatig");
        BrowserVisit.untilSaved(page, "ambition");

        page.check("#stage-geintegreerd");
        page.waitForSelector("#q-ambition .problem:has-text('kies ze opnieuw')");

        assertThat(page.locator("#q-ambition input[type=radio]").evaluateAll("all => all.map(one => one.value)"))
                .isEqualTo(List.of("hold", "systematisch"));
        assertThat(page.locator("#q-ambition input:checked").count()).isZero();
    }

    @Test
    void twoPeopleWhoEditTheSameAnswerSeeBothTextsAndLoseNone() {
        String scan = open(page, centre.director());
        Page other = Browser.page(1280, 900);
        BrowserVisit.signIn(other, service, centre.member());
        other.navigate(scan + "/bouwsteen/preventie");
        other.fill("#motive-note", "Wat Lou vindt");
        BrowserVisit.untilSaved(other, "motive");

        page.fill("#motive-note", "Wat Tine vindt");
        page.waitForSelector("#q-motive .conflict");

        assertThat(page.innerText("#q-motive .conflict")).contains("Wat Lou vindt").contains("Wat Tine vindt").contains("Lou Lid");
        page.click("#q-motive button[name='motive.mine']");
        BrowserVisit.untilSaved(page, "motive");
        other.reload();
        assertThat(other.inputValue("#motive-note")).isEqualTo("Wat Tine vindt");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and note = 'Wat Lou vindt'", id(scan)))
                .isEqualTo(1);
        other.context().close();
    }

    @Test
    void whatIsTypedWhileTheNetworkIsAwayIsKeptAndSentWhenItIsBack() {
        String scan = open(page, centre.director());
        page.context().setOffline(true);
        page.fill("#levers-note", "Getypt zonder wifi");
        page.waitForSelector("#saved[data-state=retry]");
        assertThat(page.innerText("#saved")).contains("nog niet bewaard");

        page.context().setOffline(false);
        BrowserVisit.untilSaved(page, "levers");
        assertThat(service.count("select count(*) from answer where scan_id = ? and note = 'Getypt zonder wifi'", id(scan))).isEqualTo(1);
    }

    @Test
    void aSessionThatEndedLosesNothingOfWhatIsTyped() {
        open(page, centre.director());
        page.context().clearCookies();
        page.fill("#levers-note", "Getypt na het afmelden");
        page.waitForSelector("#banner .notice");

        assertThat(page.innerText("#banner")).contains("afgemeld");
        assertThat(page.inputValue("#levers-note")).isEqualTo("Getypt na het afmelden");
    }

    @Test
    void noneAndTheOtherOptionsExcludeEachOtherAsOneTicks() {
        open(page, centre.director());
        page.check("#levers-mission");
        page.check("#levers-none");
        assertThat(page.isChecked("#levers-mission")).isFalse();
        page.check("#levers-people");
        assertThat(page.isChecked("#levers-none")).isFalse();
        BrowserVisit.untilSaved(page, "levers");
    }

    private String open(Page browser, String email) {
        BrowserVisit.signIn(browser, service, email);
        String scan = BrowserVisit.start(browser);
        browser.navigate(scan + "/bouwsteen/preventie");
        return scan;
    }

    private static UUID id(String scan) {
        return UUID.fromString(scan.substring(scan.lastIndexOf('/') + 1));
    }
}
