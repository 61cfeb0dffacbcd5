package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a centre sent in its last closed round stands beside what it answers now, and nowhere in what it posts. */
class EarlierScanIT {
    private static final String BLOCK = "behartiger";
    private static final Map<String, List<String>> SAMPLE = SampleForms.all().get(BLOCK);

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor member = net.visitor(Actor.member);
    private final UUID earlierRound = UUID.fromString(service.texts(
            "select s.round_id::text from sent_scan x join scan s on s.id = x.scan_id where x.id = '%s'".formatted(net.sent)).getFirst());

    @Test
    void whileTheRoundBeforeIsOpenOrWhenThereIsNoneNothingStandsBeside() {
        assertNothing(member.get(page(net.scan, BLOCK)));

        close("1 day", "2027-01-01");
        assertNothing(member.get(page(net.scan, BLOCK)));
    }

    @Test
    void whatWasSentStandsBesideEachQuestionAndInNoField() {
        close("1 day", "2025-09-01");
        Page page = member.get(page(net.scan, BLOCK));
        String when = service.texts("select title from round where id = '" + earlierRound + "'").getFirst() + ", ";

        Element card = page.document().select(".stage:has(.stage__earlier)").stream().reduce((one, two) -> {
            throw new AssertionError("Two stages are marked");
        }).orElseThrow();
        Element choice = card.selectFirst("input");
        assertThat(choice.attr("value")).isEqualTo(SAMPLE.get("stage.choice").getFirst());
        assertThat(choice.attr("aria-describedby")).contains(card.selectFirst(".stage__earlier").id());
        assertThat(card.selectFirst(".stage__earlier").text()).startsWith("vorige keer (" + when);
        assertThat(beside(page, "ambition")).contains("Vorige keer", "evolueren naar systematisch");
        assertThat(page.document().select("#q-motive details.earlier")).as("a long one is folded").hasSize(1);
        assertThat(beside(page, "motive")).contains(SAMPLE.get("motive.note").getFirst());
        assertThat(page.document().select(".block a[href=/resultaat/" + net.sent + "]").text()).startsWith(when);
        assertNotInTheForm(page);
        Page meeting = member.get("/zelfscan/" + net.scan + "/vergadering/" + BLOCK + "/2");
        assertThat(meeting.document().select(".room__stages > li:has(.room__mark)")).hasSize(1);
        assertThat(member.get(page(net.scan, "slotvragen")).document().select("#q-priorities .earlier").text()).contains("Prioriteit 1:");
        assertThat(service.count("select count(*) from answer where scan_id = ?", net.scan)).as("nothing was copied").isZero();
    }

    @Test
    void aSaveKeepsItWithAndWithoutAScript() {
        close("1 day", "2025-09-01");
        Page part = member.post(page(net.scan, BLOCK), Map.of("stage.choice", List.of("fragmentair"), "stage.revision", List.of("0")),
                "HX-Request", "true");

        assertThat(part.response().headers().firstValue(AnsweringController.MARK)).isPresent();
        assertThat(beside(part, "ambition")).as("asked by the stage, so shown anew").contains("evolueren naar systematisch");

        Page shown = member
                .submit(member.get(page(net.scan, BLOCK)).form("/deel/").set("motive.note", "x".repeat(20_000)).set("go", "stay"));
        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.document().select(".stage__earlier")).hasSize(1);
        assertThat(beside(shown, "motive")).contains(SAMPLE.get("motive.note").getFirst());

        Page saved = member.submit(member.get(page(net.scan, BLOCK)).form("/deel/").set("motive.note", "Van nu.").set("go", "stay"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.document().select("#motive-note").text()).isEqualTo("Van nu.");
        assertThat(beside(saved, "motive")).contains(SAMPLE.get("motive.note").getFirst());
    }

    @Test
    void whatWasErasedIsSaidToBe() {
        close("7 years", "2019-09-01");
        service.context().getBeansOfType(RecurringJob.class).stream().filter(job -> job.name().equals("note-erasure"))
                .forEach(RecurringJob::run);
        Page page = member.get(page(net.scan, BLOCK));

        assertThat(page.document().select(".block").text()).contains("zijn gewist, 6 jaar nadat de ronde gesloten werd.");
        assertThat(beside(page, "motive")).contains("(wat er verder getypt was, is gewist)");
        assertThat(page.document().select(".stage__earlier")).hasSize(1);
        SampleForms.notes()
                .forEach(note -> assertThat(page.document().outerHtml()).doesNotContain(note.substring(0, Math.min(25, note.length()))));
    }

    @Test
    void anotherCentreNeverSeesIt() {
        close("1 day", "2025-09-01");
        UUID other = UUID.fromString(service.texts(
                "select id::text from scan where round_id = '%s' and centre_id = '%s'".formatted(net.round, net.otherCentre)).getFirst());
        Visitor director = net.visitor(Actor.director_of_another_centre);

        assertNothing(director.get(page(other, BLOCK)));
        assertThat(director.get(page(net.scan, BLOCK)).text()).doesNotContain("vorige keer", "Vorige keer");
        for (Actor outsider : List.of(Actor.leader, Actor.support)) {
            assertThat(net.visitor(outsider).get(page(net.scan, BLOCK)).text()).doesNotContain("vorige keer", "Vorige keer");
        }
    }

