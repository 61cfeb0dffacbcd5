package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.campaign.Net;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.StartScan;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instrument with questions of every type that posts texts, numbers, days and choices of its own, from its page to its files. */
class QuestionTypesIT {
    private static final String KEPT = "select value::text from answer where scan_id = '%s' and question = '%s' order by revision desc";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum van het tuinboek");
    private final UUID directorId = person(centre.director());
    private final Visitor director = service.inSession(directorId);
    private final Visitor member = service.inSession(person(centre.member()));
    private final UUID round = UUID.randomUUID();
    private final UUID scan = start();
    private final String block = "/zelfscan/" + scan + "/deel/sla";
    private final String closing = "/zelfscan/" + scan + "/deel/slot";

    private UUID start() {
        service.change(
                "insert into questionnaire_version (questionnaire_id, version, content, registered_at) values ('tuinboek', '1', ?, now())"
                        + " on conflict do nothing",
                definition());
        service.openRound(round, "Ronde van het tuinboek " + round, new QuestionnaireKey("tuinboek", "1"));
        service.context().getBean(RoundRepository.class).addCentre(round, centre.id());
        return TestNet.as(directorId, () -> service.context().getBean(StartScan.class).start(round, centre.id(), directorId));
    }

    private static String definition() {
        try {
            return Files.readString(Path.of("src/test/resources/definitions/types/garden.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }

    private Form form(Visitor visitor, String address) {
        return visitor.get(address).form(address).set("go", "stay");
    }

    private String kept(String question) {
        List<String> kept = service.texts(KEPT.formatted(scan, question));
        return kept.isEmpty() ? "" : kept.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heads | veertig      | kunnen we niet lezen als een getal
            heads | 20001        | een getal van 0 tot 20.000
            heads | 1,5          | een geheel getal
            sown  | 31/02/2026   | kunnen we niet lezen als een datum
            sown  | 2025-12-31   | van 1 januari 2026 tot en met 31 december 2026
            """)
    void whatCannotBeKeptComesBackAsItWasTypedBesideASentence(String question, String typed, String sentence) {
        Page refused = director.submit(form(director, block).set(question + ".text", typed).set("story.text", "Dit kan wel."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#problem-" + question).text()).contains(sentence);
        assertThat(refused.form(block).get(question + ".text")).containsExactly(typed);
        Element input = refused.document().getElementById(question + "-text");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.attr("type")).as("where a browser can show it").isEqualTo(typed.equals("2025-12-31") ? "date" : "text");
        assertThat(kept(question)).isEmpty();
        assertThat(kept("story")).as("what is right is written").contains("Dit kan wel.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heads | 1.250          | 1250       | {"type": "counted", "number": 1250}
            sown  | 8/11/2026      | 2026-11-08 | {"day": "2026-11-08", "type": "dated"}
            sown  | 2026-11-08     | 2026-11-08 | {"day": "2026-11-08", "type": "dated"}
            """)
    void whatIsTypedIsKeptInOneFormAndStandsThereAgain(String question, String typed, String shown, String stored) {
        Page saved = director.submit(form(director, block).set(question + ".text", typed));

        assertThat(saved.status()).isLessThan(400);
        assertThat(kept(question)).isEqualTo(stored);
        assertThat(form(director, block).get(question + ".text")).containsExactly(shown);
    }

    @Test
    void twoTextsThatDifferStandBesideEachOther() {
        Form mine = form(director, block).set("story.text", "Van Tine.\nMet een regel.");
        member.submit(form(member, block).set("story.text", "Van Lou."));

        Page conflict = director.submit(mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.document().select("#clash-story .conflict__text").eachText()).satisfiesExactly(
                theirs -> assertThat(theirs).contains("Van Lou."), ours -> assertThat(ours).contains("Van Tine."));
        assertThat(conflict.document().select("#clash-story [data-mine='story.text']").first().wholeText())
                .isEqualTo("Van Tine.\nMet een regel.");
        assertThat(conflict.form(block).get("story.text").getFirst()).contains("Van Tine.");
    }

    @Test
    void aQuestionThatIsLeftOpenKeepsWhatStoodThereUntilItIsDiscussedAfterAll() {
        director.submit(form(director, block).set("story.text", "Nog te bespreken").set("heads.text", "veertig").set("heads.open", "1")
                .set("watered.choice", "unclear").set("watered.open", "1").set("story.open", "1"));

        assertThat(List.of(kept("story"), kept("heads"), kept("watered"))).containsOnly("{\"type\": \"not-discussed\"}");
        Page page = director.get(block);
        assertThat(page.form(block).get("story.text")).containsExactly("Nog te bespreken");
        assertThat(page.form(block).get("heads.text")).containsExactly("veertig");
        assertThat(page.form(block).get("watered.choice")).containsExactly("unclear");
        assertThat(page.form(block).get("story.open")).containsExactly("1");
        director.submit(form(director, block).set("story.open"));
        assertThat(kept("story")).contains("Nog te bespreken");
    }

    @Test
    void whatIsTypedAsAnAnswerIsSavedByItselfAndStandsBesideWhatSomebodyElseTyped() {
        com.microsoft.playwright.Page page = Browser.page(390, 844);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(directorId)).setUrl(service.address())));
        BrowserVisit.hearNothing(page);
        page.navigate(service.address() + block);
        page.fill("#sown-text", "2026-11-28");
        BrowserVisit.untilSaved(page, "sown");
        page.fill("#heads-text", "veertig");
        page.waitForSelector("#problem-heads:has-text('in cijfers')");
        assertThat(page.inputValue("#heads-text")).isEqualTo("veertig");
        assertThat(page.getAttribute("#heads-text", "aria-invalid")).isEqualTo("true");
        page.fill("#heads-text", "1.250");
        BrowserVisit.untilSaved(page, "heads");
        assertThat(page.getAttribute("#heads-text", "aria-invalid")).isNull();

        member.submit(form(member, block).set("story.text", "Van Lou."));
        page.fill("#story-text", "Van Tine.");
        page.waitForSelector("#clash-story .conflict");
        page.fill("#story-text", "Van Tine en Lou samen.");
        assertThat(page.textContent("#clash-story [data-mine]")).isEqualTo("Van Tine en Lou samen.");
        page.click("#clash-story [data-keep=mine]");
        BrowserVisit.untilSaved(page, "story");
        page.check("#story-open");
        BrowserVisit.untilSaved(page, "story");
        assertThat(page.isVisible("#story-text")).as("what is left open asks nothing").isFalse();
        page.uncheck("#story-open");
        BrowserVisit.untilSaved(page, "story");
        Browser.close(page);

        assertThat(kept("story")).contains("Van Tine en Lou samen.");
        assertThat(kept("heads")).contains("1250");
        assertThat(kept("sown")).contains("2026-11-28");
    }

    @Test
    void whatIsSentStandsInTheResultTheFilesAndTheJson() throws IOException {
        answerAll();
        Page sent = Net.confirm(director, "/zelfscan/" + scan + "/verzending");
        assertThat(sent.status()).as(sent.text()).isLessThan(400);
        String sentId = service.texts("select id::text from sent_scan where scan_id = '%s'".formatted(scan)).getFirst();

        assertThat(service
                .texts("select question || ' ' || position || ' ' || code || coalesce(number::text, '') from fact where sent_scan_id = '"
                        + sentId + "'"))
                .as("no free text, no day and nothing that was left open").containsExactlyInAnyOrder("stage 0 kiem",
                        "heads 0 1250", "watered 0 unclear", "shared 0 3", "tools 0 rake", "tools 1 other", "order 0 sow");

        String result = director.get("/resultaat/" + sentId).text();
        assertThat(result).contains("We zaaiden in maart.", "1.250 kroppen", "Niet besproken", "Niet duidelijk", "een hark", "zaaien",
                "‘We tuinieren samen.’: Eerder akkoord");
        assertThat(pdf(director.get("/resultaat/" + sentId + "/rapport.pdf"))).contains("We zaaiden in maart.", "1.250 kroppen",
                "Niet besproken", "Niet duidelijk", "Eerder akkoord");

        Visitor support = service.inSession(service.supporterId());
        String answers = text(support.get("/uitvoer/" + round + "/antwoorden.csv"));
        assertThat(answers.lines().filter(line -> line.contains(";sown;"))).singleElement().asString()
                .contains(";not-discussed;Niet besproken;");
        assertThat(answers).contains("We zaaiden in maart.", "1.250 kroppen", ";3;Eerder akkoord;", "rake|other");
        String[] rows = text(support.get("/uitvoer/" + round + "/centra.csv")).split("\r\n");
        Map<String, String> cells = cells(rows[0], rows[1]);
        assertThat(cells).containsEntry("sla.heads", "1250").containsEntry("sla.heads.not-discussed", "0").containsEntry("sla.sown", "")
                .containsEntry("sla.sown.not-discussed", "1").containsEntry("sla.watered", "unclear").containsEntry("slot.shared", "3")
                .containsEntry("slot.tools.rake", "1").containsEntry("slot.tools.spade", "0").containsEntry("slot.order.1", "sow");

        Page made = support.submit(support.get("/uitvoer/sleutels").form("/uitvoer/sleutels").set("naam", "leest tuinboeken"));
        String json = new String(service.visitor().get("/api/v1/zelfscans/" + sentId, "Authorization",
                "Bearer " + made.document().select("#sleutel").attr("value")).body(), StandardCharsets.UTF_8);
        assertThat(json).contains("{\"type\":\"written\",\"text\":\"We zaaiden in maart.\"}", "{\"type\":\"counted\",\"number\":1250}",
                "{\"type\":\"not-discussed\"}", "{\"type\":\"dated\",\"day\":\"2026-11-28\"}");
    }

    @Test
    void anEmptySheetHasRoomForEveryQuestion() throws IOException {
        assertThat(pdf(director.get("/vragenlijst/tuinboek/1/voorbereiding.pdf"))).contains("Wie zaaide?", "‘We tuinieren samen.’",
                "kroppen",
                "Niet besproken", "zaaien · wieden · plukken");
    }

    private void answerAll() {
        Page saved = director.submit(form(director, block).set("stage.choice", "kiem").set("story.text", "We zaaiden in maart.")
                .set("heads.text", "1250").set("sown.open", "1").set("watered.choice", "unclear"));
        assertThat(saved.status()).as(saved.text()).isLessThan(400);
        Page last = director.submit(form(director, closing).set("shared.choice", "3").set("tools.choice", "rake", "other")
                .set("tools.text", "zon").set("order.choice", "sow", "").set("someday.text", "28-11-2026"));
        assertThat(last.status()).as(last.text()).isLessThan(400);
    }

    private static Map<String, String> cells(String names, String row) {
        String[] columns = names.split(";", -1);
        String[] values = row.split(";", -1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            cells.put(columns[i], values[i]);
        }
        return cells;
    }

    private static String text(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static String pdf(Page page) throws IOException {
        assertThat(page.status()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(page.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
