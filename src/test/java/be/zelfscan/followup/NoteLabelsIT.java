package be.zelfscan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Labels of the support team: made, hung on notes, counted, ended. */
class NoteLabelsIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Visitor support = round.visitor(round.net().support());
    private final String notes = "/vergelijking/" + round.id() + "/toelichtingen";
    private final String name = "druk " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tickedNotesGetALabelAndAreCounted() {
        List<String> ticked = support.get(notes + "?zoek=werkdruk").document().select(".note__tick input").eachAttr("value");
        Visitor.Page done = support.post(notes + "/codering?zoek=werkdruk", Map.of("toelichting", ticked, "nieuw", List.of(name)));

        assertThat(done.text()).contains("Het label hangt aan 4 toelichtingen meer.");
        assertThat(done.document().select("#zoek").attr("value")).as("the search goes on").isEqualTo("werkdruk");
        assertThat(done.document().select(".note .label > span").eachText()).filteredOn(name::equals).hasSize(4);

        Visitor.Page counted = support.get(notes + "/labels");
        assertThat(cell(counted, "Samen")).as("centres 1, 7 and 9").isEqualTo("3 centra 4 toelichtingen");
        assertThat(cell(counted, title("kernprocessen"))).isEqualTo("2 centra 2 toelichtingen");
        assertThat(cell(counted, title("teamwerk"))).isEqualTo("1 centrum 1 toelichting");
        assertThat(cell(counted, title("partnerschap-intern"))).isEqualTo("1 centrum 1 toelichting");
        Visitor.Page counts = support.get(row(counted).select("a").get(0).attr("href"));
        assertThat(counts.document().select(".note")).hasSize(4);
    }

    @Test
    void theSameLabelAgainChangesNothingAndOneNoteIsDoneWithItsOwnForm() {
        UUID label = label();
        Visitor.Form own = support.get(notes + "?zoek=werkdruk&deel=teamwerk")
                .form(notes + "/codering?zoek=werkdruk&deel=teamwerk");
        assertThat(support.submit(own.set("label", label.toString())).text()).contains("Het label hangt aan 1 toelichting meer.");
        assertThat(support.submit(own.set("label", label.toString())).text()).contains("hadden het label al");
        assertThat(service.count("select count(*) from labelled_note where label_id = ?", label)).isOne();
        assertThat(service.count("select count(*) from labelled_note where label_id = ? and labelled_by = ?", label,
                round.net().support())).isOne();

        Visitor.Page labelled = support.get(notes + "?label=" + label);
        assertThat(labelled.document().select(".note")).hasSize(1);
        Element taking = labelled.document().select("form[action*=verwijdering]").stream()
                .filter(form -> form.select("[name=label]").attr("value").equals(label.toString())).findFirst().orElseThrow();
        assertThat(support.post(taking.attr("action"), Map.of("toelichting", List.of(taking.select("[name=toelichting]").attr("value")),
                "label", List.of(label.toString()))).text()).contains("van de toelichting gehaald");
        assertThat(service.count("select count(*) from labelled_note where label_id = ?", label)).isZero();
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsLost() {
        String ticked = support.get(notes + "?zoek=zelden").document().select(".note__tick input").attr("value");
        Visitor.Page without = support.post(notes + "/codering?zoek=zelden", Map.of("toelichting", List.of(ticked)));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text()).contains("Kies een label, of geef een nieuw label een naam.");
        assertThat(without.document().select(".note__tick input[checked]").eachAttr("value")).containsExactly(ticked);
        Visitor.Page nothing = support.post(notes + "/codering", Map.of("nieuw", List.of(name)));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Vink eerst");
        assertThat(nothing.document().select("#codering-nieuw").attr("value")).isEqualTo(name);
        assertThat(support.post(notes + "/codering", Map.of("toelichting", List.of("x/\u0000/y"), "label", List.of("x"))).status())
                .isEqualTo(422);
        assertThat(support.post(notes + "/codering/verwijdering", Map.of("toelichting", List.of("x"))).status()).isEqualTo(422);
        assertThat(service.count("select count(*) from note_label where name = ?", name)).isZero();
    }

    @Test
    void aLabelIsRenamedAndEndedAndTheLogSaysIt() {
        UUID label = label();
        String address = notes + "/labels/" + label;
        assertThat(support.post(notes + "/labels", Map.of("naam", List.of(name.toUpperCase(java.util.Locale.ROOT)))).status())
                .as("a name that is taken").isEqualTo(409);
        assertThat(support.post(address, Map.of("naam", List.of(" "))).status()).isEqualTo(422);
        assertThat(support.post(address, Map.of("naam", List.of("x".repeat(61)))).text()).contains("telt 61 tekens; er is plaats voor 60");
        assertThat(support.submit(support.get(notes + "/labels").form(address).set("naam", name + " nieuw")).text())
                .contains("heet nu anders");
        assertThat(support.post(address + "/einde", Map.of()).text()).contains("Het label is beëindigd");
        Visitor.Page refused = support.post(notes + "/codering", Map.of("label", List.of(label.toString()), "toelichting",
                List.of(support.get(notes + "?zoek=zelden").document().select(".note__tick input").attr("value"))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("is beëindigd");
        assertThat(support.post(address + "/hervatting", Map.of()).text()).contains("opnieuw in gebruik");
        assertThat(support.post(notes + "/labels/" + UUID.randomUUID() + "/einde", Map.of()).status()).isEqualTo(404);
        assertThat(service.texts("select action from activity_log where subject_id = '" + label + "' order by id")).containsExactly(
                "label_made", "label_renamed", "label_ended", "label_resumed");
    }

    @Test
    void erasedNotesAreGoneFromTheSearchAndFromTheCounts() {
        TestNet net = new TestNet();
        UUID sent = Notes.replace(service, net.sent, "Onze werkdruk is hoog.");
        UUID ofRound = Notes.round(service, net.sent);
        String address = Notes.address(service, net.sent);
        Visitor poc = net.visitor(Actor.support);
        UUID label = label();
        assertThat(poc.post(address + "/codering", Map.of("toelichting", List.of(sent + "/teamwerk/bottlenecks"), "label",
                List.of(label.toString()))).text()).contains("1 toelichting meer");

        Notes.erase(service, ofRound);

        assertThat(poc.get(address).text()).contains("Geen toelichtingen").contains("gewist");
        assertThat(poc.get(address + "?zoek=werkdruk").document().select(".note")).isEmpty();
        assertThat(poc.get(address + "/labels").text()).contains("hangt nog geen label");
        assertThat(service.count("""
                select count(*) from sent_note n join sent_scan x on x.id = n.sent_scan_id join scan s on s.id = x.scan_id
                where s.round_id = ?""", ofRound)).isZero();
        assertThat(service.count("select count(*) from labelled_note where label_id = ?", label)).isZero();
        assertThat(service.count("select count(*) from note_label where id = ?", label)).isOne();
    }

    private UUID label() {
        assertThat(support.post(notes + "/labels", Map.of("naam", List.of(name))).text()).contains("Het label is gemaakt.");
        return UUID.fromString(service.texts("select id::text from note_label where name = '" + name + "'").getFirst());
    }

    private Element row(Visitor.Page page) {
        return page.document().select(".label-counts tbody tr").stream().filter(row -> row.select("th").text().equals(name)).findFirst()
                .orElseThrow();
    }

    private String cell(Visitor.Page page, String column) {
        int place = page.document().select(".label-counts thead th").eachText().indexOf(column);
        return row(page).select("th, td").get(place).text();
    }

    private String title(String block) {
        return service.questionnaire().sectionTitle(block);
    }
}
