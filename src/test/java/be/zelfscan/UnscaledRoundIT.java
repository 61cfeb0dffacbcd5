package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Await;
import be.zelfscan.support.Respondent;
import be.zelfscan.support.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A round of an instrument that places nothing, open and closed, for everybody who has to do with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnscaledRoundIT {
    private static final String INSTRUMENT = "labo-voorwaarden/2026";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String NO_COMPARISON = "schaalt geen voorwaarden in; er is dus geen vergelijking";

    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(service.supporterId());
    private final TestCentre one = service.centre("Centrum zonder schaal");
    private final TestCentre other = service.centre("Centrum ernaast");
    private final UUID group = Net.schoolGroup("Scholengroep zonder schaal", one, other);
    private final String leaderEmail = Net.leader(group);
    private final Visitor leader = service.inSession(person(leaderEmail));
    private final Visitor director = service.inSession(person(one.director()));
    private final Visitor director2 = service.inSession(person(other.director()));
    private final String round = open();
    private final UUID roundId = Net.id(round);
    private final Respondent respondent = new Respondent();
    private final String result = send(director, one, respondent);
    private final String result2 = send(director2, other, new Respondent());
    private boolean closed;

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }

    private String open() {
        String address = poc.submit(Net.plan(poc, Net.unique("Ronde zonder schaal"), one, other).set("questionnaire", INSTRUMENT)).path();
        Net.confirm(poc, address + "/opening");
        return address;
    }

    private String send(Visitor visitor, TestCentre centre, Respondent by) {
        String scan = Net.start(visitor, centre, round);
        by.answerWithoutScript(visitor, visitor.get(scan + "/inleiding").link("Naar de vragen"));
        return "/resultaat/" + Net.sent(Net.confirm(visitor, scan + "/verzending"));
    }

    private void close() {
        if (!closed) {
            assertThat(poc.get(round + "/afsluiting").text()).doesNotContain("De vergelijking wordt gemaakt");
            Net.confirm(poc, round + "/afsluiting");
            Await.until(LONGEST, "the closing", () -> service.count("select count(*) from comparison where round_id = ?", roundId) == 1);
            closed = true;
        }
    }

    private Visitor.Page assertShown(Visitor visitor, String address) {
        Visitor.Page page = visitor.get(address);
        assertThat(page.status()).as(address + ": " + page.text()).isEqualTo(200);
        if (visitor != poc || address.equals(round) || address.equals(result)) { // else labels and rounds of other tests stand there too
            assertThat(page.text()).as(address).doesNotContain("null");
        }
        assertThat(page.document().select("table:not(:has(tbody tr))")).as("an empty table on " + address).isEmpty();
        assertThat(page.document().select("svg[viewBox]:has(title:contains(atagrafiek))")).as("a chart on " + address).isEmpty();
        return page;
    }

    private static void assertNothingToCompare(Visitor visitor, String address) {
        Visitor.Page page = visitor.get(address);
        assertThat(page.status()).as(address + ": " + page.text()).isEqualTo(404);
        assertThat(page.text()).as(address).contains(NO_COMPARISON);
    }

    private static List<String> links(Visitor.Page page) {
        return page.document().select("main a").eachAttr("href");
    }

    private List<String> comparisons() {
        return List.of("/vergelijking/" + roundId, "/vergelijking/" + roundId + "/centra", "/vergelijking/" + roundId + "/scholengroepen",
                "/vergelijking/" + roundId + "/tegenover?een=" + one.id() + "&ander=" + other.id(),
                "/vergelijking/" + roundId + "/rapport.pdf");
    }

    private void assertWalk() {
        comparisons().forEach(address -> assertNothingToCompare(poc, address));
        assertNothingToCompare(director, "/centrum/" + one.id() + "/vergelijking/" + roundId);
        assertNothingToCompare(director, "/centrum/" + one.id() + "/vergelijking/" + roundId + "/rapport.pdf");
        assertNothingToCompare(leader, "/scholengroep/" + group + "/ronde/" + roundId);
        assertNothingToCompare(leader, "/scholengroep/" + group + "/ronde/" + roundId + "/rapport.pdf");
        assertNothingToCompare(poc, "/scholengroep/" + group + "/ronde/" + roundId);

        Visitor.Page inspiration = poc.get("/vergelijking/" + roundId + "/inspiratie");
        assertThat(inspiration.status()).isEqualTo(404);
        assertThat(inspiration.text()).contains("er is dus niemand aan elkaar voor te stellen");

        assertThat(links(assertShown(poc, "/vergelijking"))).contains("/vergelijking/" + roundId + "/toelichtingen")
                .doesNotContain("/vergelijking/" + roundId);
        Visitor.Page notes = assertShown(poc, "/vergelijking/" + roundId + "/toelichtingen");
        assertThat(links(notes)).doesNotContain("/vergelijking/" + roundId, "/vergelijking/" + roundId + "/centra",
                "/vergelijking/" + roundId + "/inspiratie");
        assertShown(poc, "/vergelijking/" + roundId + "/toelichtingen?zoek=nummer");
        assertShown(poc, "/vergelijking/" + roundId + "/toelichtingen/labels");
        assertShown(poc, "/rapporten/" + roundId);
        assertShown(poc, "/rondes");
        assertShown(poc, round);
        assertShown(poc, result);
        assertShown(poc, "/uitvoer");

        Visitor.Page own = assertShown(director, result);
        assertThat(links(own)).noneMatch(link -> link.contains("vergelijking"));
        assertThat(links(assertShown(director, "/centrum/" + one.id()))).noneMatch(link -> link.contains("/vergelijking/" + roundId));
        assertShown(director, "/centrum/" + one.id() + "/openstelling");

        assertThat(links(assertShown(leader, "/scholengroep/" + group))).contains(result, result2)
                .noneMatch(link -> link.contains("/ronde/" + roundId));
        assertShown(leader, result);
        assertThat(leader.get(result + "/datagrafiek.svg").status()).isEqualTo(404);
    }

    @Test
    void openAndClosedEveryAddressShowsAPageThatMakesSense() {
        assertWalk();
        close();
        assertWalk();
    }

    @Test
    void closingFixesWhatWasSentAndTellsEverybodyWithoutAComparison() {
        close();
        assertThat(service.count("select count(*) from comparison_centre where round_id = ? and sent_scan_id is not null", roundId))
                .isEqualTo(2);
        for (String to : List.of(one.director(), leaderEmail)) {
            Visitor.Page mail = service.visitor().newestMail(to, "afgesloten");
            assertThat(mail.text()).doesNotContain("bijlage").doesNotContain("datagrafiek").doesNotContain("vergelijking")
                    .contains("afgesloten");
        }
        assertThat(service.count(
                "select count(*) from message where round_id = ? and kind = 'round-closed' and state in ('failed', 'withdrawn')",
                roundId)).isZero();
    }

    @Test
    void theReportsOfTheRoundAreThoseOfItsCentres() throws IOException {
        close();
        poc.post("/rapporten/" + roundId + "/opdracht", Map.of());
        Await.until(LONGEST, "all reports", () -> poc.get("/rapporten/" + roundId + "/rapporten.zip").status() == 200);
        Visitor.Page page = assertShown(poc, "/rapporten/" + roundId);
        assertThat(page.text()).contains("Alle 2 rapporten zijn klaar").doesNotContain("Het net in beeld");

        List<String> names = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(poc.get("/rapporten/" + roundId + "/rapporten.zip").body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                texts.append(Respondent.squeezed(PdfReader.text(zip.readAllBytes())));
            }
        }
        assertThat(names).hasSize(2).allMatch(name -> name.startsWith("centra/"));
        respondent.recognisable().forEach(text -> assertThat(texts).contains(text));
    }

    @Test
    void twoCentresCanOpenTheirAnswersToEachOther() {
        close();
        String openings = "/centrum/" + one.id() + "/openstelling";
        Visitor.Form offer = director.get(openings).form(openings);
        director.submit(director.submit(offer.set("centrum", offerOf(director.get(openings))).set("toelichtingen", "ja")).form(openings));
        String theirs = "/centrum/" + other.id() + "/openstelling";
        director2.submit(director2.submit(director2.get(theirs).form("/aanvaarding").set("toelichtingen", "ja")).form("/aanvaarding"));

        Visitor.Page opposite = director.get("/centrum/" + one.id() + "/tegenover/" + other.id() + "/" + roundId);
        assertThat(opposite.status()).as(opposite.text()).isEqualTo(200);
        assertThat(opposite.text()).contains(one.name(), other.name()).doesNotContain("stadium").doesNotContain("datagrafieken");
    }

    private String offerOf(Visitor.Page page) {
        return page.document().select("select#centrum option").stream().filter(option -> option.text().equals(other.name())).findFirst()
                .orElseThrow().attr("value");
    }

    @Test
    void whatWasNotAskedIsSaidInTheSheetOfCentres() throws IOException {
        String csv = new String(poc.get("/uitvoer/" + roundId + "/centra.csv").body(), StandardCharsets.UTF_8).substring(1);
        List<CSVRecord> rows = CSVParser.parse(csv, CSVFormat.RFC4180.builder().setDelimiter(csv.contains(";") ? ';' : ',').setHeader()
                .setSkipHeaderRecord(true).get()).getRecords();
        Map<String, String> row = rows.stream().filter(one -> one.get("centrum").equals(this.one.name())).findFirst().orElseThrow().toMap();

        assertThat(row.values()).contains("n.v.t.");
        row.forEach((column, value) -> assertThat(value).as(column).isNotNull());
        String codebook = new String(poc.get("/uitvoer/" + roundId + "/codeboek.csv").body(), StandardCharsets.UTF_8);
        assertThat(codebook).contains("anders staat er ‘n.v.t.’", "staat ‘n.v.t.’ waar een vraag niet gesteld werd");
    }
}
