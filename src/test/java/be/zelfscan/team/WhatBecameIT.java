package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.campaign.Net;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.support.Respondent;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A round begins with what became of the agreements and priorities of the one before. */
class WhatBecameIT {
    private static final String WHAT = "Elke zes weken een intervisie";

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Visitor member = net.visitor(Actor.member);
    private final Visitor director = net.visitor(Actor.director);
    private final String address = "/zelfscan/" + net.scan + "/vorige";
    private final UUID formerRound = UUID.fromString(service.texts(
            "select s.round_id::text from sent_scan x join scan s on s.id = x.scan_id where x.id = '%s'".formatted(net.sent)).getFirst());

    /** The round before is over; its agreement is one of which nothing is said yet. */
    private UUID closeFormer(String ago) {
        UUID agreement = net.agreement();
        service.change("delete from what_became where agreement_id = ?", agreement);
        service.change(
                "update round set state = 'closed', opens_on = '2019-09-01', closed_at = now() - interval '" + ago + "' where id = ?",
                formerRound);
        return agreement;
    }

    @Test
    void whatWasAgreedAndChosenIsAskedAboutFirstAndStandsInTheOwnReport() {
        UUID agreement = closeFormer("1 day");
        assertThat(director.get("/centrum/" + net.centre).document().select("main").text()).contains("Eerst even terugkijken");
        Page introduction = member.get("/zelfscan/" + net.scan + "/inleiding");
        Page page = member.get(introduction.link("Wat werd van wat we de vorige keer kozen en afspraken?"));
        List<String> asked = page.document().select("legend").eachText();
        assertThat(asked.getFirst()).isEqualTo(WHAT);
        assertThat(asked.get(1)).isEqualTo("1. " + priorities().getFirst());
        assertThat(page.document().select("input[type=radio][checked]")).isEmpty();

        Form form = page.form(address).set("werd." + agreement, "going_on").set("lijn." + agreement, "In drie van de vier teams.");
        form.get("punt").stream().skip(1).forEach(section -> form.set("werd." + section, "changed_mind"));
        Page saved = member.submit(form);
        assertThat(saved.text()).contains("Bewaard. Jullie kunnen het wijzigen");
        assertThat(saved.document().select("input[type=radio][checked]")).hasSize(asked.size());
        assertThat(director.get("/centrum/" + net.centre).text()).doesNotContain("Eerst even terugkijken");

        UUID sent = send();
        Page after = member.get(address);
        assertThat(after.text()).contains("wat hier staat, blijft zo");
        Page late = member.submit(form.set("lijn." + agreement, "Te laat"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.document().select("input[value=Te laat]")).as("what was typed is still there").hasSize(1);
        assertThat(member.get("/resultaat/" + sent).text()).contains("Wat werd van onze afspraken en prioriteiten?", WHAT, "loopt nog",
                "In drie van de vier teams.", "van gedacht veranderd");
        assertThat(pdf(member, sent)).contains("Wat werd van onze afspraken en prioriteiten?", WHAT, "In drie van de vier teams.");
        for (Actor reader : List.of(Actor.leader, Actor.support)) {
            assertThat(net.visitor(reader).get("/resultaat/" + sent).text()).doesNotContain(WHAT, "Wat werd van", "drie van de vier");
            assertThat(pdf(net.visitor(reader), sent)).doesNotContain(WHAT, "Wat werd van", "drie van de vier");
        }
    }

    private List<String> priorities() {
        return service.texts("""
                select f.code from fact f where f.sent_scan_id = '%s' and f.use = 'priority' order by f.position""".formatted(net.sent))
                .stream()
                .map(code -> service.questionnaire().sectionTitle(code)).toList();
    }

    private UUID send() {
        UUID person = net.person(Actor.director);
        SampleForms.all().forEach((section, fields) -> {
            Map<String, List<String>> posted = new LinkedHashMap<>(fields);
            fields.keySet().forEach(field -> posted.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
            TestNet.as(person,
                    () -> service.context().getBean(SaveAnswers.class).save(net.scan, person, section, posted, UUID.randomUUID()));
        });
        return TestNet.send(service.context().getBean(SendScan.class), net.scan, person);
    }

    private static String pdf(Visitor visitor, UUID sent) {
        Page page = visitor.get("/resultaat/" + sent + "/rapport.pdf");
        assertThat(page.status()).isEqualTo(200);
        return PdfReader.body(page.body()).replaceAll("\\s+", " ");
    }

    @Test
    void twoPeopleSayDifferentThingsWithoutLosingOneAndAreAskedAboutTheSame() {
        UUID agreement = closeFormer("1 day");
        Form mine = member.get(address).form(address);
        Form other = director.get(address).form(address);
        String first = mine.get("punt").get(1);
        director.submit(other.set("werd." + first, "done"));
        assertThat(member.submit(mine.set("werd." + agreement, "dropped").set("lijn." + agreement, "Geen tijd")).status()).isEqualTo(200);
        Page both = member.get(address);
        assertThat(both.document().select("input[name=werd." + first + "][checked]").attr("value")).isEqualTo("done");
        assertThat(both.document().select("input[name=werd." + agreement + "][checked]").attr("value")).isEqualTo("dropped");

        Page asked = director.submit(other.set("werd." + agreement, "done"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.document().select(".overtaken").text()).contains(WHAT, "losgelaten: Geen tijd", "gedaan");
        assertThat(director.submit(asked.form(address)).text()).contains("Bewaard.");

        Page refused = member.submit(member.get(address).form(address).set("lijn." + mine.get("punt").get(2), "Wel een regel, geen keuze"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Kies ook wat er van geworden is.");
    }

    @Test
    void afterAConflictWhatOneDidNotTouchStaysAsSomebodyElseLeftIt() {
        UUID agreement = closeFormer("1 day");
        Form first = member.get(address).form(address);
        String other = first.get("punt").get(1);
        member.submit(first.set("werd." + other, "going_on"));
        Form stale = director.get(address).form(address);
        member.submit(member.get(address).form(address).set("werd." + other, "done").set("werd." + agreement, "dropped"));

        Page asked = director.submit(stale.set("werd." + agreement, "done"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(director.submit(asked.form(address)).text()).contains("Bewaard.");

        Page kept = member.get(address);
        assertThat(kept.document().select("input[name=werd." + agreement + "][checked]").attr("value")).isEqualTo("done");
        assertThat(kept.document().select("input[name=werd." + other + "][checked]").attr("value")).isEqualTo("done");
    }

    @Test
    void withoutARoundBeforeThereIsNothingToLookBackAt() {
        assertThat(member.get("/zelfscan/" + net.scan + "/inleiding").text()).doesNotContain("terugkijken");
        assertThat(member.get(address).text()).contains("Er is niets om op terug te kijken");
        assertThat(director.get("/centrum/" + net.centre).text()).doesNotContain("terugkijken");
    }

    @Test
    void aRoundBeforeInWhichNothingWasChosenOrAgreedIsNoReasonToLookBack() {
        UUID before = unscaledRound();
        String then = start(before);
        new Respondent().answerWithoutScript(director, director.get(then + "/inleiding").link("Naar de vragen"));
        Net.sent(Net.confirm(director, then + "/verzending"));
        service.change("update round set state = 'closed', opens_on = '2019-09-01', closed_at = now() where id = ?", before);

        String now = start(unscaledRound());
        assertThat(member.get(now + "/vorige").text()).contains("Er is niets om op terug te kijken");
        assertThat(member.get(now + "/inleiding").document().select("a[href$=/vorige]")).isEmpty();
    }

    /** An open round of the first centre with an instrument that asks no priorities. */
    private UUID unscaledRound() {
        UUID round = UUID.randomUUID();
        service.openRound(round, "ronde " + round, new QuestionnaireKey("member-check", "2026"));
        service.context().getBean(RoundRepository.class).addCentre(round, net.centre);
        return round;
    }

    private String start(UUID round) {
        return director.post("/centrum/" + net.centre + "/ronde/" + round + "/zelfscan", Map.of()).path().replaceAll("/inleiding$", "");
    }

    @Test
    void whatWasTypedGoesWithTheNotesOfItsRound() {
        UUID agreement = closeFormer("7 years");
        member.submit(member.get(address).form(address).set("werd." + agreement, "done").set("lijn." + agreement, "Van nu."));
        service.context().getBeansOfType(RecurringJob.class).stream().filter(job -> job.name().equals("note-erasure"))
                .forEach(RecurringJob::run);
        assertThat(service.count("select count(*) from agreement where id = ? and what = '' and who = '' and not remind", agreement))
                .isOne();
        assertThat(
                service.count("select count(*) from interpretation i join sent_scan x on x.scan_id = i.scan_id where x.id = ?", net.sent))
                .isZero();
        assertThat(service.count("select count(*) from what_became where agreement_id = ? and about = '' and line = 'Van nu.'", agreement))
                .as("the line is of the round that goes on").isOne();
        assertThat(member.get("/centrum/" + net.centre + "/afspraken").text()).doesNotContain(WHAT);
    }
}
