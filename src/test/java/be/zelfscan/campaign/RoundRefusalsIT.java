package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be done with a round is refused with a sentence, and changes nothing. */
class RoundRefusalsIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre centre = service.centre("Centrum dat meedoet");
    private final String title = Net.unique("ronde");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title            |            | Geef de ronde een titel
            questionnaire    | niets/1    | niet gepubliceerd
            opensOn          | 31/2/2026  | geen bestaande datum
            opensOn          | 2098-01-01 | valt na de laatste dag
            closesOn         |            | Vul de laatste dag in
            closesOn         | 2020-01-01 | is al voorbij
            minimumGroupSize | 2          | van 3 tot 1.000
            minimumGroupSize | veel       | van 3 tot 1.000
            reminderDays     | 14, morgen | hoogstens tien getallen
            noteRetentionYears | 0        | van 1 tot 50
            centre           | geen       | Kies minstens één centrum""")
    void aFieldThatIsWrongIsRefusedAndEverythingTypedComesBack(String field, String value, String sentence) {
        Form form = Net.plan(poc, title, centre).set(field, value == null ? "" : value);
        Page refused = poc.submit(form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(sentence).contains("wat je invulde, staat er nog");
        Form back = refused.form("/rondes");
        if (!field.equals("title")) {
            assertThat(back.get("title")).containsExactly(title);
        }
        if (!field.equals("questionnaire") && !field.equals("centre")) {
            assertThat(back.get(field)).containsExactly(value == null ? "" : value);
            assertThat(refused.document().getElementById(field).attr("aria-invalid")).isEqualTo("true");
        }
        assertThat(rounds(title)).isZero();
    }

    @Test
    void aTitleThatIsTooLongOrTakenIsRefused() {
        assertThat(poc.submit(Net.plan(poc, "a".repeat(201), centre)).text()).contains("telt 201 tekens; er is plaats voor 200");
        Net.draft(poc, title, centre);
        Page taken = poc.submit(Net.plan(poc, title.toUpperCase(Locale.ROOT), centre));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("Er is al een ronde met de titel");
        assertThat(rounds(title)).isEqualTo(1);
    }

    @Test
    void ofRoundsThatAreMadeOrRenamedAtOnceOneGetsTheTitle() throws InterruptedException {
        onlyOneGetsTheTitle(Stream.generate(() -> Net.plan(poc, title, centre)).limit(6).toList());
        assertThat(rounds(title)).isEqualTo(1);
        String other = Net.unique("andere titel");
        onlyOneGetsTheTitle(Stream.generate(() -> poc.get(Net.draft(poc, Net.unique("ronde"), centre) + "/gegevens").form("/gegevens")
                .set("title", other)).limit(6).toList());
        assertThat(rounds(other)).isEqualTo(1);
    }

    private void onlyOneGetsTheTitle(List<Form> forms) throws InterruptedException {
        try (ExecutorService people = Executors.newFixedThreadPool(forms.size())) {
            List<Page> pages = people.invokeAll(forms.stream().<Callable<Page>>map(form -> () -> poc.submit(form)).toList()).stream()
                    .map(Future::resultNow).toList();
            assertThat(pages).extracting(Page::status).containsOnlyOnce(200).contains(422).containsOnly(200, 422);
            assertThat(pages).filteredOn(page -> page.status() == 422)
                    .allSatisfy(page -> assertThat(page.text()).contains("Er is al een ronde met de titel"));
        }
    }

    @Test
    void theDatabaseKeepsTheTitlesOfRoundsApart() {
        Net.draft(poc, title, centre);
        String other = Net.draft(poc, Net.unique("ronde"), centre);
        assertThatThrownBy(() -> service.change("update round set title = ? where id = ?", title.toUpperCase(Locale.ROOT), Net.id(other)))
                .hasStackTraceContaining("round_looks_the_same");
    }

    @Test
    void aRoundIsOpenedOnce() {
        String round = Net.open(poc, title, centre);
        refused(poc.post(round + "/opening", Map.of()), 409, "is al geopend");
        assertThat(Net.messages(round, "invitation", centre.director())).isEqualTo(1);
    }

    @Test
    void aRoundOfWhichTheLastDayWentByOrWithoutCentresIsNotOpened() {
        String past = Net.draft(poc, title, centre);
        service.change("update round set opens_on = date '2020-01-01', closes_on = date '2020-02-01' where id = ?", Net.id(past));
        refused(poc.post(past + "/opening", Map.of()), 422, "1 februari 2020, is al voorbij");
        String empty = Net.draft(poc, Net.unique("leeg"), centre);
        service.change("delete from round_centre where round_id = ?", Net.id(empty));
        refused(poc.post(empty + "/opening", Map.of()), 422, "nog geen centra");
        assertThat(service.count("select count(*) from round where id in (?, ?) and state = 'draft'", Net.id(past), Net.id(empty)))
                .isEqualTo(2);
    }

    @Test
    void aRoundIsClosedOnceAndOnlyAfterItWasOpened() {
        String round = Net.draft(poc, title, centre);
        refused(poc.post(round + "/afsluiting", Map.of()), 409, "nog niet geopend");
        Net.confirm(poc, round + "/opening");
        Net.confirm(poc, round + "/afsluiting");
        refused(poc.post(round + "/afsluiting", Map.of()), 409, "is al afgesloten");
        assertThat(Net.messages(round, "round-closed", centre.director())).isEqualTo(1);
        refused(poc.post(round + "/opening", Map.of()), 409, "is al geopend");
        refused(poc.post(round + "/verlenging", Map.of("closesOn", List.of("2099-01-01"))), 409, "Alleen een open ronde");
        refused(poc.post(round + "/herinnering", Map.of("centre", List.of(centre.id().toString()))), 409, "zolang een ronde open is");
        refused(poc.post(round + "/centra", Map.of("centre", List.of(centre.id().toString()))), 409, "Alleen van een open ronde");
    }

    @Test
    void aRoundNeverBecomesShorter() {
        String round = Net.open(poc, title, centre);
        String earlier = Net.today().plusDays(29).toString();
        Page refused = poc.submit(poc.get(round).form("/verlenging").set("closesOn", earlier));
        refused(refused, 422, "een ronde wordt nooit korter");
        assertThat(refused.form("/verlenging").get("closesOn")).containsExactly(earlier);
        refused(poc.post(round + "/verlenging", Map.of("closesOn", List.of("ooit"))), 422, "‘ooit’ is geen bestaande datum");
    }

    @Test
    void theInstrumentOfAnOpenRoundNeverChanges() {
        String round = Net.draft(poc, title, centre);
        Form form = poc.get(round + "/gegevens").form("/gegevens").set("questionnaire", "andere/1");
        Net.confirm(poc, round + "/opening");
        Page refused = poc.submit(form);
        refused(refused, 409, "haar vragenlijst, titel en ontvangers liggen vast");
        refused(poc.get(round + "/gegevens"), 409, "is al geopend");
    }

    @Test
    void aCentreThatStartedAndTheLastOneStayInTheRound() {
        TestCentre other = service.centre("Centrum dat blijft");
        String round = Net.open(poc, title, centre, other);
        Net.start(service.inSession(centre.director()), centre, round);
        refused(poc.post(round + "/centra/verwijdering", Map.of("centre", List.of(centre.id().toString()))), 409, "is al begonnen");
        poc.post(round + "/centra/verwijdering", Map.of("centre", List.of(other.id().toString())));
        refused(poc.post(round + "/centra/verwijdering", Map.of("centre", List.of(centre.id().toString()))), 409, "het laatste centrum");
        refused(poc.post(round + "/centra", Map.of("centre", List.of(centre.id().toString()))), 409, "doet al mee");
        refused(poc.post(round + "/centra", Map.of("centre", List.of("geen"))), 422, "Kies een centrum uit de lijst");
    }

    @Test
    void aReminderNeedsACentreThatDidNotSend() {
        String round = Net.open(poc, title, centre);
        refused(poc.post(round + "/herinnering", Map.of()), 422, "Duid eerst minstens één centrum aan");
        Net.send(service.inSession(centre.director()), centre, round);
        refused(poc.post(round + "/herinnering", Map.of("centre", List.of(centre.id().toString()))), 422, "hebben al verzonden");
        assertThat(Net.messages(round, "reminder", centre.director())).isZero();
    }

    @Test
    void whoIsNotOfPocPlusRunsNoRound() {
        String round = Net.open(poc, title, centre);
        Visitor director = service.inSession(centre.director());
        for (String path : List.of("/rondes", "/rondes/nieuw", round, round + "/gegevens",
                round + "/centrum/" + centre.id() + "/heropening")) {
            assertThat(director.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(director.post(round + "/afsluiting", Map.of()).status()).isIn(403, 404);
        assertThat(poc.get("/rondes/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static void refused(Page page, int status, String sentence) {
        assertThat(page.text()).contains(sentence);
        assertThat(page.status()).isEqualTo(status);
    }

    private long rounds(String name) {
        return service.count("select count(*) from round where lower(title) = lower(?)", name);
    }
}
