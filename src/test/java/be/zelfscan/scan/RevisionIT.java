package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A revision travels only with its content, and saved is only what an answer of ours says was saved. */
class RevisionIT {
    private static final String PART = "HX-Request";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum van de revisies");
    private final Visitor director = service.inSession(person(centre.director()));
    private final Visitor member = service.inSession(person(centre.member()));
    private final String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().split("/")[2];
    private final String block = "/zelfscan/" + scan + "/deel/preventie";

    @Test
    void anUntouchedAnswerThatIsOvertakenComesBackAsTheNewerContentBesideTheNewerRevision() {
        director.submit(form(director).set("motive.note", "Wat Tine schreef"));
        Form untouched = form(director);
        member.submit(form(member).set("motive.note", "Wat Lou daarna schreef"));

        Page part = save(director, "motive", untouched, UUID.randomUUID().toString());

        assertThat(part.status()).isEqualTo(200);
        assertThat(mark(part)).endsWith(";motive=newer:2");
        Element question = part.document().getElementById("q-motive");
        assertThat(question.select("input[name=motive.revision]").val()).isEqualTo("2");
        assertThat(question.select("textarea").text()).isEqualTo("Wat Lou daarna schreef");
    }

    @Test
    void aWriteThatIsRepeatedAfterANewerAnswerComesBackAsTheNewerContent() {
        Form mine = form(director).set("motive.note", "Wat Tine schreef");
        String key = UUID.randomUUID().toString();
        assertThat(mark(save(director, "motive", mine, key))).isEqualTo(key + ";motive=saved:1");
        member.submit(form(member).set("motive.note", "Wat Lou daarna schreef"));

        Page again = save(director, "motive", mine, key);

        assertThat(mark(again)).isEqualTo(key + ";motive=newer:2");
        assertThat(again.document().select("#q-motive textarea").text()).isEqualTo("Wat Lou daarna schreef");
        assertThat(again.document().select("#q-motive input[name=motive.revision]").val()).isEqualTo("2");
    }

    @Test
    void aConflictKeepsTheRevisionThatThePageWasMadeFromWhateverIsPressed() {
        Form mine = form(director).set("motive.note", "Wat Tine schreef");
        member.submit(form(member).set("motive.note", "Wat Lou schreef"));

        Page conflict = save(director, "motive", mine, UUID.randomUUID().toString());
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(mark(conflict)).endsWith(";motive=conflict:0");
        member.submit(form(member).set("motive.note", "En nog eens"));
        Page second = save(director, "motive", mine.set("motive.mine", "1"), UUID.randomUUID().toString());

        assertThat(mark(second)).endsWith(";motive=conflict:0");
        assertThat(second.text()).contains("En nog eens").contains("Wat Tine schreef");
    }

    @Test
    void bothTextsAreKeptOneUnderTheOtherAndARepetitionCountsOnce() {
        Form mine = form(director).set("motive.note", "Wat Tine schreef").set("motive.choice", "both");
        member.submit(form(member).set("motive.note", "Wat Lou schreef").set("motive.choice", "context"));
        Page conflict = director.submit(mine);
        assertThat(conflict.document().select("#clash-motive button[name=motive.both]").val()).isEqualTo("1");
        String key = UUID.randomUUID().toString();

        Page kept = save(director, "motive", mine.set("motive.both", "1"), key);
        assertThat(mark(kept)).endsWith(";motive=merged:2");
        assertThat(kept.document().select("#q-motive textarea").first().wholeText().strip())
                .isEqualTo("Wat Tine schreef\n\nWat Lou schreef");
        assertThat(kept.document().select("#q-motive input[checked]").val()).as("what one chose oneself").isEqualTo("both");
        assertThat(mark(save(director, "motive", mine, key))).endsWith(";motive=newer:2");

        member.submit(form(member).set("motive.note", "Anders"));
        Page newer = save(director, "motive", mine, UUID.randomUUID().toString());
        assertThat(mark(newer)).as("not with a text that nobody saw").endsWith(";motive=conflict:0");
        assertThat(newer.text()).contains("Anders", "Wat Tine schreef");
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and question = 'motive'", UUID.fromString(scan)))
                .isEqualTo(3);
    }

