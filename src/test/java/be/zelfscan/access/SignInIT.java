package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signing in by a link in a mail. */
class SignInIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum aan de deur");
    private final Visitor visitor = service.visitor();

    @Test
    void openingTheLinkChangesNothingAndUsingItWorksOnce() {
        String link = ask();
        for (int i = 0; i < 3; i++) {
            assertThat(service.visitor().get(link).status()).as("a mail scanner opens it").isEqualTo(200);
        }

        assertThat(visitor.submit(visitor.get(link).form("/link/")).path()).startsWith("/centrum");

        Page again = visitor.get(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("Deze link werkt niet meer").contains("Vraag een nieuwe link");
        assertThat(visitor.post(link, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void aLinkOfMoreThanTenMinutesOldDoesNotWork() {
        String link = ask();
        service.change(
                "update sign_in_link set expires_at = now() - interval '1 second' where person_id = (select id from person where email = "
                        + "?)",
                centre.director());

        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.post(link, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void anotherBrowserNeedsTheCodeOfTheMail() {
        String link = ask();
        Visitor other = service.visitor();

        Page asked = other.post(link, Map.of());
        assertThat(asked.status()).as("pressing the button is not enough").isEqualTo(422);
        assertThat(asked.text()).contains("code");
        Page wrong = other.submit(asked.form("/link/").set("code", "000000x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Deze code klopt niet");
        assertThat(other.submit(wrong.form("/link/").set("code", code())).path()).startsWith("/centrum");
    }

    @Test
    void aCodeMayBePastedWithWhateverStandsBetweenItsDigits() {
        String link = ask();
        String code = code();
        String pasted = "\u200B" + code.substring(0, 2) + "\u202F" + code.substring(2, 4) + "\u2013" + code.substring(4) + "\u00A0\n";

        assertThat(service.visitor().post(link, Map.of("code", List.of(pasted))).path()).startsWith("/centrum");
    }

    @Test
    void fiveWrongCodesEndTheLink() {
        String link = ask();
        Visitor other = service.visitor();
        for (int i = 0; i < 5; i++) {
            other.post(link, Map.of("code", List.of("nooit" + i)));
        }

        assertThat(other.post(link, Map.of("code", List.of(code()))).status()).isEqualTo(410);
    }

    @Test
    void whetherAnAddressIsKnownDoesNotShow() {
        String nobody = "niemand-" + UUID.randomUUID() + "@test.example";
        Page unknown = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", nobody));
        Page known = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", centre.director()));

        assertThat(unknown.path()).isEqualTo(known.path());
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(service.count("select count(*) from message where recipient = '" + nobody + "'")).isZero();
    }

    @Test
    void theAnswerDoesNotWaitForWhatIsDoneForWhoIsKnown() throws SQLException {
        try (Connection other = service.application(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table sign_in_link in exclusive mode");
            Page known = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", centre.director()));
            assertThat(known.path()).isEqualTo("/aanmelden/verstuurd");
            other.rollback();
        }

        assertThat(visitor.submit(visitor.get(visitor.signInLink(centre.director())).form("/link/")).path()).startsWith("/centrum");
    }

    @Test
    void somebodyGetsFiveMailsInTenMinutesHoweverManyAskAtOnce() {
        List<String> ways = List.of(centre.director(), centre.director().toUpperCase(Locale.ROOT), " " + centre.director());
        atOnce(12, i -> service.visitor().post("/aanmelden", Map.of("email", List.of(ways.get(i % ways.size())))));
        Await.until(Duration.ofSeconds(30), "twelve asks are counted",
                () -> 12 == service.count("select coalesce(sum(asks), 0) from sign_in_count where key = sha256(convert_to(?, 'UTF8'))",
                        "address:" + centre.director()));

        assertThat(service.count("select count(*) from message where recipient = ?", centre.director())).isEqualTo(5);
        service.change("update sign_in_count set counted_from = now() - interval '11 minutes' where key = sha256(convert_to(?, 'UTF8'))",
                "address:" + centre.director());
        ask();
        assertThat(service.count("select count(*) from message where recipient = ?", centre.director())).isEqualTo(6);
    }

    @Test
    void fromOnePlaceSixtyLinksAreAskedForInTenMinutesHoweverManyAtOnce() {
        String place = "198.51.100." + (1 + (int) (Math.abs(centre.id().getLeastSignificantBits()) % 200));
        List<Integer> answers = atOnce(70, i -> askFrom(i % 2 == 0 ? place : "203.0.113.9, " + place));

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(60);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(10);
        assertThat(askFrom(place).text()).contains("Wacht tien minuten");
        assertThat(askFrom(place + ", 203.0.113.77").status()).as("what a stranger wrote does not count").isEqualTo(200);
        assertThat(service.visitor().post("/aanmelden", Map.of("email", List.of("x@test.example"))).status()).isEqualTo(200);
    }

    private Page askFrom(String passed) {
        return service.visitor().post("/aanmelden", Map.of("email", List.of("niemand@test.example")), "X-Forwarded-For", passed);
    }

    @Test
    void fiveCodesAreJudgedHoweverManyComeAtOnce() {
        String link = ask();
        List<Integer> answers = atOnce(24, i -> service.visitor().post(link, Map.of("code", List.of("nooit" + i))));

        assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(answers.stream().filter(status -> status == 410)).hasSize(19);
        assertThat(service.visitor().post(link, Map.of("code", List.of(code()))).status()).isEqualTo(410);
    }

    /** The status of each answer. */
    private static List<Integer> atOnce(int times, IntFunction<Page> task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, times).mapToObj(i -> threads.submit(() -> task.apply(i).status())).toList();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            return answers.stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCookieThatSaysNoPageLeadsHome() {
        String link = ask();
        for (String broken : List.of("%", "%zz", "%2", "%2Fcentrum%", "a%00b")) {
            Page asked = service.visitor().get("/aanmelden/verstuurd", "Cookie", "zelfscan-naar=" + broken);
            assertThat(asked.status()).as(broken).isEqualTo(200);
            assertThat(asked.link("vraag een nieuwe link")).isEqualTo("/aanmelden");
        }
        visitor.withCookie("zelfscan-naar", "%");

        assertThat(visitor.submit(visitor.get(link).form("/link/")).path()).startsWith("/centrum");
    }

    @Test
    void theNightTakesAwayWhatHasEnded() {
        UUID person = UUID.fromString(service.texts("select id::text from person where email = '" + centre.director() + "'").getFirst());
        Visitor stays = service.signedIn(centre.director());
        service.change("insert into session (id, secret_hash, person_id, created_at, seen_at, ends_at)"
                + " values (gen_random_uuid(), sha256('oud'), ?, now() - interval '3 days', now() - interval '3 days', now() - interval "
                + "'2 days')",
                person);
        service.change("insert into sign_in_link (id, person_id, browser_hash, created_at, expires_at)"
                + " values (gen_random_uuid(), ?, sha256('oud'), now() - interval '3 days', now() - interval '2 days')", person);
        service.change(
                "insert into sign_in_count (key, counted_from, asks) values (sha256(convert_to(?, 'UTF8')), now() - interval '2 days', 3)",
                person.toString());
        service.context().getBeansOfType(RecurringJob.class).stream().filter(job -> job.name().equals("sign-in-pruning")).findFirst()
                .orElseThrow().run();

        assertThat(service.count("select count(*) from session where person_id = ? and ends_at < now()", person)).isZero();
        assertThat(service.count("select count(*) from sign_in_link where person_id = ? and created_at < now() - interval '1 day'", person))
                .isZero();
        assertThat(service.count("select count(*) from sign_in_count where counted_from < now() - interval '1 day'")).isZero();
        assertThat(stays.get("/centrum").path()).startsWith("/centrum/");
    }

    @Test
    void whatIsNoAddressIsAskedAgain() {
        Page refused = visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", "geen adres"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dit is geen e-mailadres");
        assertThat(refused.document().select("input[name=email]").attr("value")).isEqualTo("geen adres");
    }

    @Test
    void signingInLeadsToThePageThatOneWasHeadingFor() {
        String heading = "/centrum/" + centre.id() + "?gedaan=einde";
        Page asked = visitor.get(heading);
        assertThat(asked.path()).isEqualTo("/aanmelden");
        Page mistaken = visitor.submit(asked.form("/aanmelden").set("email", "geen adres"));
        Page sent = visitor.submit(mistaken.form("/aanmelden").set("email", centre.director()));
        assertThat(sent.link("vraag een nieuwe link")).contains("naar=");

        Page home = visitor.submit(visitor.get(visitor.signInLink(centre.director())).form("/link/"));

        assertThat(home.response().uri().toString()).endsWith(heading);
        assertThat(visitor.get("/aanmelden?naar=%2Fpostvak").path()).as("signed in already").isEqualTo("/postvak");
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String elsewhere : List.of("https://elders.example/", "//elders.example", "/\\elders.example", "/aanmelden/afmelding")) {
            Page asked = visitor
                    .submit(visitor.get("/aanmelden").form("/aanmelden").set("naar", elsewhere).set("email", centre.director()));
            assertThat(asked.path()).isEqualTo("/aanmelden/verstuurd");
            assertThat(asked.link("vraag een nieuwe link")).isEqualTo("/aanmelden");
        }
        String link = visitor.signInLink(centre.director());
        Page home = service.visitor().get("/aanmelden", "Cookie", "zelfscan-naar=%2F%2Felders.example");
        assertThat(home.status()).isEqualTo(200);
        assertThat(visitor.submit(visitor.get(link).form("/link/")).path()).startsWith("/centrum");
    }

    @Test
    void signingOutEndsTheSessionInTheBrowser() {
        Visitor director = service.signedIn(centre.director());
        director.submit(director.get("/centrum").form("/afmelding"));

        assertThat(director.get("/centrum").path()).isEqualTo("/aanmelden");
    }

    private String ask() {
        visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", centre.director()));
        return visitor.signInLink(centre.director());
    }

    private String code() {
        Matcher code = Pattern.compile("\\b(\\d{6})\\b")
                .matcher(visitor.newestMail(centre.director(), "aan te melden").document().select(".mail-text").text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
