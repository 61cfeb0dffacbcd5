package be.zelfscan.question.rows;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.support.Await;
import be.zelfscan.support.Barriers;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that a team fills in: alone and with two, with and without a script. */
class RowsIT {
    private static final String ROWS = "#q-helpers .entries > [data-row]";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met een tabel");
    private final UUID director = person(centre.director());
    private final UUID member = person(centre.member());
    private final Visitor tine = service.inSession(director);
    private final Visitor lou = service.inSession(member);
    private final List<Page> pages = new ArrayList<>();
    private UUID round;
    private UUID scan;
    private String closing;

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }

    @BeforeEach
    void startAScanOfTheGarden() {
        start("small.json", Definitions.small().id());
    }

    private void start(String file, String called) {
        String id = "tabel-" + UUID.randomUUID().toString().substring(0, 8);
        service.change("insert into questionnaire_version (questionnaire_id, version, content, registered_at) values (?, '1', ?, now())",
                id,
                text("/definitions/" + file).replace("\"id\": \"" + called + "\"", "\"id\": \"" + id + "\""));
        round = UUID.randomUUID();
        service.openRound(round, "Ronde van de tuin " + id, new QuestionnaireKey(id, "1"));
        service.context().getBean(RoundRepository.class).addCentre(round, centre.id());
        scan = TestNet.as(director, () -> service.context().getBean(StartScan.class).start(round, centre.id(), director));
        closing = "/zelfscan/" + scan + "/deel/slot";
    }

    @AfterEach
    void close() {
        pages.forEach(Browser::close);
    }

    // Without a script: the form is posted.

    @Test
    void rowsAreFilledInAndThereAreAlwaysTwoMore() {
        assertThat(rows(tine)).hasSize(2);

        Visitor.Page saved = tine.submit(other(form(tine), 0, "de bakker"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(rows(tine)).hasSize(3);
        assertThat(texts(tine)).containsExactly("de bakker");
        assertThat(saved.document().select(ROWS + " .entry__name").eachText()).containsExactly("Helper 1", "Helper 2", "Helper 3");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aRowThatIsAskedForComesAndNothingIsLost() {
        Form form = other(form(tine), 1, "de bakker").set("helpers.note", "Samen gaat het beter");

        Visitor.Page more = tine.submit(form.set("helpers.add", more(tine)));

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.document().select(ROWS)).hasSize(3);
        assertThat(more.document().select("#q-helpers textarea").text()).isEqualTo("Samen gaat het beter");
        assertThat(texts(tine)).containsExactly("de bakker");
        String add = more.document().select("#q-helpers [data-add]").val();
        Visitor.Page again = tine.submit(more.form(closing).set("go").set("helpers.add", add));
        assertThat(again.document().select(ROWS)).hasSize(4);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void thereIsNoRoomForMoreRowsThanTheQuestionHas() {
        Visitor.Page full = tine.submit(form(tine).set("helpers.add", "99"));

        assertThat(full.document().select(ROWS)).hasSize(5);
        assertThat(full.document().select("#q-helpers [data-add]").hasAttr("disabled")).isTrue();
    }

    @Test
    void aRowIsTakenAwayAndTheOthersStay() {
        tine.submit(other(other(form(tine), 0, "de bakker"), 1, "de slager"));
        String first = rows(tine).getFirst().attr("data-row");

        tine.submit(form(tine).set("helpers.remove", first));

        assertThat(texts(tine)).containsExactly("de slager");
    }

    @Test
    void whatIsRefusedSaysInWhichRowAndStaysOnThePage() {
        tine.submit(other(form(tine), 0, "de bakker"));
        Form form = form(tine);
        String key = form.get("helpers.row").get(1);

        Visitor.Page refused = tine.submit(form.set("helpers." + key + ".who.choice", "other").set("helpers." + key + ".who.text",
                "x".repeat(501)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Helper 2, ‘Wie’: Deze tekst telt 501 tekens");
        Element field = refused.document().selectFirst("#q-helpers input[aria-invalid=true]");
        assertThat(field.attr("name")).isEqualTo("helpers." + key + ".who.text");
        assertThat(field.val()).hasSize(501);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aTextWithoutItsChoiceIsKeptInARowOfItsOwn() {
        Form form = form(tine);
        String key = form.get("helpers.row").getFirst();

        tine.submit(form.set("helpers." + key + ".who.text", "getypt, niet gekozen"));

        assertThat(rows(tine)).hasSize(3);
        assertThat(rows(tine).getFirst().select("input[name$=.who.text]").val()).isEqualTo("getypt, niet gekozen");
        assertThat(stored()).isEmpty();
    }

    // Two people.

    @Test
    void twoPeopleWhoEachAddARowBothKeepIt() {
        Form mine = other(form(tine), 0, "de bakker");
        lou.submit(other(form(lou), 0, "de slager"));

        Visitor.Page merged = tine.submit(mine);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(texts(tine)).containsExactlyInAnyOrder("de bakker", "de slager");
        assertThat(texts(lou)).containsExactlyInAnyOrder("de bakker", "de slager");
        assertThat(revisions()).isEqualTo(2);
    }

    @Test
    void oneChangesARowWhileTheOtherTakesAnotherAway() {
        tine.submit(other(other(form(tine), 0, "de bakker"), 1, "de slager"));
        Form mine = other(form(tine), 0, "de bakkerin");
        lou.submit(form(lou).set("helpers.remove", rows(lou).get(1).attr("data-row")));

        assertThat(tine.submit(mine).status()).isEqualTo(200);

        assertThat(texts(tine)).containsExactly("de bakkerin");
    }

    @Test
    void aRowThatBothChangedIsAConflictWithBothVersionsInWords() {
        tine.submit(other(form(tine), 0, "de bakker"));
        Form mine = other(other(form(tine), 0, "de bakkerin"), 1, "en de molenaar");
        lou.submit(other(form(lou), 0, "de bakkersgast"));

        Visitor.Page conflict = tine.submit(mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.document().select("#q-helpers .conflict li").eachText()).containsExactly(
                "Helper 1: Wie: iemand anders: de bakkersgast", "Helper 1: Wie: iemand anders: de bakkerin",
                "Helper 2: Wie: iemand anders: en de molenaar");
        Visitor.Page kept = tine.submit(conflict.form(closing).set("go", "stay").set("helpers.mine", "2"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(texts(lou)).containsExactly("de bakkerin", "en de molenaar");
    }

    @Test
    void theScriptGetsTheRowsOfBothTogetherWithTheirRevision() {
        Form mine = other(form(tine), 0, "de bakker");
        lou.submit(other(form(lou), 0, "de slager"));
        String key = UUID.randomUUID().toString();

        Visitor.Page part = script(tine, mine, key);

        assertThat(mark(part)).isEqualTo(key + ";helpers=merged:2");
        Element question = part.document().getElementById("q-helpers");
        assertThat(question.select("input[name=helpers.revision]").val()).isEqualTo("2");
        assertThat(question.select(ROWS + " input[name$=.who.text]").eachAttr("value")).contains("de bakker", "de slager");
        assertThat(mark(script(tine, mine, key))).as("the same once more").isEqualTo(key + ";helpers=merged:2");
        lou.submit(other(form(lou), 2, "de kapper"));
        assertThat(mark(script(tine, mine, key))).as("the same, later still").isEqualTo(key + ";helpers=merged:3");
        assertThat(texts(tine)).hasSize(3);
        int own = texts(lou).indexOf("de bakker");
        lou.submit(other(form(lou), own, "de bakkerin"));
        assertThat(mark(script(tine, mine, key))).as("the same, after somebody went on with that row").isEqualTo(key + ";helpers=newer:4");
        assertThat(texts(tine)).contains("de bakkerin").hasSize(3);
        assertThat(revisions()).isEqualTo(4);
    }

    @Test
    void aMergeThatLeavesNoRoomIsAConflictAndNothingIsLost() {
        tine.submit(other(other(form(tine), 0, "een"), 1, "twee"));
        tine.submit(other(other(form(tine), 2, "drie"), 3, "vier"));
        Form mine = other(form(tine), 4, "vijf van Tine");
        lou.submit(other(form(lou), 4, "vijf van Lou"));

        Visitor.Page conflict = tine.submit(mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("vijf van Tine", "vijf van Lou");
    }

    @Test
    void manyWhoSaveARowAtTheSameMomentAllKeepIt() throws Exception {
        List<Callable<Integer>> saves = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Visitor visitor = i % 2 == 0 ? service.inSession(director) : service.inSession(member);
            Form form = other(form(visitor), 0, "helper van " + i);
            saves.add(() -> visitor.submit(form).status());
        }
        try (ExecutorService at = Executors.newFixedThreadPool(saves.size())) {
            for (Future<Integer> saved : at.invokeAll(saves)) {
                assertThat(saved.get()).isEqualTo(200);
            }
        }
        assertThat(texts(tine)).containsExactlyInAnyOrder("helper van 0", "helper van 1", "helper van 2", "helper van 3");
    }

    // With a script: in place.

    @Test
    void aRowIsAddedFilledInTakenAwayAndThereAfterReloading() {
        Page page = open(director, 1280);
        page.click("#q-helpers [data-add]");
        assertThat(page.locator(ROWS).count()).isEqualTo(2);
        assertThat(page.locator(ROWS + " .entry__name").allInnerTexts()).containsExactly("Helper 1", "Helper 2");
        assertThat(page.locator("#saved").getAttribute("data-state")).as("an empty row is nothing to save").isEqualTo("empty");
        assertThat(page.evaluate("() => document.activeElement.closest('[data-row]') === document.querySelectorAll('[data-row]')[1]"))
                .isEqualTo(true);
        fill(page, 1, "de bakker");
        fill(page, 0, "de slager");
        BrowserVisit.untilSaved(page, "helpers");

        page.reload();
        assertThat(values(page)).containsExactly("de slager", "de bakker");
        page.locator(ROWS).first().locator("[data-remove]").click();
        assertThat(page.locator(ROWS).first().locator(".entry__name").innerText()).isEqualTo("Helper 1");
        untilStored(1);
        assertThat(page.innerText(".entries__undo")).contains("Helper 1 is weggehaald.");
        page.click("#q-helpers [data-undo]");
        untilStored(2);
        assertThat(values(page)).containsExactly("de slager", "de bakker");
        page.locator(ROWS).first().locator("[data-remove]").click();
        untilStored(1);

        page.reload();
        assertThat(values(page)).containsExactly("de bakker");
    }

    @Test
    void aChoiceInOneCellIsTakenBackAndTheOthersStay() {
        Page page = open(director, 1280);
        Locator row = page.locator(ROWS).first();
        row.locator("input[value=school]").check();
        row.locator("input[value=dig]").check();
        row.locator("[data-clear]").click();
        BrowserVisit.untilSaved(page, "helpers");

        page.reload();
        assertThat(page.locator(ROWS + " input:checked").evaluateAll("all => all.map(one => one.value)")).isEqualTo(List.of("dig"));
    }

    @Test
    void twoWhoFillInTheSameTableSeeEachOthersRowsAndLoseNone() {
        Page one = open(director, 1280);
        BrowserVisit.hearNothing(one);
        one.reload();
        Page other = open(member, 390);
        fill(other, 0, "van Lou");
        BrowserVisit.untilSaved(other, "helpers");

        fill(one, 0, "van Tine");
        one.waitForFunction("() => [...document.querySelectorAll('#q-helpers input[type=text]')].some(one => one.value === 'van Lou')");
        BrowserVisit.untilSaved(one, "helpers");

        assertThat(values(one)).containsExactlyInAnyOrder("van Tine", "van Lou");
        assertThat(one.evaluate("() => document.activeElement.value")).as("who types is not moved").isEqualTo("van Tine");
        assertThat(one.locator("#q-helpers .conflict").count()).isZero();
        other.reload();
        assertThat(values(other)).containsExactlyInAnyOrder("van Tine", "van Lou");
    }

    @Test
    void aRowThatIsBeingTypedStaysAsItIsWhileTheRowOfAColleagueComesBesideIt() {
        Page one = open(director, 1280);
        one.clock().install();
        one.reload();
        one.waitForSelector("html.follows");
        one.clock().pauseAt(System.currentTimeMillis() + 15_000); // so that nothing is saved by itself
        fill(one, 0, "half geschr");
        lou.submit(other(form(lou), 0, "van Lou"));
        one.waitForCondition(() -> values(one).contains("van Lou"));
        assertThat(values(one)).containsExactlyInAnyOrder("half geschr", "van Lou");
        assertThat(one.evaluate("() => document.activeElement.value")).isEqualTo("half geschr");

        one.keyboard().type("even");
        one.clock().resume();
        BrowserVisit.untilSaved(one, "helpers");
        assertThat(one.locator("#q-helpers .conflict").count()).isZero();
        assertThat(texts(tine)).containsExactlyInAnyOrder("half geschreven", "van Lou");
    }

    @Test
    void whatIsTypedWhileTheRowsOfBothAreBroughtTogetherIsKept() {
        Page one = open(director, 1280);
        BrowserVisit.hearNothing(one);
        one.reload();
        one.click("#q-helpers [data-add]");
        lou.submit(other(form(lou), 0, "van Lou"));
        List<Route> held = new ArrayList<>();
        one.route("**/deel/slot", route -> {
            if (route.request().method().equals("POST") && held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        fill(one, 0, "van Tine");
        one.waitForCondition(() -> !held.isEmpty());
        one.locator(ROWS).first().locator("input[type=text]").first().pressSequentially(", en meer");
        one.locator(ROWS).nth(1).locator("input[value=school]").check();
        held.getFirst().resume();
        one.waitForCondition(() -> stored().size() == 3);
        BrowserVisit.untilSaved(one, "helpers");

        assertThat(one.locator("#q-helpers .conflict").count()).isZero();
        assertThat(values(one)).containsExactlyInAnyOrder("van Tine, en meer", "van Lou");
        assertThat(texts(tine)).containsExactlyInAnyOrder("van Tine, en meer", "van Lou");
    }

    @Test
    void whatWasNotSavedComesBackRowByRow() {
        Page page = open(director, 1280);
        page.click("#q-helpers [data-add]");
        page.context().setOffline(true);
        fill(page, 1, "getypt zonder wifi");
        page.waitForSelector("#saved[data-state=waiting]");
        page.close(); // else it sends itself what it holds, as soon as it can
        page.context().setOffline(false);
        Page next = page.context().newPage();
        next.navigate(service.address() + closing);
        BrowserVisit.untilSaved(next, "helpers");

        assertThat(values(next)).containsExactly("getypt zonder wifi");
    }

    // Cells of every type, and what becomes of a table.

    @Test
    void aCellOfEveryTypeIsSavedAndShownAgainAndOneThatCannotBeKeptSaysWhichItIs() {
        start("types/helpers.json", "helpersboek");
        Form form = form(tine);
        String first = "partners." + form.get("partners.row").getFirst() + ".";
        form.set(first + "name.text", "De bakker\r\nen zijn gast").set(first + "kind.choice", "neighbours")
                .set(first + "who.choice", "team",
                        "parents")
                .set(first + "hours.text", "12,5").set(first + "since.text", "2025-03-01").set(first + "formal.choice", "yes");
        assertThat(tine.submit(form).status()).isEqualTo(200);

        Form again = form(tine);
        form.fields().keySet().stream().filter(field -> field.startsWith(first))
                .forEach(field -> assertThat(
                        again.get(field).stream().map(value -> value.replace("\n", "\r\n").replace("\r\r", "\r")).toList())
                        .as(field).isEqualTo(form.get(field)));
        Visitor.Page refused = tine.submit(again.set(first + "hours.text", "een paar"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Partner 1, ‘Uren’: ");
        assertThat(refused.form(closing).get(first + "hours.text")).containsExactly("een paar");
    }

    @Test
    void aTableHasNoBarriers() {
        start("types/helpers.json", "helpersboek");
        Page page = open(director, 1280);

        assertThat(Barriers.on(page)).isEmpty();
        page.click("#q-partners [data-add]");
        page.locator("#q-partners [data-row] textarea").first().fill("De bakker");
        BrowserVisit.untilSaved(page, "partners");
        page.locator("#q-partners [data-remove]").first().click();
        assertThat(Barriers.on(page)).isEmpty();
    }

    @Test
    void whatIsSentStandsInTheReportAndInTheExportCellByCell() throws Exception {
        start("types/helpers.json", "helpersboek");
        save("sla", Map.of("stage.choice", List.of("kiem")));
        String one = "partner00001";
        String two = "partner00002";
        save("slot", Map.of("partners.row", List.of(one, two), "partners." + one + ".name.text", List.of("De bakker"),
                "partners." + one + ".kind.choice", List.of("other"), "partners." + one + ".kind.text", List.of("winkel"),
                "partners." + one + ".hours.text", List.of("12,5"), "partners." + two + ".name.text", List.of("De molen"),
                "partners." + two + ".kind.choice", List.of("school"), "partners.note", List.of("Meer komt nog")));
        UUID sent = TestNet.send(service.context().getBean(SendScan.class), scan, director);

        Visitor.Page result = tine.get("/resultaat/" + sent);
        assertThat(result.text()).contains("Partner 1 Naam: De bakker Soort: andere: winkel Uren: 12,5 uur",
                "Partner 2 Naam: De molen Soort: school");
        assertThat(PdfReader.text(tine.get("/resultaat/" + sent + "/rapport.pdf").body()).replaceAll("\\s+", " "))
                .contains("Partner 2: Naam: De molen; Soort: school");
        Visitor poc = service.inSession(service.supporterId());
        String export = new String(poc.get("/uitvoer/" + round + "/antwoorden.csv?scheiding=puntkomma").body(), StandardCharsets.UTF_8);
        assertThat(export.lines().filter(line -> line.contains(";partners;")).map(line -> line.substring(line.indexOf(";partners;"))))
                .containsExactly(
                        ";partners;Partners;;;;;;;;Meer komt nog", ";partners;Partners;1;name;Naam;;;De bakker;;",
                        ";partners;Partners;1;kind;Soort;other;andere;winkel;;", ";partners;Partners;1;hours;Uren;;12,5 uur;;;",
                        ";partners;Partners;2;name;Naam;;;De molen;;", ";partners;Partners;2;kind;Soort;school;school;;;");
        String centres = new String(poc.get("/uitvoer/" + round + "/centra.csv?scheiding=puntkomma").body(), StandardCharsets.UTF_8);
        assertThat(centres).contains("slot.partners.aantal").contains("Partner 2: Naam: De molen");
        assertThat(service.texts("""
                select f.question || ' ' || f.row || ' ' || f.code || coalesce(f.number::text, '') from fact f
                where f.sent_scan_id = '%s' and f.section = 'slot' and f.row <> ''""".formatted(sent))).as("what can be compared one day")
                .containsExactlyInAnyOrder("partners.kind partner00001 other", "partners.hours partner00001 12.5",
                        "partners.kind partner00002 school");
    }

    private void save(String section, Map<String, List<String>> answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>(answers);
        answers.keySet().forEach(field -> fields.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
        assertThat(TestNet.as(director,
                () -> service.context().getBean(SaveAnswers.class).save(scan, director, section, fields, UUID.randomUUID())).allKept())
                .isTrue();
    }

    private static String text(String resource) {
        try (InputStream stream = RowsIT.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What others may not read.

    @Test
    void theDatabaseTakesAwayWhatWasTypedJustAsTheServiceDoes() throws Exception {
        Random random = new Random(7);
        for (Questionnaire one : Stream.concat(Stream.of(Definitions.small()), Definitions.ofTypes().stream()).toList()) {
            for (String section : one.sections().stream().map(Section::id).toList()) {
                Asked asked = new Asked(one, section, question -> question.equals(one.placement().id())
                        ? Optional.of(Answer.Coded.of("zaad")) : Optional.empty());
                for (Question question : one.questions(section)) {
                    Answer answer = question.type().random(question, random, asked);
                    String json = Definitions.MAPPER.writeValueAsString(answer);
                    String without = service.texts("select answer_without_texts('" + json.replace("'", "''") + "')::text").getFirst();
                    assertThat(Definitions.MAPPER.readValue(without, Answer.class)).as(json).isEqualTo(answer.withoutTexts());
                    assertThat(service.texts("select part || '=' || typed from texts_in('" + json.replace("'", "''") + "', 'x')")).as(json)
                            .containsExactlyInAnyOrderElementsOf(
                                    answer.texts("x").entrySet().stream().map(text -> text.getKey() + "=" + text.getValue()).toList());
                }
            }
        }
    }

    // How it is done.

    private Form form(Visitor visitor) {
        return visitor.get(closing).form(closing).set("go", "stay");
    }

    private List<Element> rows(Visitor visitor) {
        return visitor.get(closing).document().select(ROWS);
    }

    private String more(Visitor visitor) {
        return visitor.get(closing).document().select("#q-helpers [data-add]").val();
    }

    /** Somebody else, by this name, in a row of the page. */
    private static Form other(Form form, int row, String name) {
        String key = form.get("helpers.row").get(row);
        return form.set("helpers." + key + ".who.choice", "other").set("helpers." + key + ".who.text", name);
    }

    private List<String> texts(Visitor visitor) {
        return visitor.get(closing).document().select(ROWS + " input[name$=.who.text]").eachAttr("value").stream()
                .filter(text -> !text.isEmpty()).toList();
    }

    private List<String> stored() {
        return service.texts("select jsonb_array_elements(value -> 'rows')::text from answer where question = 'helpers' and scan_id = '"
                + scan + "'");
    }

    private long revisions() {
        return service.count("select count(*) from answer_history where scan_id = ? and question = 'helpers'", scan);
    }

    private void untilStored(int rows) {
        Await.until(Duration.ofSeconds(15), "so many rows are stored", () -> stored().size() == rows);
    }

    /** Posts the table as the script does. */
    private Visitor.Page script(Visitor visitor, Form form, String key) {
        Map<String, List<String>> fields = new LinkedHashMap<>(Map.of("key", List.of(key), "person", form.get("person")));
        form.fields().entrySet().stream().filter(field -> field.getKey().startsWith("helpers."))
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return visitor.post(closing, fields, "HX-Request", "true");
    }

    private static String mark(Visitor.Page page) {
        return page.response().headers().firstValue("Zelfscan-Saved").orElse("");
    }

    private Page open(UUID person, int width) {
        Page page = Browser.page(width, 900);
        pages.add(page);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(person)).setUrl(service.address())));
        page.navigate(service.address() + closing);
        return page;
    }

    private static void fill(Page page, int row, String name) {
        Locator entry = page.locator(ROWS).nth(row);
        entry.locator("input[type=radio][value=other]").check();
        entry.locator("input[type=text]").first().fill(name);
    }

    private static List<String> values(Page page) {
        return page.locator(ROWS + " input[name$='.who.text']").all().stream().map(Locator::inputValue).filter(value -> !value.isEmpty())
                .toList();
    }
}
