package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving while one types, in a real browser. */
@Order(Integer.MAX_VALUE - 2)
class SavingIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum dat bewaart");
    private final Page page = Browser.page(1280, 900);

    @AfterEach
    void close() {
        Browser.close(page);
    }

    @Test
    void whatIsTypedIsSavedByItselfAndIsThereOnAnotherDevice() {
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Getypt op de laptop");
        BrowserVisit.untilSaved(page, "motive");

        Page other = Browser.page(390, 844);
        BrowserVisit.open(other, service, centre.member());
        other.navigate(scan + "/deel/preventie");
        assertThat(other.inputValue("#motive-note")).isEqualTo("Getypt op de laptop");
        Browser.close(other);
    }

    @Test
    void whatIsTypedBeforeTheScriptHasComeIsKeptAndSaved() {
        String scan = open(page, centre.director());
        List<Route> asked = new CopyOnWriteArrayList<>();
        page.route("**/saving.js", asked::add);
        page.navigate(scan + "/deel/preventie", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForSelector("#q-differences");
        page.fill("#motive-note", "Sneller dan het script");
        page.waitForCondition(() -> !asked.isEmpty());
        asked.getFirst().resume();

        BrowserVisit.untilSaved(page, "motive");
        assertThat(page.inputValue("#motive-note")).isEqualTo("Sneller dan het script");
        assertThat(service.count("select count(*) from answer where scan_id = ? and note = 'Sneller dan het script'", id(scan))).isOne();
    }

    @Test
    void aNewStageAsksTheAmbitionAgainWithASentence() {
        open(page, centre.director());
        page.check("#stage-fragmentair");
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
        BrowserVisit.hearNothing(page);
        String scan = open(page, centre.director());
        Page other = Browser.page(1280, 900);
        BrowserVisit.open(other, service, centre.member());
        other.navigate(scan + "/deel/preventie");
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
        Browser.close(other);
    }

    @Test
    void whatIsTypedWhileTheNetworkIsAwayIsKeptAndSentWhenItIsBack() {
        String scan = open(page, centre.director());
        page.context().setOffline(true);
        page.fill("#levers-note", "Getypt zonder wifi");
        page.waitForSelector("#saved[data-state=waiting]");
        assertThat(page.innerText("#saved")).contains("nog niet bewaard");

        page.context().setOffline(false);
        BrowserVisit.untilSaved(page, "levers");
        assertThat(service.count("select count(*) from answer where scan_id = ? and note = 'Getypt zonder wifi'", id(scan))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen_at = now() - interval '61 minutes'", "ends_at = now() - interval '1 second'", "revoked_at = now()"})
    void aSessionThatEndedLosesNothingOfWhatIsTyped(String end) {
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Getypt voor het afmelden");
        BrowserVisit.untilSaved(page, "motive");
        service.change("update session set " + end + " where person_id = (select id from person where email = ?)", centre.director());
        page.fill("#levers-note", "Getypt na het afmelden");
        page.waitForSelector("#banner .notice");
        page.fill("#bottlenecks-note", "En nog iets");

        assertThat(page.innerText("#banner")).contains("afgemeld");
        assertThat(page.innerText("#saved")).contains("niet bewaard");
        Page tab = page.waitForPopup(() -> page.click("#banner a"));
        BrowserVisit.signInHere(tab, service, centre.director());
        tab.waitForURL(scan + "/deel/preventie");

        BrowserVisit.untilSaved(page, "levers");
        BrowserVisit.untilSaved(page, "bottlenecks");
        assertThat(page.locator("#banner .notice").count()).isZero();
        assertThat(page.inputValue("#levers-note")).isEqualTo("Getypt na het afmelden");
        assertThat(service.count("select count(*) from answer where scan_id = ? and note in ('Getypt na het afmelden', 'En nog iets')",
                id(scan)))
                .isEqualTo(2);
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and note = 'Getypt na het afmelden'", id(scan)))
                .as("saved once, though two tabs had it").isEqualTo(1);
    }

    @Test
    void signingInAgainInTheSameTabBringsBackWhatWasTyped() {
        String scan = open(page, centre.director());
        service.change("update session set revoked_at = now() where person_id = (select id from person where email = ?)",
                centre.director());
        page.fill("#levers-note", "Getypt na het afmelden");
        page.waitForSelector("#banner .notice");
        page.onDialog(dialog -> dialog.accept());
        page.navigate(service.address() + page.getAttribute("#banner a", "href"));
        BrowserVisit.signInHere(page, service, centre.director());
        page.waitForURL(scan + "/deel/preventie");

        BrowserVisit.untilSaved(page, "levers");
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

    @Test
    void clickingElsewhereNeverPutsOnesOwnTextUnderTheRevisionOfSomebodyElse() {
        BrowserVisit.hearNothing(page);
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Wat Tine schreef");
        BrowserVisit.untilSaved(page, "motive");
        page.focus("#motive-note");
        answerAs(centre.member(), scan, "Wat Lou daarna schreef");
        List<String> posts = posts();

        page.focus("#levers-note");
        page.focus("#motive-note");
        page.press("#motive-note", "End");
        page.keyboard().type(" en meer");
        page.waitForSelector("#q-motive .conflict");

        assertThat(page.innerText("#q-motive .conflict")).contains("Wat Lou daarna schreef").contains("Wat Tine schreef en meer");
        assertThat(posts).as("only what was changed is posted").hasSize(1);
        assertThat(note(scan)).isEqualTo("Wat Lou daarna schreef");
    }

    @Test
    void goingBackShowsTheNewerAnswerOrMeetsItButNeverOverwritesIt() {
        BrowserVisit.hearNothing(page);
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Wat Tine schreef");
        BrowserVisit.untilSaved(page, "motive");
        page.navigate(scan + "/deel/teamwerk");
        answerAs(centre.member(), scan, "Wat Lou daarna schreef");

        page.goBack();
        page.waitForSelector("html.saves");
        page.press("#motive-note", "End");
        page.keyboard().type("!");

        page.waitForFunction(
                "() => document.querySelector('#q-motive .conflict') || document.querySelector('#q-motive [data-state=saved]')");
        assertThat(page.innerText("#q-motive") + page.inputValue("#motive-note")).contains("Wat Lou daarna schreef");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and note = 'Wat Tine schreef!'", id(scan)))
                .isZero();
    }

    @Test
    void enterInAFieldSavesAndStays() {
        String scan = open(page, centre.director());
        page.check("#differences-other");
        page.fill("#differences-text", "de vestigingen");
        page.press("#differences-text", "Enter");
        BrowserVisit.untilSaved(page, "differences");

        assertThat(page.url()).isEqualTo(scan + "/deel/preventie");
        assertThat(service.count("select count(*) from answer where scan_id = ? and question = 'differences'", id(scan))).isEqualTo(1);
    }

    @Test
    void enterInAnotherFieldDecidesNoConflict() {
        BrowserVisit.hearNothing(page);
        String scan = open(page, centre.director());
        answerAs(centre.member(), scan, "Wat Lou schreef");
        page.fill("#motive-note", "Wat Tine schreef");
        page.waitForSelector("#q-motive .conflict");
        page.check("#differences-other");
        page.fill("#differences-text", "de vestigingen");
        page.press("#differences-text", "Enter");
        page.waitForSelector("#q-differences .status__when:has-text('bewaard om')");

        assertThat(page.locator("#q-motive .conflict").count()).isEqualTo(1);
        assertThat(page.inputValue("#motive-note")).isEqualTo("Wat Tine schreef");
        assertThat(page.getAttribute("#saved", "href")).isEqualTo("#q-motive");
        assertThat(note(scan)).isEqualTo("Wat Lou schreef");
    }

    @Test
    void theFieldSaysBusyFromTheFirstKeyAndTheTickComesWithTheAnswer() {
        String scan = open(page, centre.director());
        page.fill("#motive-note", "Eerst");
        BrowserVisit.untilSaved(page, "motive");

        page.press("#motive-note", "End");
        page.keyboard().type("x");
        assertThat(page.innerText("#q-motive .status__when")).contains("bezig");
        assertThat(page.getAttribute("#saved", "data-state")).isEqualTo("busy");
        BrowserVisit.untilSaved(page, "motive");
        assertThat(note(scan)).isEqualTo("Eerstx");
        assertThat(page.innerText("#announced")).as("not read out at every sentence").isEmpty();
    }

    @Test
    void aChoiceCanBeTakenBack() {
        String scan = open(page, centre.director());
        page.check("#motive-both");
        BrowserVisit.untilSaved(page, "motive");
        page.click("#q-motive [data-clear]");
        page.waitForFunction("() => document.getElementById('q-motive').querySelector('[name=\"motive.revision\"]').value === '2'");

        assertThat(page.locator("#q-motive :checked").count()).isZero();
        assertThat(service.count("select count(*) from answer where scan_id = ? and question = 'motive' and value is null", id(scan)))
                .isEqualTo(1);
    }

    @Test
    void takingBackOneOfTwoWaysAlsoTakesBackWhatWasPicked() {
        String scan = open(page, centre.director());
        page.navigate(scan + "/deel/slotvragen");
        page.check("#inspiring-picked");
        page.check("#inspiring-plg");
        page.check("#inspiring-teamwerk");
        BrowserVisit.untilSaved(page, "inspiring");
        page.click("#q-inspiring [data-clear]");
        assertThat(page.locator("#q-inspiring input:checked").count()).isZero();
        BrowserVisit.untilSaved(page, "inspiring");
        page.reload();

        assertThat(page.locator("#q-inspiring input:checked").count()).isZero();
        assertThat(service.count(
                "select count(*) from answer where scan_id = ? and question = 'inspiring' and value is null and aside::text not like "
                        + "'%plg%'",
                id(scan))).isEqualTo(1);
    }

    @Test
    void whatIsNotPartOfTheAnswerNowIsKeptBesideIt() {
        String scan = open(page, centre.director());
        page.check("#differences-other");
        page.fill("#differences-text", "de vestigingen");
        BrowserVisit.untilSaved(page, "differences");
        page.check("#differences-none");
        page.uncheck("#differences-other", new Page.UncheckOptions().setForce(true));
        page.waitForFunction(
                "() => document.querySelector('[name=\"differences.revision\"]').value >= 2 && "
                        + "document.getElementById('saved').dataset.state === 'saved'");
        assertThat(service
                .count("select count(*) from answer where scan_id = ? and question = 'differences' and value::text not like '%vestigingen%'"
                        + " and aside::text like '%vestigingen%'", id(scan)))
                .isEqualTo(1);

        page.reload();
        page.check("#differences-other");
        assertThat(page.inputValue("#differences-text")).isEqualTo("de vestigingen");
        BrowserVisit.untilSaved(page, "differences");
    }

    @Test
    void aRankingStaysAsItWasPut() {
        String scan = open(page, centre.director());
        page.navigate(scan + "/deel/slotvragen");
        page.selectOption("#priorities-2", "teamwerk");
        BrowserVisit.untilSaved(page, "priorities");
        page.reload();

        assertThat(page.inputValue("#priorities-1")).isEmpty();
        assertThat(page.inputValue("#priorities-2")).isEqualTo("teamwerk");
        page.navigate(scan + "/overzicht");
        assertThat(page.innerText("#" + service.questionnaire().closing().orElseThrow().id())).contains("is nog leeg");
    }

    @Test
    void theAmbitionsStandThereBeforeTheStageIsChosen() {
        open(page, centre.director());
        assertThat(page.locator("#q-ambition input[type=radio]:disabled").count()).isEqualTo(4);
        assertThat(page.isVisible("#q-ambition .needs-save")).isFalse();
    }

    @Test
    void afterAColleagueSentThePageCanOnlyBeReadAndLeadsToTheResult() {
        BrowserVisit.hearNothing(page);
        String scan = open(page, centre.director());
        service.change("update scan set state = 'sent' where id = ?", id(scan));
        page.fill("#motive-note", "Te laat");
        page.waitForSelector("#q-motive [data-state=closed]");

        assertThat(page.innerText("#q-motive .status__when")).contains("niet bewaard").doesNotContain("bewaard om");
        assertThat(page.getAttribute("#q-motive .status__when a", "href")).endsWith("/overzicht");
        assertThat(page.isEditable("#levers-note")).isFalse();
        assertThat(page.inputValue("#motive-note")).isEqualTo("Te laat");
        service.change("update scan set state = 'open' where id = ?", id(scan));
    }

    /** What the page posts from now on. */
    private List<String> posts() {
        List<String> posts = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && !request.url().endsWith("/live")) {
                posts.add(request.postData());
            }
        });
        return posts;
    }

    private void answerAs(String email, String scan, String note) {
        be.zelfscan.support.Visitor colleague = service.inSession(email);
        String block = "/zelfscan/" + id(scan) + "/deel/preventie";
        assertThat(colleague.submit(colleague.get(block).form(block).set("motive.note", note).set("go", "stay")).status()).isEqualTo(200);
    }

    private String note(String scan) {
        return service.texts("select note from answer where question = 'motive' and scan_id = '" + id(scan) + "'").getFirst();
    }

    private String open(Page browser, String email) {
        BrowserVisit.open(browser, service, email);
        String scan = BrowserVisit.start(browser);
        browser.navigate(scan + "/deel/preventie");
        return scan;
    }

    private static UUID id(String scan) {
        return UUID.fromString(scan.substring(scan.lastIndexOf('/') + 1));
    }
}