    @Test
    void whereAnotherVersionHadNoSuchBlockOrOtherStagesASentenceSaysSo() {
        String id = "tuin-" + UUID.randomUUID().toString().substring(0, 8);
        UUID director = net.person(Actor.director);
        UUID then = round(id, "1", "2025-09-01", Map.of());
        UUID sent = TestNet.as(director, () -> bean(StartScan.class).start(then, net.centre, director));
        Map<String, List<String>> block = Map.of("stage.choice", List.of("kiem"), "ambition.choice", List.of("hold"), "motive.choice",
                List.of("choice"), "motive.note", List.of("Al jaren."), "levers.choice", List.of("sun"), "bottlenecks.choice",
                List.of("none"));
        List.of("compost", "water", "delen").forEach(section -> save(sent, director, section, block));
        save(sent, director, "slot", Map.of("inspiring.choice", List.of("water"), "priorities.choice", List.of("water", "compost")));
        TestNet.send(bean(SendScan.class), sent, director);
        service.change("update round set state = 'closed', closed_at = now() where id = ?", then);

        UUID renamed = start(round(id, "2", "2026-09-01", Map.of("\"id\": \"compost\"", "\"id\": \"humus\"")), director);
        assertThat(member.get(page(renamed, "water")).document().select("#q-motive p.earlier").text())
                .endsWith(": kozen we zelf – ‘Al jaren.’");
        assertThat(member.get(page(renamed, "slot")).document().select("#q-priorities .earlier").text()).contains("Water");
        Page humus = member.get(page(renamed, "humus"));
        assertThat(humus.document().select(".earlier, .stage__earlier")).isEmpty();
        assertThat(humus.document().select(".block").text()).contains("waarin deze bouwsteen niet of anders stond");

        UUID rescaled = start(round(id, "3", "2026-09-02", Map.of("\"zaad\"", "\"pit\"")), director);
        Page water = member.get(page(rescaled, "water"));
        assertThat(water.document().select(".earlier, .stage__earlier")).isEmpty();
        assertThat(water.document().select(".block").text()).contains("een andere versie van deze vragenlijst in, met andere");
    }

    private static String page(UUID scan, String section) {
        return "/zelfscan/" + scan + "/deel/" + section;
    }

    private static String beside(Page page, String question) {
        return page.document().select("#q-" + question + " .earlier").text();
    }

    private static void assertNothing(Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select(".earlier, .stage__earlier")).isEmpty();
        assertThat(page.document().select("main").text()).doesNotContainIgnoringCase("vorige keer");
    }

    private static void assertNotInTheForm(Page page) {
        Form form = page.form("/deel/");
        assertThat(form.get("stage.choice")).isEmpty();
        assertThat(form.get("ambition.choice")).isEmpty();
        assertThat(form.fields().entrySet().stream().filter(field -> field.getKey().endsWith(".note"))).isNotEmpty()
                .allMatch(field -> field.getValue().equals(List.of("")));
        assertThat(page.document().select(".earlier :is(input, textarea, select, button)")).isEmpty();
    }

    private void close(String ago, String openedOn) {
        service.change("update round set opens_on = ?::date, state = 'closed', closed_at = now() - (?)::interval where id = ?", openedOn,
                ago,
                earlierRound);
    }

    private UUID round(String id, String version, String opensOn, Map<String, String> replaced) {
        String text = Definitions.smallText().replace("\"moestuin\"", "\"" + id + "\"").replace("\"version\": \"1\"",
                "\"version\": \"" + version + "\"");
        for (Map.Entry<String, String> one : replaced.entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        service.change("insert into questionnaire_version (questionnaire_id, version, content, registered_at) values (?, ?, ?, now())", id,
                version, text);
        UUID round = UUID.randomUUID();
        service.openRound(round, "Tuinronde " + round, new QuestionnaireKey(id, version));
        service.change("update round set opens_on = ?::date where id = ?", opensOn, round);
        bean(RoundRepository.class).addCentre(round, net.centre);
        return round;
    }

    private UUID start(UUID round, UUID director) {
        return TestNet.as(director, () -> bean(StartScan.class).start(round, net.centre, director));
    }

    private void save(UUID scan, UUID director, String section, Map<String, List<String>> answers) {
        Map<String, List<String>> fields = new HashMap<>(answers);
        answers.keySet().forEach(field -> fields.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
        assertThat(TestNet.as(director, () -> bean(SaveAnswers.class).save(scan, director, section, fields, UUID.randomUUID())).allKept())
                .as(section).isTrue();
    }

    private <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }
}
