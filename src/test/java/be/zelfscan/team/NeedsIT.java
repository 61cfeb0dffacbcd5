package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a centre needs: said by its people, passed on when they want it, answered, and told again in the next round. */
class NeedsIT {
    private static final String BLOCK = "behartiger";
    private static final String NEEDED = "Een dag per maand tijd om te overleggen.";
    private static final String ANSWER = "Dat maken we vrij vanaf september.";

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor member = net.visitor(Actor.member);
    private final Visitor leader = net.visitor(Actor.leader);
    private final Visitor support = net.visitor(Actor.support);
    private final String result = "/resultaat/" + net.sent;
    private final String ofGroup = "/scholengroep/" + net.schoolGroup + "/noden";

    @Test
    void aNeedTravelsToTheSchoolGroupAndItsAnswerComesBackNowAndInTheNextRound() {
        Page asked = member.get(member.get(result).document().select("#" + BLOCK + " a[href*=/noden]").attr("href"));
        assertThat(asked.document().select("#hindert option").eachAttr("value")).as("what was said to hinder").containsExactly("",
                "systems");
        assertThat(asked.document().select("[name=wie]").eachAttr("value")).containsExactly(net.schoolGroup.toString(), "support", "net");
        Form form = asked.form("/noden").set("wie", net.schoolGroup.toString()).set("hindert", "systems").set("wat", NEEDED);
        assertThat(member.submit(form).text()).contains("Alleen jullie centrum ziet het", NEEDED, "nog niet doorgegeven");
        assertThat(member.submit(form).document().select(".need")).as("posted twice").hasSize(1);
        UUID need = UUID.fromString(service.texts("select id::text from need where scan_id = (select scan_id from sent_scan where id = '"
                + net.sent + "')").getFirst());
        for (Visitor outside : List.of(leader, support)) {
            assertThat(outside.get(result).text()).doesNotContain(NEEDED);
        }
        assertThat(leader.get(ofGroup).text()).contains("Nog geen enkel centrum gaf iets door");
        assertThat(answer(leader, ofGroup, need, ANSWER).status()).as("as long as it was not passed on").isEqualTo(409);

        member.submit(member.get(result + "/noden").form("/doorgifte"));
        assertThat(leader.get("/scholengroep/" + net.schoolGroup).text()).contains("1 vraag wacht op een antwoord");
        Page list = leader.get(ofGroup);
        assertThat(list.text()).contains("Centrum Een", NEEDED, service.questionnaire().sectionTitle(BLOCK));
        assertThat(support.get("/noden").text()).doesNotContain(NEEDED);
        assertThat(support.get(ofGroup).status()).isEqualTo(404);
        assertThat(net.visitor(Actor.leader_of_another_group).get(ofGroup).status()).isEqualTo(404);
        assertThat(answer(support, "/noden", need, ANSWER).status()).as("what is asked of somebody else").isEqualTo(409);

        assertThat(leader.submit(list.form("/noden/" + need)).status()).as("an empty answer").isEqualTo(422);
        assertThat(leader.submit(list.form("/noden/" + need).set("antwoord", ANSWER)).text()).contains("Het antwoord is bewaard.", ANSWER);
        Page overtaken = leader.submit(list.form("/noden/" + need).set("antwoord", "Nee."));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("Intussen werd dit beantwoord: ‘" + ANSWER + "’").contains("Nee.");
        assertThat(service.texts("select p.name from message m join person p on p.id = m.person_id where m.subject_id = '" + need
                + "' order by 1")).as("once, to who asked and the director").containsExactly("director", "member");
        Visitor mailbox = service.visitor();
        assertThat(mailbox.newestMail(net.person(Actor.member) + "@test.example", "antwoordde op wat jullie nodig hebben").text())
                .contains(NEEDED, ANSWER, result + "/noden");

        assertThat(member.get(result).document().select("#" + BLOCK + " .need").text()).contains(NEEDED, ANSWER);
        assertThat(member.post(result + "/noden/" + need + "/intrekking", Map.of()).status()).as("once it was answered").isEqualTo(409);
        assertThat(member.post(result + "/noden/" + need + "/doorgifte", Map.of()).status()).isEqualTo(409);
        assertThat(service.texts("select detail from activity_log where subject_id = '" + need + "'")).hasSize(3)
                .allMatch(detail -> detail.startsWith("Centrum Een"));
        assertThat(report(member)).contains(solid("Wat we nodig hebben"), solid(NEEDED), solid(ANSWER));
        assertThat(report(leader)).as("the centre's own page").doesNotContain(solid(NEEDED));
        assertThat(report(support)).doesNotContain(solid(NEEDED));
        assertThat(support.get("/uitvoer/" + roundOfSent() + "/antwoorden.csv").text()).doesNotContain(NEEDED);

        closeEarlier("1 day");
        Page next = member.get("/zelfscan/" + net.scan + "/deel/" + BLOCK);
        assertThat(next.document().select(".needs-before").text()).contains("In de vorige ronde vroegen jullie Scholengroep Een", NEEDED,
                "Het antwoord: ‘" + ANSWER + "’");
        assertThat(member.get("/zelfscan/" + net.scan + "/deel/teamwerk").document().select(".needs-before")).isEmpty();

        closeEarlier("7 years");
        service.context().getBeansOfType(RecurringJob.class).stream().filter(job -> job.name().equals("note-erasure"))
                .forEach(RecurringJob::run);
        assertThat(service.texts("select what || answer || state from need where id = '" + need + "'")).containsExactly("answered");
        assertThat(leader.get(ofGroup).text()).contains("De tekst is gewist.").doesNotContain(NEEDED);
        assertThat(service.count("select count(*) from mailbox_mail x join message m on m.id = x.message_id where m.subject_id = ?", need))
                .isZero();
    }

