package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.campaign.Net;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What programs read: as it is described, with problems that they understand. */
class ApiIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static ExportScene scene;
    private static String token;

    private final TestService service = TestService.get();
    private final Visitor program = service.visitor();

    @BeforeAll
    static void send() {
        scene = new ExportScene();
        token = TokenIT.make(scene.poc, "leesprogramma");
    }

    private Page read(String path) {
        return program.get(path, "Authorization", "Bearer " + token);
    }

    private static JsonNode json(Page page) {
        try {
            return MAPPER.readTree(page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProgramGoesFromTheRoundsToEveryAnswerAndItsDefinition() {
        JsonNode rounds = json(read("/api/v1/rondes"));
        assertMatches("Rounds", rounds);
        JsonNode round = find(rounds.get("rounds"), Net.id(scene.round));
        assertThat(round.get("centres").asInt()).isEqualTo(2);
        assertThat(round.get("sent").asInt()).isEqualTo(1);

        JsonNode scans = json(read(round.get("scans").asText()));
        assertMatches("Scans", scans);
        assertThat(scans.get("total").asInt()).isEqualTo(1);
        assertThat(scans.get("next").isNull()).isTrue();
        JsonNode line = scans.get("scans").get(0);
        assertThat(line.at("/centre/name").asText()).isEqualTo(scene.centre.name());
        assertThat(line.at("/centre/schoolGroups")).hasSize(2);

        JsonNode scan = json(read(line.get("address").asText()));
        assertMatches("Scan", scan);
        assertThat(scan.at("/questionnaire/version").asText()).isEqualTo("2026");
        assertThat(scan.get("newest").asBoolean()).isTrue();
        assertThat(scan.get("answers"))
                .hasSize((int) service.count("select jsonb_array_length(content -> 'answers') from sent_scan where id = ?", scene.sent()));
        assertThat(scan.get("answers").findValuesAsText("note")).containsAll(ExportScene.NOTES.values());

        Page definition = read(scan.at("/questionnaire/address").asText());
        assertThat(ExportScene.text(definition))
                .isEqualTo(service.context().getBean(Instruments.class).definition(service.questionnaire().key()).orElseThrow().content());
        assertThat(definition.response().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    private static JsonNode find(JsonNode all, UUID id) {
        for (JsonNode one : all) {
            if (one.get("id").asText().equals(id.toString())) {
                return one;
            }
        }
        throw new AssertionError(id + " is not in " + all);
    }

    @Test
    void anEarlierSendingStaysAndSaysThatItIsNotTheNewest() {
        ExportScene again = new ExportScene();
        UUID first = again.sent();
        again.poc.post(again.round + "/centrum/" + again.centre.id() + "/heropening", Map.of("reason", List.of("Vergeten.")));
        Net.confirm(again.director, again.scan + "/verzending");

        assertThat(json(read("/api/v1/zelfscans/" + first)).get("newest").asBoolean()).isFalse();
        JsonNode scans = json(read("/api/v1/rondes/" + Net.id(again.round) + "/zelfscans")).get("scans");
        assertThat(scans).singleElement().satisfies(scan -> assertThat(scan.get("number").asInt()).isEqualTo(2));
    }

    @Test
    void manyScansComeInPagesAndNoneIsMissedOrReadTwice() {
        TestService.TestCentre third = service.centre("Centrum dat ook verzond");
        TestService.TestCentre fourth = service.centre("Centrum dat laatst verzond");
        String round = Net.open(scene.poc, Net.unique("ronde in bladzijden"), scene.centre, third, fourth);
        Net.send(scene.director, scene.centre, round);
        Net.send(service.inSession(third.director()), third, round);
        Net.send(service.inSession(fourth.director()), fourth, round);

        List<String> names = new ArrayList<>();
        String next = "/api/v1/rondes/" + Net.id(round) + "/zelfscans?aantal=2";
        for (int pages = 0; pages < 2; pages++) {
            JsonNode page = json(read(next));
            assertThat(page.get("total").asInt()).isEqualTo(3);
            page.get("scans").forEach(scan -> names.add(scan.at("/centre/name").asText()));
            next = page.get("next").asText();
        }
        assertThat(next).isEqualTo("null");
        assertThat(names).containsExactlyInAnyOrder(scene.centre.name(), third.name(), fourth.name());
    }

    @Test
    void aProblemIsJsonWithASentence() {
        assertProblem(read("/api/v1/zelfscans/" + UUID.randomUUID()), 404, "bestaat niet");
        assertProblem(read("/api/v1/rondes/" + UUID.randomUUID() + "/zelfscans"), 404, "Deze ronde bestaat niet");
        assertProblem(read("/api/v1/rondes/geen-sleutel/zelfscans"), 404, "bestaat niet");
        assertProblem(read("/api/v1/iets-anders"), 404, "bestaat niet");
        assertProblem(read("/api/v1/vragenlijsten/onbekend/1"), 404, "versie");
        for (String wrong : List.of("pagina=0", "aantal=501", "aantal=veel", "pagina=99999999999")) {
            assertProblem(read("/api/v1/rondes/" + Net.id(scene.round) + "/zelfscans?" + wrong), 422, "geheel getal van 1 tot");
        }
        Page nobody = program.get("/api/v1/rondes");
        assertProblem(nobody, 401, "vraagt een sleutel");
        assertThat(nobody.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Zelfscan\"");
        assertProblem(new TestNet().visitor(Actor.director).get("/api/v1/rondes"), 403, "niet bedoeld voor jouw rol");
        assertProblem(program.post("/api/v1/rondes", Map.of(), "Authorization", "Bearer " + token), 405, "zo");
    }

    static void assertProblem(Page page, int status, String sentence) {
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.response().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertMatches("Problem", json(page));
        assertThat(json(page).get("status").asInt()).isEqualTo(status);
        assertThat(json(page).get("detail").asText()).contains(sentence);
    }

    @Test
    void theDescriptionHasEveryAddressOfTheRouterAndNoOther() {
        Set<String> routes = service.context().getBean(Router.class).uriRoutes()
                .map(route -> route.getUriMatchTemplate().toPathString()).filter(path -> path.startsWith("/api/v1/"))
                .collect(Collectors.toSet());
        JsonNode paths = description().get("paths");
        Set<String> described = paths.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        String page = program.get("/api").text();

        assertThat(described).isNotEmpty().isEqualTo(routes);
        assertThat(paths).allSatisfy(path -> assertThat(path.properties()).singleElement()
                .satisfies(method -> assertThat(method.getKey()).isEqualTo("get")));
        assertThat(described).allSatisfy(path -> assertThat(page).contains(path));
    }

    private static JsonNode description() {
        Page page = TestService.get().visitor().get("/api/openapi.yaml");
        assertThat(page.response().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/yaml");
        return MAPPER.valueToTree(new Yaml().load(ExportScene.text(page)));
    }

    /** Whether JSON is as the description says; nothing in it may be undescribed either. */
    private static void assertMatches(String schema, JsonNode content) {
        ObjectNode described = MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        JsonNode components = description().get("components");
        components.get("schemas").forEach(one -> {
            if (one.has("properties")) {
                ((ObjectNode) one).put("additionalProperties", false);
            }
        });
        described.set("components", components);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(described).validate(content)).as(schema)
                .isEmpty();
    }
}
