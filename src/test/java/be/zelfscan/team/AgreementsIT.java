package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.text.BelgianDutch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the result of a centre to its agreements, and to nobody else. */
class AgreementsIT {
    private static final String WHAT = "Elke zes weken een intervisie; over de teams heen";

    private static final LocalDate TODAY = BelgianDutch.today(Clock.systemUTC());

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor member = net.visitor(Actor.member);
    private final Visitor director = net.visitor(Actor.director);

    private String screen(String word) {
        return "/resultaat/" + net.sent + "/gesprek/" + word;
    }

    /** Fills in the form of a new agreement. */
    private Form agreement(Visitor visitor, String what, LocalDate byWhen) {
        return visitor.get(screen("afspraken")).form(screen("afspraken")).set("wat", what).set("wie", "Otto")
                .set("wanneer", byWhen == null ? "" : byWhen.toString());
    }

    @Test
    void aTeamGoesFromItsResultToAgreementsInSixScreens() {
        Page result = member.get("/resultaat/" + net.sent);
        Page at = member.get(result.link("Van resultaat naar afspraken"));
        for (int step = 1; step < 6; step++) {
            assertThat(at.document().select("[aria-current=step] .steps__number").text()).isEqualTo(String.valueOf(step));
            assertThat(at.document().select(".own").size() + at.document().select(".talk__own > .card").size()).isPositive();
            assertThat(at.document().select("a:contains(Overslaan)")).hasSize(1);
            at = member.submit(at.form("/gesprek/").set("tekst", "Dit zeggen wij bij stap " + step));
            assertThat(at.status()).isEqualTo(200);
        }
        assertThat(at.text()).as("what was chosen stands beside the agreements").contains("Dit zeggen wij bij stap 4",
                "Een eerste afspraak");
        LocalDate late = TODAY.minusDays(3);
        LocalDate soon = TODAY.plusDays(40);
        member.submit(agreement(member, "Tweede", soon));
        Form twice = agreement(member, WHAT, late);
        member.submit(twice);
        Page made = member.submit(twice);
        assertThat(made.document().select(".agreement")).as("the same form makes one").hasSize(2);

        Page home = director.get("/centrum/" + net.centre);
        assertThat(home.document().select("#afspraken .agreement__what > p:first-child").eachText()).containsExactly(WHAT, "Tweede");
        assertThat(home.document().select("#afspraken").text()).contains("was voorzien tegen", "over 40 dagen");
        Page done = director.submit(home.form("/stand").set("stand", "done"));
        assertThat(done.document().select("#afspraken .agreement__what > p:first-child").eachText()).containsExactly("Tweede");
        assertThat(done.text()).contains("1 afgerond");

        Page own = member.get("/resultaat/" + net.sent);
        assertThat(own.document().select(".foot-agreements li").eachText()).hasSize(1).first().asString().startsWith("Tweede Otto, tegen");
        String report = pdf(member, "/rapport.pdf");
        assertThat(report).contains("Hier gaan we mee aan de slag", "Van resultaat naar afspraken", "Dit zeggen wij bij stap 5", WHAT);
        assertThat(pdf(member, "/gesprek.pdf")).contains("Hier gaan we mee aan de slag", "Dit zeggen wij bij stap 1", "Tweede");
        for (Actor reader : List.of(Actor.leader, Actor.support)) {
            Visitor other = net.visitor(reader);
            assertThat(other.get("/resultaat/" + net.sent).text()).as(reader + " reads the result")
                    .contains("Resultaat van Centrum Een", "Terug naar jouw startpagina")
                    .doesNotContain("Tweede", "aan de slag", "Van resultaat naar afspraken", "bij stap", "Jullie resultaat");
            assertThat(pdf(other, "/rapport.pdf")).doesNotContain("Tweede", "aan de slag", "bij stap");
            assertThat(other.get(screen("opvallend")).status()).isIn(403, 404);
            assertThat(other.get("/resultaat/" + net.sent + "/gesprek.pdf").status()).isIn(403, 404);
        }
        assertThat(net.visitor(Actor.support).get("/logboek").text()).contains("maakte een afspraak van het centrum").doesNotContain(WHAT,
                "Tweede");
    }

    private String pdf(Visitor visitor, String document) {
        Page page = visitor.get("/resultaat/" + net.sent + document);
        assertThat(page.status()).isEqualTo(200);
        return PdfReader.body(page.body()).replaceAll("\\s+", " ");
    }

