package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who leads a school group sees what its centres sent, and nothing else; everybody is led to what is theirs. */
class SchoolGroupIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre own = service.centre("Centrum van de groep");
    private final TestCentre busy = service.centre("Centrum dat nog bezig is");
    private final TestCentre foreign = service.centre("Centrum van een ander");
    private final UUID group = Net.schoolGroup("Scholengroep eigen", own, busy);
    private final UUID otherGroup = Net.schoolGroup("Scholengroep ander", foreign);

    @Test
    void aLeaderSeesOnlyTheResultsOfTheOwnSchoolGroup() {
        String title = Net.unique("ronde");
        String round = Net.open(poc, title, own, busy, foreign);
        Visitor director = service.inSession(own.director());
        String scan = Net.send(director, own, round);
        Net.start(service.inSession(busy.director()), busy, round);
        Visitor foreignDirector = service.inSession(foreign.director());
        UUID foreignSent = Net.sent(foreignDirector.get(Net.send(foreignDirector, foreign, round) + "/overzicht"));

        String email = Net.leader(group);
        Visitor leader = service.visitor();
        Page page = leader.signIn(email);
        assertThat(page.path()).isEqualTo("/scholengroep/" + group);
        assertThat(page.text()).contains(title).contains(own.name()).contains(busy.name()).contains("nog niet verzonden")
                .doesNotContain(foreign.name());
        Page result = leader.get(page.link("Resultaat nr. 1"));
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text()).contains("zelfscan nr. 1");
        assertThat(leader.get("/resultaat/" + foreignSent).status()).isEqualTo(404);
        assertThat(leader.get("/scholengroep/" + otherGroup).status()).isEqualTo(404);
        assertThat(leader.get(scan + "/deel/preventie").status()).isIn(403, 404);
        assertThat(poc.get("/scholengroep/" + otherGroup).text()).contains(foreign.name()).doesNotContain(own.name());
        assertThat(director.get("/scholengroep/" + group).status()).isIn(403, 404);
    }

    @Test
    void aRoundThatSaysSoMailsTheSentScanToTheLeaderToo() {
        String email = Net.leader(group);
        String round = Net.draft(poc, Net.unique("ronde"), own);
        poc.submit(poc.get(round + "/gegevens").form("/gegevens").set("to.scan-sent", "director", "leader"));
        Net.confirm(poc, round + "/opening");
        Visitor director = service.inSession(own.director());
        String scan = Net.start(director, own, round);
        Net.fillIn(director, scan);
        Page sending = director.get(scan + "/verzending");
        assertThat(sending.text()).contains(email).contains(own.director()).contains("krijgen een overzicht");
        director.submit(sending.form("/verzending"));

        Page mail = director.newestMail(email, "verzonden");
        assertThat(mail.text()).contains("omdat dit centrum voor jouw scholengroep werkt");
        assertThat(director.newestMail(own.director(), "verzonden").text()).contains("in het beleidsteam op tafel");
    }

    @Test
    void aLeaderReadsWhenTheCentresCanBeLaidBesideEachOther() {
        String title = Net.unique("ronde");
        String round = Net.open(poc, title, own);
        Visitor leader = service.inSession(Net.leader(group));
        String soon = "De centra naast elkaar leggen kan zodra POC+ de ronde afsluit.";
        String now = "De centra naast elkaar in " + title;
        assertThat(inGroup(leader, title)).contains(soon).doesNotContain(now);
        assertThat(inGroup(poc, title)).as("POC+ can already").contains(now).doesNotContain(soon);

        Net.confirm(poc, round + "/afsluiting");
        assertThat(inGroup(leader, title)).contains(now).doesNotContain(soon);
    }

    private String inGroup(Visitor visitor, String title) {
        return visitor.get("/scholengroep/" + group).document().select("section:has(h2:contains(" + title + "))").text();
    }

    @Test
    void whoHasOnePlaceGoesThereAndWhoHasSeveralSeesThemAll() {
        assertThat(poc.get("/centrum").path()).isEqualTo("/rondes");
        Net.alsoLeads(own.director(), group);
        Page places = service.visitor().signIn(own.director());
        assertThat(places.path()).isEqualTo("/centrum");
        assertThat(places.link(own.name())).isEqualTo("/centrum/" + own.id());
        assertThat(places.link("Scholengroep eigen")).isEqualTo("/scholengroep/" + group);
    }

}
