package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A token of POC+: how it is made, what it can do, and everything that ends it. */
class TokenIT {
    private static final String ROUNDS = "/api/v1/rondes";

    private final TestService service = TestService.get();
    private final UUID person = service.supporterId();
    private final Visitor poc = service.inSession(person);
    private final Visitor program = service.visitor();

    /** Makes a token; returns its secret. */
    static String make(Visitor poc, String name) {
        Page made = poc.submit(poc.get("/uitvoer/sleutels").form("/uitvoer/sleutels").set("naam", name));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.document().select("#sleutel").attr("value");
    }

    private Page read(String token, String path) {
        return program.get(path, "Authorization", "Bearer " + token);
    }

    private void assertEnded(String token) {
        ApiIT.assertProblem(read(token, ROUNDS), 401, "sleutel die nog geldt");
    }

    @Test
    void itsSecretIsShownOnceAndKeptByNobody() {
        String token = make(poc, "jaarverslag");

        assertThat(token).matches("zelfscan_[\\w-]{43}");
        assertThat(poc.get("/uitvoer/sleutels").text()).contains("jaarverslag", "nog niet").doesNotContain(token);
        assertThat(service.count("select count(*) from api_token t where person_id = ? and t::text like '%' || ? || '%'", person, token))
                .isZero();
        assertThat(service.count("select count(*) from api_token where person_id = ? and secret_hash = sha256(convert_to(?, 'UTF8'))",
                person, token)).isOne();
        assertThat(read(token, ROUNDS).status()).isEqualTo(200);
        assertThat(poc.get("/uitvoer/sleutels").text()).doesNotContain("nog niet");
        assertThat(service.count("select count(*) from activity_log where action = 'token_made' and person_id = ?", person)).isOne();
    }

    @Test
    void revokingEndsItAtOnceAndIsNoted() {
        String token = make(poc, "even");
        assertThat(read(token, ROUNDS).status()).isEqualTo(200);
        Page asked = poc.get(poc.get("/uitvoer/sleutels").link("Intrekken: even"));
        assertThat(asked.text()).contains("De sleutel ‘even’ intrekken?", "Laatst gebruikt", "kan je niet terughalen", "Toch niet");
        assertThat(read(token, ROUNDS).status()).as("asking ends nothing").isEqualTo(200);
        poc.submit(asked.form("/intrekking"));
        assertThat(poc.get(asked.path()).status()).isEqualTo(404);

        assertEnded(token);
        assertThat(poc.get("/uitvoer/sleutels").text()).contains("Je hebt nu geen sleutel");
        assertThat(service.count("select count(*) from activity_log where action = 'token_revoked' and person_id = ?", person)).isOne();
    }

    @Test
    void itEndsByItsDate() {
        String token = make(poc, "verlopen");
        service.change(
                "update api_token set created_at = now() - interval '2 days', ends_at = now() - interval '1 second' where person_id = ?",
                person);

        assertEnded(token);
    }

    @Test
    void itReadsForProgramsOnlyAndChangesNothing() {
        String token = make(poc, "alleen lezen");

        assertThat(read(token, "/rondes").path()).isEqualTo("/aanmelden");
        assertThat(read(token, "/uitvoer/sleutels").path()).isEqualTo("/aanmelden");
        Page made = program.post("/uitvoer/sleutels", Map.of("naam", List.of("nog een"), "einde", List.of(Net.today().toString())),
                "Authorization", "Bearer " + token);
        assertThat(made.status()).isEqualTo(401);
        assertThat(service.count("select count(*) from api_token where person_id = ?", person)).isOne();
    }

