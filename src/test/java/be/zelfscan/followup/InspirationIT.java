package be.zelfscan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Person;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Who inspires whom, as it was worked out by hand; and centres that are introduced to each other. */
class InspirationIT {
    private static final String BLOCK = "geinformeerde-praktijken";

    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Visitor support = round.visitor(round.net().support());
    private final String inspiration = "/vergelijking/" + round.id() + "/inspiratie";

    @Test
    void eachBlockHasTheCentresThatWereFoundByHand() {
        Visitor.Page page = support.get(inspiration);

        HandComputedRound.figures().inspiration().forEach((block, expected) -> {
            assertThat(centres(page, block, 0)).as("inspire in " + block).containsExactlyElementsOf(names(expected.inspire()));
            assertThat(centres(page, block, 1)).as("seek in " + block).containsExactlyElementsOf(names(expected.seek()));
        });
        Element twelve = seeking(page, BLOCK, 12);
        assertThat(twelve.text()).contains("(prioriteit 4)");
        assertThat(twelve.select(".match__pairs").text()).doesNotContain("aan " + round.net().centreName(12))
                .contains("aan " + round.net().centreName(4)).contains("aan " + round.net().centreName(9));
    }

    @Test
    void oneCanLookAtOneBlockOrAtTheCentresOfOneSchoolGroupThatSeek() {
        assertThat(support.get(inspiration + "?deel=teamwerk").document().select("section.section h2").eachText())
                .containsExactly(service.questionnaire().sectionTitle("teamwerk"));
        Visitor.Page ofGroup = support.get(inspiration + "?scholengroep=" + round.schoolGroup("C"));
        assertThat(centres(ofGroup, BLOCK, 0)).containsExactlyElementsOf(names(List.of(4, 9, 12)));
        assertThat(centres(ofGroup, BLOCK, 1)).containsExactlyElementsOf(names(List.of(11, 12)));
        for (String wrong : List.of("?deel=x", "?scholengroep=x", "?scholengroep=" + UUID.randomUUID())) {
            assertThat(support.get(inspiration + wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void bothDirectorsGetOneMailOnceAndThePageSaysSo() {
        UUID seeking = round.net().director(6);
        UUID inspiring = round.net().director(4);
        Visitor.Page form = support.get(seeking(support.get(inspiration), BLOCK, 6).select("a[href*=voorstelling]").stream()
                .filter(link -> link.text().contains(round.net().centreName(4))).findFirst().orElseThrow().attr("href"));
        assertThat(form.text()).contains("naam en het e-mailadres").contains(email(inspiring)).contains(email(seeking));
        Visitor.Form filled = form.form("voorstelling").set("bericht", "Bel elkaar <eens>.\nVeel succes.");
        Visitor.Page preview = support.post(filled.action() + "/voorbeeld", Map.of("bericht", filled.get("bericht")));
        assertThat(preview.document().select(".mail-text").first().wholeText()).contains("POC+ schrijft erbij:\nBel elkaar <eens>.");
        assertThat(service.count("select count(*) from introduction where seeking = ?", round.centre(6))).as("a preview does nothing")
                .isZero();

        assertThat(support.submit(preview.form("voorstelling")).text()).contains("aan elkaar voorgesteld");

        for (UUID director : List.of(inspiring, seeking)) {
            Visitor.Page mail = support.newestMail(email(director), "Kennismaken over");
            assertThat(mail.text()).contains(round.net().centreName(4)).contains(round.net().centreName(6)).contains(email(inspiring))
                    .contains(email(seeking)).contains("Bel elkaar <eens>.").contains("Dina Directeur 4").contains("Dina Directeur 6");
        }
        Await.until(Duration.ofSeconds(30), "both delivered", () -> mails("delivered") == 2);
        assertThat(seeking(support.get(inspiration), BLOCK, 6).text()).contains("de mails zijn afgeleverd");
        Visitor.Page again = support.submit(preview.form("voorstelling"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("al aan elkaar voorgesteld");
        assertThat(service.count("select count(*) from message m join introduction i on i.id = m.subject_id where i.seeking = ?",
                round.centre(6))).isEqualTo(2);
        assertThat(
                service.texts("select detail from activity_log where action = 'centres_introduced' and subject_id = '" + round.id() + "'"))
                .anyMatch(detail -> detail.contains(round.net().centreName(6)) && !detail.contains("Dina"));
        assertThat(support.get("/mails?ronde=" + round.id()).text()).contains("kennismaking tussen twee centra");

        assertThat(introducedOf(6)).containsExactly(seeking);
        service.change("update membership set role = 'member' where person_id = ? and centre_id = ?", seeking, round.centre(6));
        assertThat(introducedOf(6)).as("who is no director any more gets no mail of it").isEmpty();
        service.change("update membership set role = 'director' where person_id = ? and centre_id = ?", seeking, round.centre(6));
    }

    /** Whom a mail about the introduction of a centre that seeks would go to or name. */
    private List<UUID> introducedOf(int seeking) {
        UUID introduction = UUID.fromString(
                service.texts("select id::text from introduction where seeking = '" + round.centre(seeking) + "'").getFirst());
        return new Scope.Service().call(() -> service.context().getBean(IntroduceCentres.class).find(introduction)).orElseThrow().seeking()
                .directors().stream().map(Person::id).toList();
    }

    private long mails(String state) {
        return service.count(
                "select count(*) from message m join introduction i on i.id = m.subject_id where i.seeking = ? and m.state = ?",
                round.centre(6), state);
    }

    @Test
    void onlyWhoOffersAndWhoSeeksIsIntroducedAndNobodyToThemselves() {
        assertThat(answer(BLOCK, 12, 12)).isEqualTo(409);
        assertThat(answer(BLOCK, 1, 6)).as("1 does not inspire").isEqualTo(409);
        assertThat(answer(BLOCK, 9, 4)).as("4 does not seek").isEqualTo(409);
        assertThat(answer(BLOCK, 5, 6)).as("5 did not send").isEqualTo(409);
        assertThat(answer("onbekend", 9, 6)).isEqualTo(404);
        assertThat(support.get(pair(BLOCK, UUID.randomUUID(), round.centre(6))).status()).isEqualTo(404);
        Visitor.Page long2 = support.post(pair(BLOCK, round.centre(9), round.centre(6)), Map.of("bericht", List.of("x".repeat(2001))));
        assertThat(long2.status()).isEqualTo(422);
        assertThat(long2.text()).contains("telt 2.001 tekens; er is plaats voor 2.000");
        assertThat(long2.document().select("textarea").text()).hasSize(2001);
    }

    @Test
    void aMailThatNamesSomebodyGoesWhenThatPersonIsRemoved() {
        UUID removed = round.net().director(8);
        service.change("update person set name = ? where id = ?", "Wilma Weg-" + removed, removed);
        support.post(pair(BLOCK, round.centre(9), round.centre(8)), Map.of("bericht", List.of("")));
        String other = email(round.net().director(9));
        Await.until(Duration.ofSeconds(30), "both delivered", () -> mailsNaming(removed) == 2);

        support.post("/organisatie/mensen/" + removed + "/verwijdering", Map.of());

        assertThat(mailsNaming(removed)).as("also that to " + other).isZero();
        assertThat(service.count("select count(*) from introduction where seeking = ?", round.centre(8))).isOne();
    }

    private long mailsNaming(UUID person) {
        return service.count("""
                select count(*) from mailbox_mail b join message m on m.id = b.message_id
                join introduced_person i on i.introduction_id = m.subject_id where i.person_id = ?""", person);
    }

    private int answer(String block, int inspiring, int seeking) {
        String pair = pair(block, round.centre(inspiring), round.centre(seeking));
        int status = support.get(pair).status();
        assertThat(support.post(pair, Map.of()).status()).isEqualTo(status);
        assertThat(service.count("select count(*) from introduction where inspiring = ? and seeking = ? and block = ?",
                round.centre(inspiring), round.centre(seeking), block)).isZero();
        return status;
    }

    private String pair(String block, UUID inspiring, UUID seeking) {
        return inspiration + "/" + block + "/" + inspiring + "/" + seeking + "/voorstelling";
    }

    private List<String> names(Collection<Integer> centres) {
        return centres.stream().map(round.net()::centreName).toList();
    }

    private static List<String> centres(Visitor.Page page, String block, int column) {
        return page.document().select("#" + block + " .matches > div").get(column).select("> ul > li > a").eachText();
    }

    private Element seeking(Visitor.Page page, String block, int centre) {
        return page.document().select("#" + block + " .matches > div").get(1).select("> ul > li").stream()
                .filter(one -> one.select("> a").text().equals(round.net().centreName(centre))).findFirst().orElseThrow();
    }

    private String email(UUID person) {
        return person + "@test.example";
    }
}
