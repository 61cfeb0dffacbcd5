package be.zelfscan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedAnswers;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two centres open their results to each other: offered, accepted, ended; what each sees meanwhile; who may do what. */
@Timeout(600)
@Order(Integer.MAX_VALUE - 12)
class OpeningIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.closed(service);
    private final Questionnaire questionnaire = service.questionnaire();

    private Visitor director(int centre) {
        return round.visitor(round.net().director(centre));
    }

    private String openings(int centre) {
        return "/centrum/" + round.centre(centre) + "/openstelling";
    }

    private String opposite(int centre, int other) {
        return "/centrum/" + round.centre(centre) + "/tegenover/" + round.centre(other) + "/" + round.id();
    }

    private String value(int other) {
        return round.id() + "/" + round.centre(other);
    }

    private Visitor.Page offer(int centre, int other, boolean notes) {
        Visitor.Form form = director(centre).get(openings(centre)).form(openings(centre)).set("centrum", value(other));
        return sure(centre, director(centre).submit(notes ? form.set("toelichtingen", "ja") : form));
    }

    private Visitor.Page accept(int centre, boolean notes) {
        Visitor.Form form = director(centre).get(openings(centre)).form("/aanvaarding");
        return sure(centre, director(centre).submit(notes ? form.set("toelichtingen", "ja") : form));
    }

    private Visitor.Page end(int centre) {
        return sure(centre, director(centre).submit(director(centre).get(openings(centre)).form("/einde")));
    }

    /** Confirms what the page in between asks, where it does. */
    private Visitor.Page sure(int centre, Visitor.Page page) {
        return page.document().selectFirst("input[name=zeker]") == null ? page : director(centre).submit(page.form("/openstelling"));
    }

    private String email(int centre) {
        return service.texts("select email from person where id = '%s'".formatted(round.net().director(centre))).getFirst();
    }

    private List<String> logged() {
        return service.texts("""
                select l.action || ' by ' || l.person_id || ': ' || l.detail from activity_log l join opening o on o.id = l.subject_id
                where o.round_id = '%s' order by l.id""".formatted(round.id()));
    }

    private Set<String> notes(int centre) {
        HandComputedAnswers.Given given = HandComputedRound.answers().round().scan(centre).newest();
        Set<String> typed = new HashSet<>();
        given.blocks().values().forEach(block -> {
            typed.addAll(block.notes().values());
            typed.add(block.differencesText());
        });
        typed.removeIf(String::isBlank);
        assertThat(typed).as("what centre %d typed", centre).isNotEmpty();
        return typed;
    }

    @Test
    void anOfferIsSeenByBothAndShowsNothingUntilItIsAccepted() {
        Visitor.Page offered = offer(1, 9, false);
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.text()).contains("Jullie voorstel is verstuurd").contains("Wacht op het andere centrum");
        assertThat(director(1).get(opposite(1, 9)).status()).isEqualTo(404);
        assertThat(director(9).get(opposite(9, 1)).status()).isEqualTo(404);

        Visitor.Page mail = director(9).newestMail(email(9), round.net().centreName(1) + " wil zijn resultaat");
        assertThat(mail.text()).contains(round.net().centreName(1)).doesNotContain("Dina Directeur 1 ");
        assertThat(service.count("select count(*) from message where kind = 'opening-offered' and round_id = ?", round.id())).isOne();

        assertThat(round.visitor(round.net().member(1)).post(openings(1), Map.of("centrum", List.of(value(2)))).status()).isEqualTo(403);

        Visitor.Page asked = round.visitor(round.net().member(9)).get(openings(9));
        assertThat(asked.text()).contains("Voorstellen aan jullie").contains(round.net().centreName(1)).contains("Alleen de directeur");
        assertThat(asked.document().select("main form")).isEmpty();

        assertThat(accept(9, false).text()).contains("staan nu voor elkaar open");
        for (int centre : List.of(1, 9)) {
            Visitor.Page page = round.visitor(round.net().member(centre)).get(opposite(centre, centre == 1 ? 9 : 1));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.document().select("svg.datagrafiek")).hasSize(2);
            Stream.concat(notes(1).stream(), notes(9).stream())
                    .forEach(note -> assertThat(page.document().outerHtml()).doesNotContain(note));
        }
        assertThat(logged()).containsExactly(
                "opening_offered by %s: %s, %s, %s, toelichtingen van %2$s: niet open".formatted(round.net().director(1),
                        round.net().centreName(1), round.net().centreName(9), title()),
                "opening_accepted by %s: %s, %s, %s, toelichtingen van %2$s: niet open".formatted(round.net().director(9),
                        round.net().centreName(9), round.net().centreName(1), title()));
    }

    private String title() {
        return service.texts("select title from round where id = '%s'".formatted(round.id())).getFirst();
    }

    @Test
    void eachSideOpensItsOwnNotesOrNot() {
        offer(1, 9, true);
        accept(9, false);
        for (int centre : List.of(1, 9)) {
            String text = director(centre).get(opposite(centre, centre == 1 ? 9 : 1)).text();
            assertThat(text).contains(centre == 1 ? "Jullie toelichtingen staan open" : "Jullie toelichtingen staan niet open");
            notes(1).forEach(note -> assertThat(text).contains(note.replaceAll("\\s+", " ")));
            notes(9).forEach(note -> assertThat(text).doesNotContain(note.replaceAll("\\s+", " ")));
        }
    }

    @Test
    void theAnswersStandOppositeEachOtherAndTellWhereTheyDiffer() {
        offer(2, 3, false);
        accept(3, false);
        Visitor.Page page = director(2).get(opposite(2, 3));
        HandComputedAnswers.Given own = HandComputedRound.answers().round().scan(2).newest();
        HandComputedAnswers.Given other = HandComputedRound.answers().round().scan(3).newest();
        questionnaire.blocks().forEach(block -> {
            Element pair = page.document().select("#" + block.id() + " .pair").first();
            String mine = label(own.blocks().get(block.id()).stage());
            String theirs = label(other.blocks().get(block.id()).stage());
            assertThat(pair.select("dd").eachText()).containsExactly("Jullie " + mine, round.net().centreName(3) + " " + theirs);
            assertThat(pair.select(".pair__tag").text()).isEqualTo(mine.equals(theirs) ? "gelijk" : "verschilt");
        });
        List<String> differing = questionnaire.blocks().stream()
                .filter(block -> !own.blocks().get(block.id()).stage().equals(other.blocks().get(block.id()).stage()))
                .map(block -> "%s: %s bij jullie, %s bij %s".formatted(block.title(),
                        label(own.blocks().get(block.id()).stage()).toLowerCase(),
                        label(other.blocks().get(block.id()).stage()).toLowerCase(), round.net().centreName(3)))
                .toList();
        assertThat(page.document().select("section[aria-labelledby=kop-verschil] li").eachText()).isEqualTo(differing).isNotEmpty();
        List<String> shapes = page.document().select("svg.datagrafiek").stream().map(svg -> svg.attr("viewBox")).distinct().toList();
        assertThat(shapes).hasSize(1);
    }

    private String label(String stage) {
        return questionnaire.scale().stage(stage).orElseThrow().label();
    }

    @Test
    void eitherSideEndsItAtOnceAndItCanBeginAgain() {
        offer(1, 9, false);
        accept(9, false);
        assertThat(end(9).text()).contains("Dit is gestopt").contains("beëindigd door jullie");
        assertThat(director(1).get(opposite(1, 9)).status()).isEqualTo(404);
        assertThat(director(9).get(opposite(9, 1)).status()).isEqualTo(404);
        assertThat(director(1).get(openings(1)).text()).contains("beëindigd door " + round.net().centreName(9));

        offer(9, 1, false);
        assertThat(end(9).text()).contains("ingetrokken door jullie");
        offer(9, 1, false);
        assertThat(end(1).text()).contains("geweigerd door jullie");
        offer(9, 1, false);
        accept(1, true);
        assertThat(director(1).get(opposite(1, 9)).status()).isEqualTo(200);
        assertThat(logged().stream().map(line -> line.substring(0, line.indexOf(' ')))).containsExactly("opening_offered",
                "opening_accepted", "opening_ended", "opening_offered", "opening_ended", "opening_offered", "opening_ended",
                "opening_offered", "opening_accepted");
    }

    @Test
    void aPageInBetweenSaysWhoWillReadWhatAndChangesNothing() {
        String other = round.net().centreName(9);
        Visitor.Page offering = director(1)
                .submit(director(1).get(openings(1)).form(openings(1)).set("centrum", value(9)).set("toelichtingen", "ja"));
        assertThat(offering.text()).contains("Voorstellen aan " + other + "?", title(), "krijgt hierover een mail",
                "met jullie toelichtingen",
                "Toch niet");
        assertThat(service.count("select count(*) from opening where round_id = ?", round.id())).isZero();
        director(1).submit(offering.form("/openstelling"));

        Visitor.Page accepting = director(9).submit(director(9).get(openings(9)).form("/aanvaarding"));
        assertThat(accepting.text()).contains("aanvaarden?", "zonder jullie toelichtingen", "met hun toelichtingen",
                "Wat intussen gelezen werd, kan je niet terughalen.");
        assertThat(director(9).submit(director(9).get(openings(9)).form("/einde")).text()).contains("weigeren?");
        assertThat(director(1).submit(director(1).get(openings(1)).form("/einde")).text()).contains("intrekken?");
        assertThat(director(9).get(opposite(9, 1)).status()).isEqualTo(404);
        director(9).submit(accepting.form("/openstelling"));
        assertThat(director(1).submit(director(1).get(openings(1)).form("/einde")).text()).contains("Stoppen met openzetten voor " + other);
        assertThat(director(9).get(opposite(9, 1)).status()).as("nothing ended yet").isEqualTo(200);
    }

    @Test
    void whatCannotBeIsRefusedAndTheFormComesBackFilledIn() {
        Visitor.Page unknown = offer(1, 10, true);
        assertThat(unknown.status()).as("centre 10 sent nothing").isEqualTo(422);
        assertThat(unknown.document().select("input[name=toelichtingen]").hasAttr("checked")).isTrue();
        assertThat(director(1).post(openings(1), Map.of("centrum", List.of(value(1)))).status()).isEqualTo(422);
        assertThat(director(1).post(openings(1), Map.of("centrum", List.of("onzin"))).status()).isEqualTo(422);
        assertThat(director(1).post(openings(1), Map.of()).text()).contains("Kies een ronde en een centrum");
        assertThat(director(1).post(openings(1), Map.of("centrum", List.of(round.earlierId() + "/" + round.centre(9)))).status())
                .as("not both in that round").isEqualTo(422);
        assertThat(director(1).post(openings(1), Map.of("centrum", List.of(value(1).replace(round.centre(1).toString(),
                UUID.randomUUID().toString())))).status()).isEqualTo(422);

        assertThat(offer(1, 9, false).status()).isEqualTo(200);
        Visitor.Page twice = offer(1, 9, false);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.document().select("option[selected]").attr("value")).isEqualTo(value(9));
        assertThat(offer(9, 1, false).text()).contains("stelde dit zelf al voor aan jullie");
        accept(9, false);
        assertThat(offer(9, 1, false).text()).contains("staan al open tussen jullie");
        assertThat(service.count("select count(*) from opening where round_id = ?", round.id())).isOne();
    }

    @Test
    void anOfferToACentreWithoutDirectorSaysThatNobodyIsTold() {
        service.change("delete from membership where person_id = ?", round.net().director(9));
        assertThat(offer(1, 9, false).text()).contains("heeft in Zelfscan nog geen directeur");
    }

    @Test
    void onlyADirectorOfTheCentreThatIsAskedAccepts() {
        offer(1, 9, false);
        String id = service.texts("select id::text from opening where round_id = '%s'".formatted(round.id())).getFirst();
        String accepting = openings(9) + "/" + id + "/aanvaarding";
        assertThat(round.visitor(round.net().member(9)).post(accepting, Map.of()).status()).isEqualTo(403);
        assertThat(round.visitor(round.net().support()).post(accepting, Map.of()).status()).isEqualTo(403);
        assertThat(director(1).post(accepting, Map.of()).status()).isEqualTo(404);
        assertThat(director(1).post(openings(1) + "/" + id + "/aanvaarding", Map.of()).status()).as("its own offer").isEqualTo(409);
        assertThat(director(2).post(openings(2) + "/" + id + "/aanvaarding", Map.of()).status()).isEqualTo(404);
        assertThat(director(2).post(openings(2) + "/" + id + "/einde", Map.of()).status()).isEqualTo(404);
        assertThat(round.visitor(round.net().member(1)).post(openings(1) + "/" + id + "/einde", Map.of()).status()).isEqualTo(403);
        assertThat(director(2).get(openings(2)).text()).doesNotContain("Wacht op het andere centrum");

        accept(9, false);
        assertThat(round.visitor(round.net().member(2)).get(opposite(2, 1)).status()).isEqualTo(404);
        assertThat(round.visitor(round.net().leader("C")).get(opposite(1, 9)).status()).isEqualTo(404);
        assertThat(round.visitor(round.net().support()).get(opposite(1, 9)).status()).isEqualTo(403);
        assertThat(director(1).get("/resultaat/" + round.sent(9).getLast()).status()).as("never the other's own page").isEqualTo(404);
    }

    /**
     * Of B, centre 1 knows two of the four others by name: the rest is fewer than the minimum. What was read stays known when it is ended.
     */
    @Test
    void aCentreThatIsSeenByNameNoLongerHidesTheOthers() {
        String besideB = "/centrum/" + round.centre(1) + "/vergelijking/" + round.id() + "?groep=" + round.schoolGroup("B");
        assertThat(director(1).get(besideB).document().select(".beside-spread")).hasSize(1);
        offer(1, 6, false);
        assertThat(director(1).get(besideB).document().select(".beside-spread")).as("an offer shows nothing").hasSize(1);
        accept(6, false);
        offer(1, 7, false);
        accept(7, false);
        Visitor.Page page = director(1).get(besideB);
        assertThat(page.text()).contains("te weinig centra om te tonen (minstens 4)");
        assertThat(page.document().select(".beside-spread")).isEmpty();
        assertThat(page.document().outerHtml()).doesNotContain(round.net().centreName(6));
        end(6);
        end(7);
        assertThat(director(1).get(besideB).document().select(".beside-spread")).isEmpty();
    }
}
