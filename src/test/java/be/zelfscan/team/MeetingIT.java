package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A team goes through its scan on one screen, by mouse and by keyboard, and what it answers is saved as everywhere. */
@Timeout(600)
class MeetingIT {
    private static final String BLOCK = "behartiger";
    private static final String FITS = "document.scrollingElement.scrollHeight <= innerHeight && [...document.querySelectorAll('[data-fit]')]"
            + ".every(box => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1)";
    private static final String ALL_SAVED = "() => document.getElementById('saved').dataset.state === 'saved'";

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final String meeting = "/zelfscan/" + net.scan + "/vergadering";

    private Page open(Actor actor, int width, int height) {
        Page page = Browser.page(width, height);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(net.person(actor))).setUrl(service.address())));
        return page;
    }

    private void go(Page page, String section, int step) {
        page.navigate(service.address() + meeting + "/" + section + "/" + step);
    }

    private List<String> saved(String section, String question) {
        return service.texts("select value ->> 'codes' from answer where scan_id = '%s' and section = '%s' and question = '%s'"
                .formatted(net.scan, section, question));
    }

    /** Three members who do not agree on a block, counted. */
    private void spread(String section, List<String> stages) {
        UUID scan = net.scan;
        service.change("insert into preparation (scan_id, opened_by, opened_at, closed_at) values (?, ?, now(), now())"
                + " on conflict do nothing", scan, net.person(Actor.director));
        stages.stream().distinct().forEach(stage -> service.change(
                "insert into team_spread (scan_id, section, kind, code, members) values (?, ?, 'placement', ?, ?)", scan, section, stage,
                (int) stages.stream().filter(stage::equals).count()));
    }

    /** What differs from block to block; the other steps of the two that have most in them. */
    private boolean isLooked(Section block, int step) {
        Comparator<Section> byTitle = Comparator.comparingInt(one -> one.title().length());
        Comparator<Section> bySummary = Comparator
                .comparingInt(one -> MeetingPage.firstSentences(one.definition().orElseThrow().text().getFirst()).length());
        List<Section> blocks = service.questionnaire().blocks();
        return step == 2 || step == 4
                || List.of(Collections.max(blocks, byTitle), Collections.max(blocks, bySummary)).contains(block);
    }

    @Test
    void everyStepOfEveryBlockFitsOnTheScreen() {
        spread("behartiger", List.of("planmatig", "planmatig", "unsure"));
        List<String> tooLarge = new ArrayList<>();
        Page page = open(Actor.member, 1920, 1080);
        for (Section block : service.questionnaire().blocks()) {
            for (int step : IntStream.rangeClosed(1, 4).filter(one -> isLooked(block, one)).toArray()) {
                page.setViewportSize(1920, 1080);
                go(page, block.id(), step);
                page.waitForFunction("document.fonts.ready");
                for (int[] size : new int[][]{{1920, 1080}, {1366, 768}}) {
                    page.setViewportSize(size[0], size[1]);
                    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                    if (!Boolean.TRUE.equals(page.evaluate(FITS))) {
                        tooLarge.add("%s, step %d at %d × %d".formatted(block.id(), step, size[0], size[1]));
                    }
                }
            }
        }
        assertThat(tooLarge).isEmpty();
        Browser.close(page);
    }

    @Test
    void aClickPlacesTheNextOneIsTheAmbitionAndBothAreSaved() {
        Page page = open(Actor.member, 1366, 768);
        go(page, BLOCK, 3);
        page.click(".stage--2");
        page.click(".stage--4");
        page.waitForSelector(".stage--4.is-ambition");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "stage")).containsExactly("[\"planmatig\"]");
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"systematisch\"]");
        assertThat(page.locator(".room__strips [aria-current] .is-today").count()).isOne();

        page.click(".stage--2"); // the same again: to stay there
        page.waitForSelector(".stage--2.is-hold");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"hold\"]");
        page.locator(".stage--2").dragTo(page.locator(".stage--3"));
        page.waitForSelector(".stage--3.is-ambition");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"geintegreerd\"]");

        page.reload(); // both are there: where it stands, and from there another way
        page.click(".stage--2");
        page.click(".stage--4");
        page.waitForSelector(".stage--4.is-ambition");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "stage")).containsExactly("[\"planmatig\"]");
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"systematisch\"]");
        Browser.close(page);
    }

    @Test
    void aFingerPlacesAimsTicksAndLeadsOn() {
        Page page = Browser.tablet(1024, 768);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(net.person(Actor.member))).setUrl(service.address())));
        go(page, BLOCK, 3);
        page.tap(".stage--2");
        page.tap(".stage--4");
        page.waitForSelector(".stage--4.is-ambition");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "stage")).containsExactly("[\"planmatig\"]");
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"systematisch\"]");
        page.tap("[data-next]");
        page.waitForURL("**/vergadering/" + BLOCK + "/4");
        page.tap("#levers-people");
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "levers").getFirst()).contains("people");
        Browser.close(page);
    }

    @Test
    void theKeyboardLeadsThroughTheStepsAndAnswersAndTheViewStays() {
        Page page = open(Actor.director, 1366, 768);
        go(page, BLOCK, 1);
        page.keyboard().press("ArrowRight");
        page.waitForURL("**/" + BLOCK + "/2");
        page.keyboard().press("PageDown");
        page.waitForURL("**/" + BLOCK + "/3");
        page.focus("#stage-fragmentair");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight"); // within the choice: the next stage, not the next step
        page.waitForFunction(ALL_SAVED);
        assertThat(saved(BLOCK, "stage")).containsExactly("[\"planmatig\"]");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("ArrowRight");
        page.waitForURL("**/" + BLOCK + "/4");
        page.check("#levers-people");
        page.waitForFunction(ALL_SAVED);
        page.click("[data-next]");
        page.waitForURL("**/" + BLOCK + "/5");
        assertThat(page.locator("#q-levers .option:visible").allInnerTexts()).singleElement().asString().startsWith("gelinkt aan mensen");
        page.fill("#levers-note", "Een team dat elkaar kent.");
        page.click("[data-next]"); // before it saved itself
        page.waitForURL("**/kernprocessen/1");
        assertThat(service.texts("select note from answer where scan_id = '%s' and question = 'levers'".formatted(net.scan)))
                .containsExactly("Een team dat elkaar kent.");
        page.click(".room__strips a:has-text('Preventie')");
        page.waitForURL("**/vergadering/preventie/1");
        Browser.close(page);
    }

    @Test
    void withoutAScriptAStepIsPostedAndComesBackToTheMeeting() {
        Visitor member = net.visitor(Actor.member);
        Visitor.Page step = member.get(meeting + "/" + BLOCK + "/3");
        Visitor.Page same = member.submit(step.form("/deel/").set("stage.choice", "planmatig").set("go", "stay"));
        assertThat(same.path()).isEqualTo(meeting + "/" + BLOCK + "/3");
        Visitor.Page next = member.submit(same.form("/deel/").set("ambition.choice", "hold").set("go", meeting + "/" + BLOCK + "/4"));
        assertThat(next.path()).isEqualTo(meeting + "/" + BLOCK + "/4");
        assertThat(saved(BLOCK, "ambition")).containsExactly("[\"hold\"]");
        Visitor.Page elsewhere = member
                .submit(step.form("/deel/").set("go", "//evil.example/zelfscan").set("back", "https://evil.example"));
        assertThat(elsewhere.path()).as("leads nowhere else").isEqualTo("/zelfscan/" + net.scan + "/deel/" + BLOCK);

        Visitor.Page closing = member.get(meeting + "/slotvragen/2");
        assertThat(closing.document().select("fieldset[data-question]")).as("a question a step").hasSize(1);
        assertThat(member.get(meeting).path()).startsWith(meeting + "/");
        assertThat(net.visitor(Actor.support).get(meeting + "/" + BLOCK + "/1").status()).isIn(403, 404);
        assertThat(member.get(meeting + "/verzonnen/1").status()).isEqualTo(404);
        assertThat(member.get(meeting + "/" + BLOCK + "/99").path()).endsWith(BLOCK + "/1");
    }

    @Test
    void theTeamSeesHowItIsSpreadWithoutNamesAndCanBeginWhereItDisagrees() {
        Visitor member = net.visitor(Actor.member);
        assertThat(member.get(meeting + "/" + BLOCK + "/2").document().select(".dots, .room__others > *, .room__order"))
                .isEmpty();
        spread(BLOCK, List.of("planmatig", "planmatig", "planmatig", "unsure"));
        spread("preventie", List.of("fragmentair", "planmatig", "systematisch"));

        Visitor.Page spread = member.get(meeting + "/" + BLOCK + "/2");
        assertThat(spread.document().select(".room__stages .stage--2 .dots i")).hasSize(3);
        assertThat(spread.document().select(".room__stages .stage--1 .dots i")).isEmpty();
        assertThat(spread.document().select(".room__others").text()).contains("Zo dacht het team elk apart (4).", "weet ik niet 1");
        assertThat(member.get(meeting + "/teamwerk/2").document().select(".room__others").text()).contains("Te weinig");
        assertThat(member.get(meeting + "/teamwerk/2").document().select(".dots")).isEmpty();

        Visitor.Page ordered = member.get(spread.link("Eerst waar we het oneens zijn"));
        assertThat(ordered.document().select(".room__strips a > span[lang], .room__strips a > span:not(.strip, .visually-hidden)")
                .first().text()).isEqualTo("Preventie");
        assertThat(member.get(meeting + "?volgorde=verschil").path()).isEqualTo(meeting + "/preventie/1");
        assertThat(ordered.document().select(".room__strips li a, .room__steps a, [data-next]")).allMatch(
                link -> link.attr("href").endsWith("?volgorde=verschil"));
    }
}
