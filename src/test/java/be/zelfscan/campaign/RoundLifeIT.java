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

/** A round from its making to its closing, as POC+ runs it and a centre lives it. */
class RoundLifeIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre early = service.centre("Centrum vroeg");
    private final TestCentre late = service.centre("Centrum laat");
    private final String title = Net.unique("afname");

    @Test
    void aRoundIsMadeOpenedFollowedRemindedExtendedAndClosed() {
        String round = Net.draft(poc, title, early, late);
        Visitor director = service.inSession(early.director());
        assertThat(director.get("/centrum/" + early.id()).text()).doesNotContain(title);
        assertThat(director.post("/centrum/" + early.id() + "/ronde/" + Net.id(round) + "/zelfscan", Map.of()).status()).isEqualTo(404);

        Page opened = poc.submit(poc.get(round + "/opening").form("/opening"));
        assertThat(opened.text()).contains("De ronde is geopend").contains("2 mails");
        assertThat(Net.messages(round, "invitation", early.director())).isEqualTo(1);
        assertThat(Net.messages(round, "invitation", early.member())).as("members are not chosen").isZero();

        assertThat(director.get("/centrum/" + early.id()).text()).contains(title);
        assertThat(Net.line(poc.get(round), early)).contains("niet begonnen");
        String scan = Net.start(director, early, round);
        assertThat(Net.line(poc.get(round), early)).contains("begonnen").doesNotContain("niet begonnen");
        Net.fillIn(director, scan);
        assertThat(Net.line(poc.get(round), early)).contains("volledig, niet verzonden");
        assertThat(director.get(scan + "/verzending").text()).contains(early.director() + ") krijgt een overzicht");
        Net.sent(director.submit(director.get(scan + "/verzending").form("/verzending")));
        assertThat(Net.line(poc.get(round), early)).contains("verzonden").contains("nr. 1");
        assertThat(Net.messages(round, "scan-sent", early.director())).isEqualTo(1);

        Page asked = poc.post(round + "/herinnering", Map.of("centre", List.of(early.id().toString(), late.id().toString())));
        assertThat(asked.text()).contains("1 centrum krijgt een herinnering").contains(early.name() + " verzond intussen");
        Page reminded = poc.submit(asked.form("/herinnering"));
        assertThat(reminded.text()).contains("Er is 1 mail klaargezet");
        assertThat(Net.messages(round, "reminder", early.director())).as("never to who sent").isZero();
        assertThat(Net.messages(round, "reminder", late.director())).isEqualTo(1);

        Page extended = poc.submit(poc.get(round).form("/verlenging").set("closesOn", Net.today().plusDays(60).toString()));
        assertThat(extended.text()).contains("De ronde is verlengd");
        Page closed = poc.submit(poc.get(round + "/afsluiting").form("/afsluiting"));
        assertThat(closed.text()).contains("De ronde is afgesloten").contains("afgesloten");
        assertThat(Net.messages(round, "round-closed", late.director())).isEqualTo(1);
        assertThat(closed.document().select("form[action*=afsluiting], form[action*=verlenging]")).isEmpty();
        for (String action : List.of("round_made", "round_opened", "round_extended", "round_closed")) {
            assertThat(noted(action, Net.id(round))).as(action).isEqualTo(1);
        }
        assertThat(noted("mail_requested", Net.id(round))).isEqualTo(3);
        assertThat(noted("scan_started", Net.id(scan))).isEqualTo(1);
    }

    @Test
    void theFilterShowsOnlyTheCentresInAStateOrOfASchoolGroup() {
        UUID group = Net.schoolGroup("Scholengroep filter", early);
        Net.schoolGroup("Scholengroep anders", late);
        String round = Net.open(poc, title, early, late);
        Net.start(service.inSession(early.director()), early, round);

        Page started = poc.get(round + "?stand=started");
        assertThat(Net.line(started, early)).isNotEmpty();
        assertThat(Net.line(started, late)).isEmpty();
        assertThat(Net.line(poc.get(round + "?scholengroep=" + group), late)).isEmpty();
        assertThat(poc.get(round + "?scholengroep=" + group + "&stand=sent").text()).contains("Geen enkel centrum past bij deze keuze");
        assertThat(Net.line(poc.get(round + "?scholengroep=onzin&stand=onzin"), late)).isNotEmpty();
        assertThat(poc.get(round + "?scholengroep=" + group + "&aangeduid=alle").form("/herinnering").get("centre"))
                .containsExactly(early.id().toString());
    }

    @Test
    void theCentresOfAChosenSchoolGroupTakePart() {
        UUID group = Net.schoolGroup("Scholengroep samen", early, late);
        Page page = poc.submit(Net.plan(poc, title).set("schoolGroup", group.toString()));
        assertThat(Net.line(page, early)).isNotEmpty();
        assertThat(Net.line(page, late)).isNotEmpty();
    }

    @Test
    void aRoundThatIsNotOpenCanBeChangedInEverything() {
        String round = Net.draft(poc, title, early, late);
        String other = Net.unique("andere titel");
        Page changed = poc.submit(poc.get(round + "/gegevens").form("/gegevens").set("title", other).set("centre", late.id().toString())
                .set("to.reminder").set("to.invitation", "leader", "director").set("reminderDays", "10").set("minimumGroupSize", "4"));
        assertThat(changed.text()).contains(other).contains("4 centra").contains("10 dagen").contains("niemand");
        assertThat(Net.line(changed, early)).isEmpty();
        Page again = poc.get(round + "/gegevens");
        assertThat(again.form("/gegevens").get("to.invitation")).containsExactlyInAnyOrder("director", "leader");
        assertThat(again.form("/gegevens").get("to.reminder")).isEmpty();
        assertThat(noted("round_changed", Net.id(round))).isEqualTo(1);
    }

    @Test
    void aCentreJoinsAnOpenRoundWithAnInvitationAndLeavesItWhileItHasNotStarted() {
        String round = Net.open(poc, title, early);
        Page added = poc.submit(poc.get(round + "/centra/toevoeging?centre=" + late.id()).form("/centra"));
        assertThat(Net.line(added, late)).contains("niet begonnen");
        assertThat(Net.messages(round, "invitation", late.director())).isEqualTo(1);
        assertThat(Net.messages(round, "invitation", early.director())).as("invited once").isEqualTo(1);
        Page removed = poc.submit(poc.get(round + "/centra/verwijdering?centre=" + late.id()).form("/centra/verwijdering"));
        assertThat(Net.line(removed, late)).isEmpty();
        assertThat(service.inSession(late.director()).get("/centrum/" + late.id()).text()).doesNotContain(title);
    }

    @Test
    void whoRunsTheRoundNeverSeesWhatAnUnsentScanSays() {
        String round = Net.open(poc, title, early);
        Visitor director = service.inSession(early.director());
        String scan = Net.start(director, early, round);
        director.submit(director.get(scan + "/deel/preventie").form("/deel/").set("motive.note", "Alleen voor ons"));
        assertThat(poc.get(round).document().outerHtml()).doesNotContain("Alleen voor ons");
        assertThat(poc.get(scan + "/overzicht").status()).isIn(403, 404);
        assertThat(poc.get(scan + "/deel/preventie").text()).doesNotContain("Alleen voor ons");
    }

    private long noted(String action, UUID subject) {
        return service.count("select count(*) from activity_log where action = ? and subject_id = ?", action, subject);
    }
}
