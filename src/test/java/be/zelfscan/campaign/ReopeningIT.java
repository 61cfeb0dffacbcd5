package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** POC+ opens a sent scan again, with a reason, and what was sent stays. */
class ReopeningIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre centre = service.centre("Centrum dat nog iets wil");
    private final String round = Net.open(poc, Net.unique("ronde"), centre);
    private final String reopening = round + "/centrum/" + centre.id() + "/heropening";
    private final Visitor director = service.inSession(centre.director());

    @Test
    void theEarlierSnapshotStaysAndSendingAgainMakesTheNextNumber() {
        String scan = Net.send(director, centre, round);
        UUID first = Net.sent(director.get(scan + "/overzicht"));
        Page reopened = poc.submit(poc.get(poc.get(round).link("heropenen")).form("/heropening").set("reason", "De ambitie klopte niet."));
        assertThat(reopened.text()).contains("De zelfscan is opnieuw geopend");
        assertThat(Net.line(reopened, centre)).contains("volledig, niet verzonden").contains("heropend na verzending").contains("nr. 1");

        Page home = director.get("/centrum/" + centre.id());
        assertThat(home.text()).contains("opnieuw geopend").contains("De ambitie klopte niet.");
        assertThat(home.link("resultaat nr. 1")).isEqualTo("/resultaat/" + first);
        Page overview = director.get(scan + "/overzicht");
        assertThat(overview.path()).endsWith("/overzicht");
        assertThat(overview.text()).contains("De ambitie klopte niet.");
        Page mail = director.newestMail(centre.director(), "opnieuw geopend");
        assertThat(mail.text()).contains("opnieuw geopend");

        director.submit(director.get(scan + "/deel/preventie").form("/deel/").set("motive.note", "Na de heropening"));
        Page second = Net.confirm(director, scan + "/verzending");
        assertThat(second.text()).contains("zelfscan nr. 2").contains("Na de heropening");
        assertThat(director.get("/resultaat/" + first).text()).contains("zelfscan nr. 1").doesNotContain("Na de heropening");
        assertThat(Net.line(poc.get(round), centre)).contains("nr. 2").doesNotContain("heropend");
        assertThat(director.get("/centrum/" + centre.id()).text()).doesNotContain("De ambitie klopte niet.");
        assertThat(service.count(
                "select count(*) from activity_log where action = 'scan_reopened' and subject_id = ? and detail not like '%ambitie%'",
                Net.id(scan))).isEqualTo(1);
        assertThat(Net.messages(round, "scan-sent", centre.director())).isEqualTo(2);
    }

    @Test
    void whatWasKeptBesideTheAnswersIsGoneOnceTheScanIsSent() {
        String scan = Net.start(director, centre, round);
        Net.fillIn(director, scan);
        String block = scan + "/deel/preventie";
        director.submit(
                director.get(block).form("/deel/").set("differences.choice", "none").set("differences.text", "de vestiging aan zee"));
        assertThat(director.get(block).document().select("[name=differences.text]").val()).isEqualTo("de vestiging aan zee");

        UUID sent = Net.sent(Net.confirm(director, scan + "/verzending"));

        assertThat(service.count("select count(*) from answer where scan_id = ? and aside <> '{}'", Net.id(scan))).isZero();
        assertThat(service.count("select count(*) from sent_scan where id = ? and content::text like '%aan zee%'", sent)).isZero();
        assertThat(director.get("/resultaat/" + sent).text()).doesNotContain("aan zee");
        poc.post(reopening, Map.of("reason", List.of("Nog eens kijken.")));
        assertThat(director.get(block).document().select("[name=differences.text]").val()).isEmpty();
    }

    @Test
    void aReasonIsAskedAndGivenBackWhenItIsTooLong() {
        String scan = Net.send(director, centre, round);
        Page none = poc.submit(poc.get(reopening).form("/heropening").set("reason", "  "));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Schrijf waarom");
        Page tooLong = poc.submit(poc.get(reopening).form("/heropening").set("reason", "a".repeat(2_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("telt 2.001 tekens");
        assertThat(tooLong.form("/heropening").get("reason").getFirst().strip()).hasSize(2_001);
        assertThat(service.count("select count(*) from scan_reopening where scan_id = ?", Net.id(scan))).isZero();
    }

    @Test
    void onlyWhatWasSentInAnOpenRoundIsOpenedAgain() {
        Page notSent = poc.post(reopening, Map.of("reason", List.of("Te vroeg")));
        assertThat(notSent.status()).isEqualTo(409);
        assertThat(notSent.text()).contains("niets verzonden dat opnieuw open kan");
        String scan = Net.send(director, centre, round);
        Net.confirm(poc, round + "/afsluiting");
        Page closed = poc.post(reopening, Map.of("reason", List.of("Te laat")));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.text()).contains("is afgesloten");
        assertThat(service.count("select count(*) from scan where id = ? and state = 'sent'", Net.id(scan))).isEqualTo(1);
        assertThat(director.post(reopening, Map.of("reason", List.of("Zelf"))).status()).isIn(403, 404);
    }

}
