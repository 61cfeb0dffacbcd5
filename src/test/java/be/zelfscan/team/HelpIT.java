package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Help on the way: proposed by a centre, kept by POC+, read by everybody where it helps. */
class HelpIT {
    private static final String BLOCK = "behartiger";
    private static final String QUESTIONNAIRE = "poolster-clb";
    private static final String LINK = "https://voorbeeld.example/wegwijzer?deel=1";

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final String title = "Wegwijzer " + UUID.randomUUID().toString().substring(0, 8);
    private final String ofCentre = "/centrum/" + net.centre + "/hulp/" + QUESTIONNAIRE;
    private final Visitor member = net.visitor(Actor.member);
    private final Visitor support = net.visitor(Actor.support);
    private final Visitor other = net.visitor(Actor.director_of_another_centre);

    @Test
    void aProposalIsSeenByItsCentreAndPocUntilItIsTakenOverAndThenByEverybodyWhereItHelps() {
        Page asked = member.get("/zelfscan/" + net.scan + "/deel/" + BLOCK);
        Page form = member.get(asked.document().select("#q-ambition a[href*=/hulp/]").attr("href"));
        assertThat(form.document().select("#deel option[selected]").attr("value")).isEqualTo(BLOCK);
        Form filled = form.form("/hulp/" + QUESTIONNAIRE).set("titel", title).set("tekst", "Helpt om te beginnen.").set("link", LINK)
                .set("stap", "systematisch").set("soort", "practice");
        assertThat(member.submit(filled).text()).contains("POC+ bekijkt jullie voorstel", title, "wacht op POC+");
        assertThat(member.submit(filled).document().select(".proposal:contains(" + title + ")")).as("posted twice").hasSize(1);
        assertThat(net.visitor(Actor.director).get(ofCentre).text()).contains(title);
        assertThat(help(member, net.scan)).as("as long as nobody decided").doesNotContain(title);
        assertThat(other.get("/centrum/" + net.otherCentre + "/hulp/" + QUESTIONNAIRE).text()).doesNotContain(title);

        String address = support.get("/hulp?vragenlijst=" + QUESTIONNAIRE).document().select("a:contains(" + title + ")").attr("href");
        Page decision = support.get(address);
        assertThat(decision.text()).contains("Voorgesteld door member van Centrum Een");
        Page refused = support.submit(decision.form(address).set("stand", "declined"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Schrijf in een zin waarom niet");
        assertThat(support.submit(decision.form(address).set("stand", "shown").set("antwoord", "Dank, heel bruikbaar.")).text())
                .contains("Het is bewaard.");

        assertThat(member.get(ofCentre).text()).contains("POC+ antwoordt: Dank, heel bruikbaar.", "wordt getoond");
        assertThat(help(other, scanOfOther())).contains(title, "Helpt om te beginnen.", "praktijk, op weg naar ‘systematisch’",
                LINK.substring("https://".length())).doesNotContain("Centrum Een");
        Page result = net.visitor(Actor.leader).get("/resultaat/" + net.sent);
        assertThat(result.document().select("#" + BLOCK + " .help").text()).contains(title);
        assertThat(result.document().select("a[href*=/hulp/]")).as("who leads a school group proposes nothing").isEmpty();
        assertThat(solid(member.get("/resultaat/" + net.sent + "/rapport.pdf"))).contains(solid(title), LINK);
        assertThat(service.texts("select action || detail from activity_log where subject_id = '"
                + address.substring(address.lastIndexOf('/') + 1) + "' order by id")).hasSize(2).allMatch(line -> !line.contains(title));
    }

    @Test
    void whatHelpsTowardsTheChosenStageStandsFirstAndWhatHelpsElsewhereNotInTheReport() {
        add(title + " A", "planmatig");
        add(title + " B", "");
        add(title + " C", SampleForms.all().get(BLOCK).get("ambition.choice").getFirst());
        Page saved = member.post("/zelfscan/" + net.scan + "/deel/" + BLOCK,
                Map.of("stage.choice", List.of("geintegreerd"), "stage.revision", List.of("0"), "ambition.choice", List.of("systematisch"),
                        "ambition.revision", List.of("0"), "go", List.of("stay")));
        List<String> titles = saved.document().select("#q-ambition .help strong").eachText().stream()
                .filter(one -> one.startsWith(title)).toList();
        assertThat(titles).containsExactly(title + " C", title + " B", title + " A");
        Page swapped = member.post("/zelfscan/" + net.scan + "/deel/" + BLOCK,
                Map.of("stage.choice", List.of("planmatig"), "stage.revision", List.of("1")), "HX-Request", "true");
        assertThat(swapped.document().select("#q-ambition .help").text()).as("asked anew by the stage").contains(title);
        assertThat(solid(member.get("/resultaat/" + net.sent + "/rapport.pdf"))).contains(solid(title + " B"), solid(title + " C"))
                .doesNotContain(solid(title + " A"));
        assertThat(member.get("/zelfscan/" + net.scan + "/deel/slotvragen").document().select("[href*=/hulp/]")).isEmpty();
    }

    @Test
    void whatIsChangedWhileOthersChangeAndReadIsSeenAtOnce() throws Exception {
        List<Callable<Void>> people = Stream.of(" A", " B", " C", " D").<Callable<Void>>map(name -> () -> {
            String address = "/hulp/" + add(title + name, "");
            Visitor changing = net.visitor(Actor.support);
            Visitor reading = net.visitor(Actor.member);
            for (int turn = 1; turn <= 15; turn++) {
                String changed = title + name + turn;
                changing.submit(changing.get(address).form(address).set("titel", changed));
                assertThat(help(reading, net.scan)).contains(changed);
            }
            return null;
        }).toList();
        try (ExecutorService beside = Executors.newFixedThreadPool(people.size())) {
            for (Future<Void> done : beside.invokeAll(people)) {
                done.get();
            }
        }
    }

    @Test
    void whatIsNotRightIsSaidAndWhatWasTypedStays() {
        for (String link : List.of("http://voorbeeld.example", "voorbeeld.example", "javascript:alert(1)", "https://",
                "https://localhost/x",
                "https://naam:geheim@voorbeeld.example/", "https://voorbeeld.example/\"><script>", "https://voor beeld.example")) {
            Page page = member.post(ofCentre, Map.of("deel", List.of(BLOCK), "soort", List.of("material"), "titel", List.of(title),
                    "link", List.of(link)));
            assertThat(page.status()).as(link).isEqualTo(422);
            assertThat(page.document().select("#link-problem").text()).as(link).contains("https://");
            assertThat(page.document().select("#titel").val()).isEqualTo(title);
        }
        Page page = member.post(ofCentre, Map.of("deel", List.of("verzonnen"), "soort", List.of("x"), "stap", List.of("fragmentair"),
                "titel", List.of("x".repeat(121)), "tekst", List.of("y".repeat(501))));
        assertThat(page.document().select(".problem")).hasSize(5);
        assertThat(member.get("/centrum/" + net.centre + "/hulp/verzonnen").status()).isEqualTo(404);
        assertThat(service.count("select count(*) from help where title = ?", title)).isZero();
    }

    @Test
    void aCentreTakesBackWhatNobodyDecidedAboutAndNothingElse() {
        UUID proposed = net.proposedHelp();
        String taking = ofCentre + "/" + proposed + "/intrekking";
        assertThat(other.post("/centrum/" + net.otherCentre + "/hulp/" + QUESTIONNAIRE + "/" + proposed + "/intrekking", Map.of()).status())
                .isEqualTo(409);
        assertThat(other.post(taking, Map.of()).status()).as("of a centre that is not theirs").isIn(403, 404);
        assertThat(member.submit(member.get(ofCentre).form("/intrekking")).text()).contains("Het voorstel is ingetrokken.");
        assertThat(member.post(taking, Map.of()).status()).isEqualTo(409);
        UUID shown = add(title, "");
        assertThat(member.post(ofCentre + "/" + shown + "/intrekking", Map.of()).status()).isEqualTo(409);
        assertThat(service.count("select count(*) from help where id = ?", shown)).isOne();
    }

    @Test
    void pocChangesWithdrawsAndErasesAndNobodySavesOverSomebodyElse() {
        UUID id = add(title, "");
        String address = "/hulp/" + id;
        Form first = support.get(address).form(address).set("tekst", "Van Pia.");
        Form second = support.get(address).form(address).set("tekst", "Van Pol.");
        assertThat(support.submit(first).status()).isEqualTo(200);
        Page overtaken = support.submit(second);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.document().select(".overtaken").text()).contains("Van Pia.", "Van Pol.");
        assertThat(support.post(address + "/verwijdering", Map.of("zeker", List.of("ja"))).status()).as("while it is shown").isEqualTo(409);
        support.submit(overtaken.form(address).set("stand", "withdrawn"));
        assertThat(help(member, net.scan)).doesNotContain(title);
        Page question = support.submit(support.get(address).form("/verwijdering"));
        assertThat(question.text()).contains("Dit wissen?", title);
        assertThat(support.submit(question.form("/verwijdering")).text()).contains("Het is gewist.");
        assertThat(support.get(address).status()).isEqualTo(404);
    }

    @Test
    @ResourceLock("the reports of a round") // which go when a name in help does
    void whoWasRemovedIsNamedInNoHelp() {
        UUID director = net.person(Actor.director);
        String name = "Wilma Weg-" + director;
        service.change("update person set name = ? where id = ?", name, director);
        UUID id = add("Bel " + name.toUpperCase(java.util.Locale.ROOT), "");
        service.change("update help set text = ?, link = ? where id = ?", "Of mail " + director + "@test.example!",
                "https://voorbeeld.example/?wie=" + director + "@test.example", id);
        assertThat(help(member, net.scan)).contains(name.toUpperCase(java.util.Locale.ROOT));
        support.post("/organisatie/mensen/" + director + "/verwijdering", Map.of());
        assertThat(help(member, net.scan)).as("at once").doesNotContain(name.toUpperCase(java.util.Locale.ROOT));
        String pseudonym = "Verwijderd persoon " + director.toString().substring(32);
        assertThat(service.texts("select title || '|' || text || '|' || link from help where id = '" + id + "'"))
                .containsExactly("Bel " + pseudonym + "|Of mail " + pseudonym + "!|");
    }

    private UUID add(String called, String stage) {
        assertThat(support.submit(support.get("/hulp/nieuw?vragenlijst=" + QUESTIONNAIRE + "&deel=" + BLOCK).form("/hulp")
                .set("titel", called).set("stap", stage)).text()).contains("Het staat nu bij de hulp.", called);
        return UUID.fromString(service.texts("select id::text from help where title = '" + called + "'").getFirst());
    }

    private UUID scanOfOther() {
        return UUID.fromString(service.texts("select id::text from scan where centre_id = '" + net.otherCentre + "'").getFirst());
    }

    private static String help(Visitor visitor, UUID scan) {
        return visitor.get("/zelfscan/" + scan + "/deel/" + BLOCK).document().select("#q-ambition .help").text();
    }

    private static String solid(Page report) {
        return solid(PdfReader.body(report.body()));
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