    @Test
    void withoutScriptBothTextsAreKeptTooAndOneIsOfferedOnlyWhereThereAreTwo() {
        Form mine = form(director).set("motive.note", "Wat Tine schreef");
        member.submit(form(member).set("motive.note", "Wat Lou schreef"));
        Page conflict = director.submit(mine);

        director.submit(conflict.form(block).set("motive.both", "1").set("go", "stay"));
        assertThat(form(director).get("motive.note").getFirst().replace("\r\n", "\n")).isEqualTo("Wat Tine schreef\n\nWat Lou schreef");

        Form choice = form(director).set("levers.choice", "none");
        member.submit(form(member).set("levers.choice", "people"));
        assertThat(director.submit(choice).document().select("#clash-levers button[data-keep]").eachAttr("data-keep"))
                .containsExactly("theirs", "mine");
    }

    @Test
    void aConflictWithOneselfSaysSo() {
        Form old = form(director).set("motive.note", "In het ene tabblad");
        director.submit(form(director).set("motive.note", "In het andere tabblad"));

        assertThat(director.submit(old).text()).contains("in een ander tabblad").doesNotContain("Intussen antwoordde");
    }

    @ParameterizedTest
    @ValueSource(strings = {"motive.choice", "motive.note", "differences.text"})
    void whatComesWithoutItsRevisionIsRefusedAndStaysOnThePage(String field) {
        String question = field.substring(0, field.indexOf('.'));
        Form without = form(director).set(question + ".revision").set("differences.choice", "other").set("motive.choice", "both")
                .set(field, field.endsWith("choice") ? "both" : "Zonder revisie");

        Page refused = director.submit(without);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("onvolledig aan");
        assertThat(refused.form(block).get(field)).containsExactly(field.endsWith("choice") ? "both" : "Zonder revisie");
        assertThat(service.count("select count(*) from answer where scan_id = ? and question = ?", UUID.fromString(scan), question))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e3", "99999999999999999999", "x"})
    void whatComesWithARevisionThatIsNoneIsRefused(String revision) {
        Page refused = save(director, "motive", form(director).set("motive.revision", revision).set("motive.note", "Getypt"),
                UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(mark(refused)).endsWith(";motive=refused:0");
    }

    @Test
    void twoRevisionsAtOnceAreNone() {
        assertThat(save(director, "motive", form(director).set("motive.revision", "0", "1").set("motive.note", "Getypt"),
                UUID.randomUUID().toString()).status()).isEqualTo(422);
    }

    @Test
    void whatIsRefusedWithoutItsRevisionMeetsTheAnswerThatStandsWhenItIsSavedAgain() {
        member.submit(form(member).set("motive.note", "Wat Lou schreef"));
        Page refused = director.submit(form(director).set("motive.revision").set("motive.note", "Zonder revisie"));
        assertThat(refused.status()).isEqualTo(422);

        Page again = director.submit(refused.form(block).set("go", "stay"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Wat Lou schreef").contains("Zonder revisie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "01234567-89ab-cdef-0123-456789abcdef"})
    void aKeyWithOrWithoutDashesIsAKeySoThatARepetitionCountsOnce(String key) {
        Form mine = form(director).set("motive.note", "Eén keer");
        save(director, "motive", mine, key);
        member.submit(form(member).set("motive.note", "Daarna"));

        assertThat(mark(save(director, "motive", mine, key))).isEqualTo(key + ";motive=newer:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geen-sleutel", "1-1-1-1-1", "0123456789abcdef0123456789abcdef0"})
    void whatIsNoKeyIsRefusedWithWhatWasTyped(String key) {
        Page refused = director.submit(form(director).set("key", key).set("motive.note", "Met een vreemde sleutel"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Met een vreemde sleutel");
        assertThat(service.count("select count(*) from answer where scan_id = ?", UUID.fromString(scan))).isZero();
    }

    @Test
    void whatOnePersonTypedIsNeverSavedInTheNameOfAnother() {
        Form ofTheDirector = form(director).set("motive.note", "Van Tine");

        Page refused = member.submit(ofTheDirector);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("iemand anders aangemeld").contains("Van Tine");
        Page part = save(member, "motive", ofTheDirector, UUID.randomUUID().toString());
        assertThat(part.response().headers().firstValue(AnsweringController.MARK)).isEmpty();
        assertThat(part.response().headers().firstValue("Zelfscan-Problem")).hasValue("401");
        assertThat(service.count("select count(*) from answer where scan_id = ?", UUID.fromString(scan))).isZero();
    }

    @Test
    void noFieldOfAnAnsweringPageIsRestoredByTheBrowser() {
        for (String path : List.of(block, "/zelfscan/" + scan + "/deel/slotvragen")) {
            Element form = director.get(path).document().selectFirst("form[data-answers]");
            assertThat(form.attr("autocomplete")).isEqualTo("off");
            assertThat(form.select("input, textarea, select")).isNotEmpty()
                    .allSatisfy(field -> assertThat(field.attr("autocomplete")).as(field.outerHtml()).isEqualTo("off"));
        }
    }

    @Test
    void enterSavesAndStaysAlsoInAConflict() {
        Form mine = form(director).set("motive.note", "Wat Tine schreef");
        member.submit(form(member).set("motive.note", "Wat Lou schreef"));
        Page conflict = director.submit(mine);

        for (Page page : List.of(director.get(block), director.get("/zelfscan/" + scan + "/deel/slotvragen"), conflict)) {
            Element first = page.document().selectFirst("form[data-answers]").selectFirst("button, input[type=submit], input[type=image]");
            assertThat(first.attr("type") + " " + first.attr("name") + "=" + first.attr("value")).isEqualTo("submit go=stay");
        }
    }

    @Test
    void aChoiceCanBeTakenBackWithoutScript() {
        director.submit(form(director).set("motive.choice", "both").set("motive.note", "Blijft"));

        Page cleared = director.submit(form(director).set("motive.clear", "1"));

        assertThat(cleared.status()).isEqualTo(200);
        assertThat(form(director).get("motive.choice")).isEmpty();
        assertThat(form(director).get("motive.note")).containsExactly("Blijft");
    }

    @Test
    void oneOfTwoWaysCanBeTakenBackWithoutScriptWithWhatWasPicked() {
        String closing = "/zelfscan/" + scan + "/deel/slotvragen";
        director.submit(director.get(closing).form(closing).set("go", "stay").set("inspiring.way", "picked")
                .set("inspiring.choice", "plg", "teamwerk"));
        Page picked = director.get(closing);
        assertThat(picked.document().select("#q-inspiring input[checked]")).hasSize(3);
        assertThat(picked.document().select("#q-inspiring button[name=inspiring.clear]")).hasSize(1);

        director.submit(picked.form(closing).set("go", "stay").set("inspiring.clear", "1"));

        assertThat(director.get(closing).document().select("#q-inspiring input[checked]")).isEmpty();
    }

    @Test
    void anAmbitionThatIsAskedAgainIsNotTakenBackByLeavingThePageAsItIs() {
        director.submit(form(director).set("stage.choice", "fragmentair"));
        director.submit(form(director).set("ambition.choice", "planmatig"));
        director.submit(form(director).set("stage.choice", "geintegreerd"));

        director.submit(form(director).set("motive.note", "Iets anders"));

        assertThat(service.count("select count(*) from answer_history where scan_id = ? and question = 'ambition'", UUID.fromString(scan)))
                .isEqualTo(1);
    }

    private Form form(Visitor visitor) {
        return visitor.get(block).form(block).set("go", "stay");
    }

    /** Posts one question as the script does. */
    private Page save(Visitor visitor, String question, Form form, String key) {
        Map<String, List<String>> fields = new java.util.LinkedHashMap<>(Map.of("key", List.of(key), "person", form.get("person")));
        Stream.of("revision", "choice", "text", "note", "mine", "theirs", "both").map(field -> question + "." + field)
                .filter(field -> !form.get(field).isEmpty()).forEach(field -> fields.put(field, form.get(field)));
        return visitor.post(block, fields, PART, "true");
    }

    private static String mark(Page page) {
        return page.response().headers().firstValue(AnsweringController.MARK).orElse("");
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }
}