    @Test
    void whatMeasuresTheServiceReadsWithIt() {
        Page read = read(make(poc, "meten"), "/prometheus");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).contains("jvm_memory_used_bytes");
        ApiIT.assertProblem(read("zelfscan_verzonnen", "/prometheus"), 401, "sleutel");
        ApiIT.assertProblem(program.get("/prometheus"), 401, "sleutel");
    }

    @Test
    void aTokenThatDoesNotHoldIsNotSavedByACookie() {
        assertThat(poc.get(ROUNDS).status()).isEqualTo(200);
        ApiIT.assertProblem(poc.get(ROUNDS, "Authorization", "Bearer zelfscan_verzonnen"), 401, "sleutel");
        ApiIT.assertProblem(poc.get(ROUNDS, "Authorization", "Basic cG9jOnBvYw=="), 401, "sleutel");
    }

    @Test
    void whoLeavesTheSupportTeamLeavesNoTokenBehindNotEvenForAReturn() {
        Visitor other = service.inSession(service.supporterId());
        String token = make(poc, "vertrekt");
        Page left = other.submit(other.get("/organisatie/persoon/" + person).form("/organisatie/persoon/" + person).set("rol"));
        assertThat(service.count("select count(*) from support_member where person_id = ?", person)).as(left.text()).isZero();

        assertEnded(token);
        service.change("insert into support_member (person_id) values (?)", person);
        assertEnded(token);
    }

    @Test
    void whoEndsLeavesNoTokenBehind() {
        String token = make(poc, "eindigt");
        service.inSession(service.supporterId()).post("/organisatie/persoon/" + person + "/einde", Map.of());

        assertEnded(token);
        assertThat(service.count("select count(*) from api_token where person_id = ?", person)).isZero();
    }

    @Test
    void whoIsRemovedLeavesNoTokenBehind() {
        String token = make(poc, "naam van iemand");
        service.inSession(service.supporterId()).post("/organisatie/mensen/" + person + "/verwijdering", Map.of());

        assertEnded(token);
        assertThat(service.count("select count(*) from person where id = ? and removed_at is not null", person)).isOne();
        assertThat(service.count("select count(*) from api_token where person_id = ?", person)).isZero();
    }

    @Test
    void nobodySeesOrRevokesTheTokenOfSomebodyElse() {
        String token = make(poc, "van mij alleen");
        Visitor other = service.inSession(service.supporterId());
        String id = service.texts("select id::text from api_token where person_id = '" + person + "'").getFirst();

        assertThat(other.get("/uitvoer/sleutels").text()).doesNotContain("van mij alleen");
        assertThat(other.post("/uitvoer/sleutels/" + id + "/intrekking", Map.of()).status()).isEqualTo(404);
        assertThat(read(token, ROUNDS).status()).isEqualTo(200);
    }

    @Test
    void itIsUsedSoOftenAMinuteAndThenWaits() {
        String token = make(poc, "gulzig");
        service.change("update api_token set uses = 599, counted_from = now() where person_id = ?", person);

        assertThat(read(token, ROUNDS).status()).isEqualTo(200);
        Page tooMany = read(token, ROUNDS);
        ApiIT.assertProblem(tooMany, 429, "meer dan 600 keer");
        assertThat(tooMany.response().headers().firstValue("Retry-After")).hasValue("60");
        service.change("update api_token set counted_from = now() - interval '2 minutes' where person_id = ?", person);
        assertThat(read(token, ROUNDS).status()).isEqualTo(200);
    }

    @Test
    void thereAreTwentyHoweverManyAreMadeAtOnce() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                Map<String, List<String>> fields = Map.of("naam", List.of("sleutel " + i), "einde", List.of(Net.today().toString()));
                threads.execute(() -> poc.post("/uitvoer/sleutels", fields));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(service.count("select count(*) from api_token where person_id = ?", person)).isEqualTo(20);
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldAndStaysFilledIn() {
        make(poc, "Dubbel");
        assertRefused("", Net.today().toString(), "#naam", "Geef de sleutel een naam");
        assertRefused("dubbel", Net.today().toString(), "#naam", "al een sleutel met de naam ‘dubbel’");
        assertRefused("n".repeat(101), Net.today().toString(), "#naam", "plaats voor 100 tekens");
        assertRefused("nieuw", "", "#einde", "Vul in tot wanneer");
        assertRefused("nieuw", "ooit", "#einde", "‘ooit’ kan niet als laatste dag");
        assertRefused("nieuw", Net.today().minusDays(1).toString(), "#einde", "kan niet als laatste dag");
        assertRefused("nieuw", Net.today().plusYears(1).plusDays(1).toString(), "#einde", "van vandaag tot en met");
        assertThat(service.count("select count(*) from api_token where person_id = ?", person)).isOne();
    }

    private void assertRefused(String name, String lastDay, String field, String sentence) {
        Page refused = poc.post("/uitvoer/sleutels", Map.of("naam", List.of(name), "einde", List.of(lastDay)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("a[href=" + field + "]").text()).contains(sentence);
        assertThat(refused.document().select("#naam").attr("value")).isEqualTo(name);
        assertThat(refused.document().select("#einde").attr("value")).isEqualTo(lastDay);
    }

    @Test
    void itReadsAsItsPersonAndTheDatabaseKnowsWho() {
        TestNet net = new TestNet();
        String token = make(service.inSession(net.person(Actor.support)), "als persoon");

        assertThat(read(token, "/api/v1/zelfscans/" + net.sent).status()).isEqualTo(200);
        service.change("delete from support_member where person_id = ?", net.person(Actor.support));
        assertEnded(token);
    }
}