    @Test
    void pocAnswersWhatIsAskedOfItAndOfTheNetAndSeesNothingThatWasKept() {
        UUID ofSupport = net.need("support", null, true);
        UUID ofNet = net.need("net", null, true);
        UUID kept = net.need("net", null, false);
        Page list = support.get("/noden");
        assertThat(list.document().select(".need-line").eachAttr("id")).contains("n-" + ofSupport, "n-" + ofNet)
                .doesNotContain("n-" + kept);
        assertThat(list.document().select("#n-" + ofNet).text()).contains("aan het GO!");
        support.submit(list.form("/noden/" + ofNet).set("antwoord", ANSWER));
        assertThat(support.submit(support.get("/noden").form("/noden/" + ofNet).set("antwoord", "Toch anders.")).status()).isEqualTo(200);
        assertThat(member.get(result + "/noden").text()).contains("Toch anders.").doesNotContain(ANSWER);
        assertThat(service.count("select count(*) from message where subject_id = ?", ofNet)).as("not for a changed answer").isEqualTo(2);
        assertThat(leader.get(ofGroup).text()).contains("Nog geen enkel centrum gaf iets door");
    }

    @Test
    void whatIsNeededForAnAgreementTellsNothingOfTheAgreement() {
        Page asked = member.get("/afspraken/" + net.agreement() + "/noden");
        assertThat(asked.text()).contains("Voor onze afspraak ‘Elke zes weken een intervisie’ hebben we nodig");
        member.submit(asked.form("/noden").set("wie", "support").set("wat", NEEDED).set("doorgeven", "ja"));
        Page list = support.get("/noden");
        UUID need = UUID.fromString(service.texts("select id::text from need where agreement_id is not null and centre_id = '" + net.centre
                + "'").getFirst());
        assertThat(list.document().select("#n-" + need).text()).contains(NEEDED).doesNotContain("intervisie");
        support.submit(list.form("/noden/" + need).set("antwoord", ANSWER));
        assertThat(member.get("/centrum/" + net.centre).document().select("#noden").text()).contains("Elke zes weken een intervisie",
                NEEDED,
                ANSWER);
        assertThat(net.visitor(Actor.director_of_another_centre).get("/afspraken/" + net.agreement() + "/noden").status()).isEqualTo(404);
    }

    @Test
    void aCentreTakesBackWhatNobodyAnsweredAndWhoeverAnswersThenLosesNothing() {
        UUID need = net.need();
        Page list = leader.get(ofGroup);
        Page kept = member.submit(member.get(result + "/noden").form("/doorgifte"));
        assertThat(kept.text()).contains("niet langer doorgegeven");
        Page late = leader.submit(list.form("/noden/" + need).set("antwoord", ANSWER));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("trok ze intussen in", ANSWER);
        assertThat(member.submit(member.get(result + "/noden").form("/intrekking")).text()).contains("Het is ingetrokken.");
        assertThat(service.count("select count(*) from need where id = ?", need)).isZero();
    }

    @Test
    void whatIsNotRightIsSaidAndWhoeverIsOfNoCentreAsksNothing() {
        for (Visitor foreign : List.of(leader, support, net.visitor(Actor.director_of_another_centre))) {
            assertThat(foreign.get(result + "/noden").status()).isIn(403, 404);
            assertThat(foreign.post(result + "/noden", Map.of("deel", List.of(BLOCK), "wie", List.of("support"), "wat", List.of("x")))
                    .status()).isIn(403, 404);
        }
        Page refused = member.post(result + "/noden", Map.of("deel", List.of(BLOCK), "hindert", List.of("mission"), "wie",
                List.of(net.otherSchoolGroup.toString()), "wat", List.of("y".repeat(501))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select(".problem")).hasSize(3);
        assertThat(refused.document().select("#wat").text()).hasSize(501);
        assertThat(member.post(result + "/noden", Map.of("deel", List.of("verzonnen"))).status()).isEqualTo(422);
        assertThat(service.count("select count(*) from need where centre_id = ?", net.centre)).isZero();
    }

    private static Page answer(Visitor visitor, String list, UUID need, String answer) {
        return visitor.post(list + "/" + need, Map.of("antwoord", List.of(answer), "versie", List.of(Needs.content("").version())));
    }

    private String report(Visitor visitor) {
        return solid(PdfReader.body(visitor.get(result + "/rapport.pdf").body()));
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }

    private UUID roundOfSent() {
        return UUID.fromString(service.texts("select s.round_id::text from sent_scan x join scan s on s.id = x.scan_id where x.id = '"
                + net.sent + "'").getFirst());
    }

    private void closeEarlier(String ago) {
        service.change("update round set state = 'closed', opens_on = '2019-09-01', closed_at = now() - ?::interval where id = ?", ago,
                roundOfSent());
    }
}