    @Test
    void twoPeopleNeverWriteOverEachOtherInSilence() {
        Form mine = member.get(screen("keuzes")).form("/gesprek/").set("tekst", "Van Mira");
        director.submit(director.get(screen("keuzes")).form("/gesprek/").set("tekst", "Van Dina"));
        Page asked = member.submit(mine);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("Intussen is dit gewijzigd", "Van Dina", "Van Mira");
        assertThat(asked.document().select("#tekst").text()).isEqualTo("Van Mira");
        member.submit(asked.form("/gesprek/").set("tekst", "Van Mira en Dina"));
        assertThat(director.get(screen("keuzes")).document().select("#tekst").text()).isEqualTo("Van Mira en Dina");

        member.submit(agreement(member, WHAT, null));
        String one = member.get("/centrum/" + net.centre + "/afspraken").link(WHAT);
        Form later = member.get(one).form(one).set("wie", "Mira");
        director.submit(director.get(one).form(one).set("wie", "Dina"));
        Page both = member.submit(later);
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.document().select(".overtaken").text()).contains("Dina", "Mira");
        assertThat(member.submit(both.form(one)).text()).contains("De afspraak is bewaard.", "Mira");
    }

    @Test
    void whatCannotBeKeptIsSaidAtItsFieldAndNothingTypedIsLost() {
        Page refused = member.submit(agreement(member, " ", null).set("wanneer", "ooit").set("wie", "W".repeat(201)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select(".problem").eachText()).containsExactly("Schrijf op wat jullie afspreken.",
                "Dit telt 201 tekens; er is plaats voor 200. Kort het in.",
                "‘ooit’ is geen dag. Schrijf bijvoorbeeld 15/06/2027, of laat het leeg.");
        assertThat(refused.document().select("#wie").attr("value")).isEqualTo("W".repeat(201));
        Page tooLong = member.submit(member.get(screen("opvallend")).form("/gesprek/").set("tekst", "x".repeat(10_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.document().select("#tekst").text()).hasSize(10_001);
        assertThat(member.get(screen("iets")).status()).isEqualTo(404);
    }

    @Test
    void aCalendarTakesTheAgreementsThatHaveADay() {
        member.submit(agreement(member, WHAT, LocalDate.of(2027, 6, 15)));
        member.submit(agreement(member, "Zonder dag", null));
        Page file = director.get("/centrum/" + net.centre + "/afspraken.ics");
        assertThat(file.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        String all = new String(file.body(), StandardCharsets.UTF_8).replace("\r\n ", "");
        assertThat(all).contains("SUMMARY:" + WHAT.replace(";", "\\;") + "\r\n", "DTSTART;VALUE=DATE:20270615\r\n", "UID:")
                .doesNotContain("Zonder dag");
        String one = member.get("/centrum/" + net.centre + "/afspraken").link(WHAT);
        assertThat(new String(member.get(one + "/afspraak.ics").body(), StandardCharsets.UTF_8).replace("\r\n ", "")).isEqualTo(all);
        assertThat(net.visitor(Actor.director_of_another_centre).get(one + "/afspraak.ics").status()).isIn(403, 404);
    }

    @Test
    void theTextsStayAsTheyAreOnceTheNextRoundIsOpen() {
        member.submit(member.get(screen("opvallend")).form("/gesprek/").set("tekst", "Van toen"));
        Form open = member.get(screen("opvallend")).form("/gesprek/").set("tekst", "Later");
        service.change(
                "update round set opens_on = '2025-01-01' where id in (select s.round_id from sent_scan x join scan s on s.id = x.scan_id"
                        + " where x.id = ?)",
                net.sent);
        Page refused = member.submit(open);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("[role=alert]").text()).contains("niet bewaard", "Later");
        Page closed = member.get(screen("opvallend"));
        assertThat(closed.text()).contains("is intussen geopend");
        assertThat(closed.document().select("p#tekst").text()).isEqualTo("Van toen");
        assertThat(member.submit(agreement(member, "Kan nog", null)).text()).as("agreements go on").contains("Kan nog");
    }

    @Test
    void whoIsRemovedIsNamedInNoAgreementAnyMore() {
        var person = net.bystander();
        service.change("update person set name = 'Berta Bystander' where id = ?", person);
        member.submit(agreement(member, WHAT, null).set("wie", "Berta Bystander en Otto"));
        net.visitor(Actor.support).post("/organisatie/mensen/" + person + "/verwijdering", Map.of());
        assertThat(member.get("/centrum/" + net.centre + "/afspraken").text()).contains("Verwijderd persoon", "en Otto")
                .doesNotContain("Berta");
    }

    @Test
    void whoIsRemovedAfterLeavingTheCentreIsNamedInNoAgreementEitherHoweverItWasTyped() {
        var person = net.bystander();
        service.change("update person set name = 'Wilma Weggegaan' where id = ?", person);
        member.submit(agreement(member, WHAT, null).set("wie", "wilma weggegaan en Otto"));
        service.change("delete from membership where person_id = ?", person);
        net.visitor(Actor.support).post("/organisatie/mensen/" + person + "/verwijdering", Map.of());
        assertThat(member.get("/centrum/" + net.centre + "/afspraken").text()).contains("Verwijderd persoon", "en Otto")
                .doesNotContainIgnoringCase("wilma");
    }

    @Test
    void moreAgreementsThanATeamCanFollowAreRefused() {
        service.change("insert into agreement (id, centre_id, scan_id, what, dated_on, created_by, created_at, changed_by, changed_at)"
                + " select gen_random_uuid(), ?, scan_id, 'Afspraak ' || n, current_date, ?, now(), ?, now()"
                + " from sent_scan, generate_series(1, 200) n where sent_scan.id = ?",
                net.centre, net.person(Actor.member), net.person(Actor.member), net.sent);
        Page refused = member.submit(agreement(member, WHAT, null));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("staan al 200 afspraken");
        assertThat(refused.document().select("#wat").text()).isEqualTo(WHAT);
        assertThat(service.count("select count(*) from agreement where centre_id = ?", net.centre)).isEqualTo(200);
    }
}
