package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.campaign.CloseRound;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Instruments that the service does not bring, known by what the database pins: every page, file and report of a round with them is there,
 * and says nothing of what they do not ask.
 */
@Timeout(600)
class OtherInstrumentIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestService service = TestService.get();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final UUID support = service.supporterId();
    private final UUID round = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();
    private final UUID leader = person("Lena Leider");
    private final List<UUID> centres = new ArrayList<>();
    private final List<UUID> directors = new ArrayList<>();
    private final List<UUID> sent = new ArrayList<>();

    private UUID person(String name) {
        UUID id = UUID.randomUUID();
        service.change("insert into person (id, name, email) values (?, ?, ?)", id, name, id + "@test.example");
        return id;
    }

    private static void remove(ArrayNode questions, Set<String> ids) {
        for (int at = questions.size() - 1; at >= 0; at--) {
            if (ids.contains(questions.get(at).get("id").asText())) {
                questions.remove(at);
            }
        }
    }

    private ObjectNode instrument() throws Exception {
        ObjectNode definition = (ObjectNode) JSON.readTree(Definitions.smallText());
        return definition.put("id", "tuin-" + unique);
    }

    /** Five centres of one school group each answer what is in these fields for every block, send it, and the round is closed. */
    private void play(ObjectNode definition, Map<String, List<String>> ofBlock, Map<String, List<String>> closing) throws Exception {
        String id = definition.get("id").asText();
        Definitions.read("tuin.json", JSON.writeValueAsString(definition));
        service.change("insert into questionnaire_version (questionnaire_id, version, content, registered_at) values (?, '1', ?, now())",
                id,
                JSON.writeValueAsString(definition));
        service.change("insert into school_group (id, name) values (?, ?)", group, "Scholengroep van de tuin " + unique);
        service.change("insert into school_group_leader (person_id, school_group_id) values (?, ?)", leader, group);
        service.openRound(round, "Tuinronde " + unique, new QuestionnaireKey(id, "1"));
        for (int number = 1; number <= 5; number++) {
            UUID centre = UUID.randomUUID();
            UUID director = person("Dina Directeur " + number);
            service.change("insert into centre (id, name) values (?, ?)", centre, "Tuin " + number + " " + unique);
            service.change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)", centre, group);
            service.change("insert into membership (person_id, centre_id, role) values (?, ?, 'director')", director, centre);
            bean(RoundRepository.class).addCentre(round, centre);
            centres.add(centre);
            directors.add(director);
            sent.add(answer(centre, director, sections(definition), ofBlock, closing));
        }
        TestNet.as(support, () -> bean(CloseRound.class).close(round, bean(CloseRound.class).version(round)));
    }

    private static List<String> sections(JsonNode definition) {
        List<String> sections = new ArrayList<>();
        definition.get("clusters").forEach(cluster -> cluster.get("blocks").forEach(block -> sections.add(block.get("id").asText())));
        return sections;
    }

    private UUID answer(UUID centre, UUID director, List<String> blocks, Map<String, List<String>> ofBlock,
            Map<String, List<String>> closing) {
        UUID scan = TestNet.as(director, () -> bean(StartScan.class).start(round, centre, director));
        blocks.forEach(block -> save(scan, director, block, ofBlock));
        save(scan, director, "slot", closing);
        return TestNet.send(bean(SendScan.class), scan, director);
    }

    private void save(UUID scan, UUID director, String section, Map<String, List<String>> answers) {
        Map<String, List<String>> fields = new HashMap<>(answers);
        answers.keySet().forEach(field -> fields.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
        if (!fields.isEmpty()) {
            assertThat(
                    TestNet.as(director, () -> bean(SaveAnswers.class).save(scan, director, section, fields, UUID.randomUUID())).allKept())
                    .as(section + " " + fields).isTrue();
        }
    }

    /** @param inspires whether the instrument asks for priorities, or for what can inspire others */
    private void everyPageIsThere(boolean inspires) {
        Visitor poc = service.inSession(support);
        String net = "/vergelijking/" + round;
        for (String page : List.of(net, net + "/centra", net + "/scholengroepen", net + "/toelichtingen",
                "/rondes/" + round,
                "/rapporten/" + round, "/uitvoer", "/vragenlijst/tuin-" + unique + "/1/voorbereiding.pdf")) {
            assertThat(poc.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(poc.get(net + "/inspiratie").status()).as("there is something to inspire with").isEqualTo(inspires ? 200 : 404);
        assertThat(poc.get(net).status()).isEqualTo(200);
        assertThat(poc.get(net).text()).contains("5 centra");
        Visitor leading = service.inSession(leader);
        assertThat(leading.get("/scholengroep/" + group + "/ronde/" + round).status()).isEqualTo(200);
        Visitor director = service.inSession(directors.getFirst());
        for (String page : List.of("/centrum/" + centres.getFirst(), "/centrum/" + centres.getFirst() + "/vergelijking/" + round,
                "/resultaat/" + sent.getFirst())) {
            assertThat(director.get(page).status()).as(page).isEqualTo(200);
        }
        for (String file : List.of("/resultaat/" + sent.getFirst() + "/rapport.pdf",
                "/centrum/" + centres.getFirst() + "/vergelijking/" + round + "/rapport.pdf")) {
            assertThat(director.get(file).status()).as(file).isEqualTo(200);
        }
        assertThat(leading.get("/scholengroep/" + group + "/ronde/" + round + "/rapport.pdf").status()).isEqualTo(200);
        assertThat(poc.get(net + "/rapport.pdf").status()).isEqualTo(200);
        for (String file : List.of("centra.csv", "antwoorden.csv", "codeboek.csv", "uitvoer.xlsx")) {
            assertThat(poc.get("/uitvoer/" + round + "/" + file).status()).as(file).isEqualTo(200);
        }
    }

    @Test
    void anInstrumentWithoutAmbitionLeversAndPrioritiesIsComparedInWhatItAsks() throws Exception {
        ObjectNode definition = instrument();
        remove((ArrayNode) definition.get("blockQuestions"), Set.of("ambition", "levers", "bottlenecks"));
        remove((ArrayNode) definition.get("closing").get("questions"), Set.of("priorities"));
        ((ObjectNode) definition.get("closing").get("questions").get(0)).put("role", "other").put("required", false);
        play(definition, Map.of("stage.choice", List.of("kiem"), "motive.choice", List.of("choice")), Map.of());

        everyPageIsThere(false);

        assertThat(service
                .count("select count(*) from placed_block p join sent_scan s on s.id = p.sent_scan_id join scan n on n.id = s.scan_id"
                        + " where n.round_id = ? and p.ambition is null", round))
                .isEqualTo(15);
        String figures = service
                .texts("select figures from comparison_figures where school_group_id is null and round_id = '" + round + "'").getFirst();
        assertThat(StreamSupport.stream(JSON.readTree(figures).get("blocks").get(0).get("flows").spliterator(), false)
                .map(flow -> flow.has("to") && !flow.get("to").isNull())).containsExactly(false);
        Visitor poc = service.inSession(support);
        assertThat(poc.get("/vergelijking/" + round).text().toLowerCase()).doesNotContain("ambitie", "aanhouden", "hefbo", "knelpunt",
                "prioriteit",
                "inspirerende");
        assertThat(service.inSession(leader).get("/scholengroep/" + group + "/ronde/" + round).text().toLowerCase()).doesNotContain(
                "aanhouden", "ambitie:",
                "hefbo", "prioriteit");
        Visitor director = service.inSession(directors.getFirst());
        assertThat(director.get("/centrum/" + centres.getFirst() + "/vergelijking/" + round).document().select("main").text().toLowerCase())
                .doesNotContain("aanhouden", "ambitie:");
        assertThat(director.get("/resultaat/" + sent.getFirst()).document().select("main").text().toLowerCase()).doesNotContain("aanhouden",
                "ambitie:");
    }

    @Test
    void anAmbitionThatWasNotGivenIsNothing() throws Exception {
        ObjectNode definition = instrument();
        definition.get("blockQuestions")
                .forEach(question -> ((ObjectNode) question).put("required", question.get("id").asText().equals("stage")));
        definition.get("closing").get("questions").forEach(question -> ((ObjectNode) question).put("required", false));
        play(definition, Map.of("stage.choice", List.of("zaad")), Map.of());

        everyPageIsThere(true);

        Visitor.Page net = service.inSession(support).get("/vergelijking/" + round);
        assertThat(net.document().select("main").text()).contains("Ambities per stadium").doesNotContain("aanhouden");
        assertThat(service.texts("select figures from comparison_figures where school_group_id is null and round_id = '" + round + "'")
                .getFirst())
                .doesNotContain("\"to\": \"zaad\"", "\"to\":\"zaad\"");
    }

    @Test
    void aVersionThatCannotBeReadAnyMoreIsSaidOnItsCardAndOtherRoundsGoOn() {
        UUID centre = UUID.randomUUID();
        UUID director = person("Dina Directeur");
        service.change(
                "insert into questionnaire_version (questionnaire_id, version, content, registered_at) values (?, '0', '{\"oud\": true}', "
                        + "now())",
                "oud-" + unique);
        service.change("insert into centre (id, name) values (?, ?)", centre, "Oude tuin " + unique);
        service.change("insert into membership (person_id, centre_id, role) values (?, ?, 'director')", director, centre);
        service.openRound(round, "Oude ronde " + unique, new QuestionnaireKey("oud-" + unique, "0"));
        bean(RoundRepository.class).addCentre(round, centre);

        UUID readable = UUID.randomUUID();
        service.openRound(readable, "Nieuwe ronde " + unique, service.questionnaire().key());
        bean(RoundRepository.class).addCentre(readable, centre);

        Visitor visitor = service.inSession(director);
        Visitor.Page home = visitor.get("/centrum/" + centre);
        assertThat(home.status()).as(home.text()).isEqualTo(200);
        String card = home.document().select(".card:contains(Oude ronde)").text();
        assertThat(card).contains("versie 0").contains("kan deze Zelfscan niet meer lezen").doesNotContain("Nieuwe ronde");
        assertThat(visitor.submit(home.form("/zelfscan")).path()).as("the other round").endsWith("/inleiding");
        assertThat(visitor.get("/centrum/" + centre).status()).isEqualTo(200);
    }

    private <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }
}
