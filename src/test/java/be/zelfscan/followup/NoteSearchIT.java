package be.zelfscan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.campaign.Net;
import be.zelfscan.comparison.HandComputedFigures.Hit;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.support.Respondent;
import be.zelfscan.support.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searching the notes of a round whose hits were found by hand. */
class NoteSearchIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Visitor support = round.visitor(round.net().support());

    static List<String> queries() {
        return List.copyOf(HandComputedRound.figures().noteSearch().hits().keySet());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aSearchFindsWhatWasFoundByHand(String query) {
        List<Hit> expected = HandComputedRound.figures().noteSearch().hits().get(query);

        Visitor.Page page = find("zoek=" + encoded(query));

        assertThat(page.status()).isEqualTo(200);
        assertThat(lines(page)).containsExactlyInAnyOrderElementsOf(expected.stream().map(this::line).toList());
        assertThat(page.document().select("#gevonden").text()).isEqualTo(switch (expected.size()) {
            case 0 -> "Geen toelichtingen";
            case 1 -> "1 toelichting";
            default -> expected.size() + " toelichtingen";
        });
        for (Element note : page.document().select(".note")) {
            assertThat(note.select("mark")).as("marked in " + note.text()).isNotEmpty();
        }
    }

    @Test
    void whatWasLookedForIsMarkedInTheWholeNoteAndTheAnswerStandsBeside() {
        Element note = find("zoek=vergadering&deel=teamwerk").document().select(".note").stream()
                .filter(one -> one.select("h3").text().equals(round.net().centreName(2))).findFirst().orElseThrow();

        assertThat(note.select(".note__text").text()).isEqualTo("Drie teams, drie agenda’s: een vaste vergadering lukt zelden.");
        assertThat(note.select("mark").eachText()).containsExactly("vergadering");
        assertThat(note.text()).contains(questionnaire().question("teamwerk", "bottlenecks").orElseThrow().option("people").orElseThrow()
                .label());
        assertThat(note.select("a").attr("href")).isEqualTo("/resultaat/" + round.sent(2).getLast());
        assertThat(support.get(note.select("a").attr("href")).status()).isEqualTo(200);
    }

    @Test
    void aPageBehindTheLastIsTheLast() {
        for (String found : List.of("zoek=werkdruk", "zoek=zonsverduistering")) {
            Visitor.Page first = find(found);
            Visitor.Page behind = find(found + "&bladzijde=9");
            assertThat(behind.status()).isEqualTo(200);
            assertThat(lines(behind)).isEqualTo(lines(first));
            assertThat(behind.document().select("#gevonden").text()).isEqualTo(first.document().select("#gevonden").text());
        }
    }

    /** Stems alone missed all of these. */
    @Test
    void partsOfWordsAreFoundWhateverTheirAccents() {
        TestNet net = new TestNet();
        Notes.replace(service, net.sent, "Céline bereidt de teamvergadering en het zorgoverleg voor; de leerlingenbegeleiding volgt.");
        String address = Notes.address(service, net.sent);
        Visitor poc = net.visitor(Actor.support);
        for (String query : List.of("vergadering", "zorg", "celine", "CELINE zorg", "Ce\u0301line", "begeleiding de vergadering", "céli",
                "celine of onweer", "onweer of celine zorg", "vergadering -onweer", "-onweer celine", "begeleiding -de",
                "\"het zorgoverleg voor\" of onweer", "celine -\"zorgoverleg volgt\"", "de of vergadering", "of celine of")) {
            Visitor.Page page = poc.get(address + "?zoek=" + encoded(query));
            assertThat(page.document().select(".note__text mark").eachText()).as(query + ": " + page.document().select("#gevonden").text())
                    .isNotEmpty();
        }
        for (String query : List.of("zorg onweer", "\"vergadering\"", "\"zorgoverleg teamvergadering\"", "-celine zorg", "gaderingen",
                "onweer of storm",
                "vergadering -zorg", "begeleiding -céline", "onweer of begeleiding -celine", "vergadering -\"het zorgoverleg\"")) {
            assertThat(poc.get(address + "?zoek=" + encoded(query)).document().select(".note__text")).as(query).isEmpty();
        }
    }

    @Test
    void quotesAndDashesOfPrintHideNoWord() {
        TestNet net = new TestNet();
        Notes.replace(service, net.sent, "Ze noemen het ‘zorgzaam’ – “samen sterk” –, en dat blijft zo…");
        String address = Notes.address(service, net.sent);
        Visitor poc = net.visitor(Actor.support);
        for (String query : List.of("zorgzaam", "“zorgzaam”", "\"noemen het zorgzaam\"", "\"samen sterk\"", "zo -storm")) {
            assertThat(poc.get(address + "?zoek=" + encoded(query)).document().select(".note__text")).as(query).isNotEmpty();
        }
        assertThat(poc.get(address + "?zoek=" + encoded("-zorgzaam sterk")).document().select(".note__text")).isEmpty();
    }

    @Test
    void ofBetweenTwoWordsFindsEither() {
        List<String> either = lines(find("zoek=" + encoded("werkdruk of overlegtijd")));
        assertThat(either).containsExactlyInAnyOrderElementsOf(lines(find("zoek=" + encoded("werkdruk or overlegtijd"))))
                .hasSizeGreaterThan(lines(find("zoek=werkdruk")).size());
    }

    @Test
    void filtersNarrowWhatIsFound() {
        assertThat(lines(find("zoek=werkdruk&vraag=bottlenecks&deel=kernprocessen"))).hasSize(2);
        assertThat(lines(find("zoek=werkdruk&vraag=levers"))).isEmpty();
        assertThat(lines(find("zoek=werkdruk&scholengroep=" + round.schoolGroup("B")))).hasSize(4)
                .allMatch(line -> List.of(1, 7, 9).stream().anyMatch(centre -> line.startsWith(round.net().centreName(centre))));
        assertThat(lines(find("zoek=overlegtijd&scholengroep=" + round.schoolGroup("C")))).hasSize(1);
    }

    @Test
    void withoutWordsAllNotesThatCountStandThere() {
        int all = HandComputedRound.answers().round().scans().stream().filter(scan -> !scan.sent().isEmpty())
                .mapToInt(scan -> scan.newest().blocks().values().stream().mapToInt(block -> block.notes().size()).sum()).sum();

        assertThat(find("").document().select("#gevonden").text()).startsWith(all + " toelichtingen");
    }

    @Test
    void allRoundsAreSearchedWhenAsked() {
        Visitor.Page page = find("zoek=" + encoded("\"te weinig overlegtijd\" vestigingen") + "&rondes=alle");

        assertThat(lines(page)).anyMatch(line -> line.startsWith(round.net().centreName(7)) && line.contains("behartiger"));
        assertThat(page.text()).contains("Afname van vorig jaar");
        assertThat(lines(find("zoek=" + encoded("\"te weinig overlegtijd\" vestigingen")))).as("in this round").isEmpty();
    }

    @Test
    void aSearchThatMeansNothingSaysSoAndKeepsWhatWasTyped() {
        for (String query : List.of("zoek=de+het+een", "deel=onbekend", "vraag=stage", "scholengroep=x", "label=x", "rondes=x",
                "zoek=" + "a".repeat(201))) {
            Visitor.Page page = find(query);
            assertThat(page.status()).as(query).isEqualTo(422);
            assertThat(page.document().select(".problem").text()).as(query).isNotEmpty();
        }
        assertThat(find("zoek=de+het&deel=teamwerk").document().select("#zoek").attr("value")).isEqualTo("de het");
        for (String odd : List.of("zoek=%00%27%22%28%26%7C%21%3A*", "zoek=-", "zoek=%22", "bladzijde=-1", "bladzijde=99999999")) {
            assertThat(find(odd).status()).as(odd).isIn(200, 422);
        }
    }

    @Test
    void whatWasTypedAsAnAnswerIsFoundWithTheQuestionThatItAnswersUntilItIsErased() {
        TestService.TestCentre centre = service.centre("Centrum dat typt");
        Visitor poc = service.inSession(service.supporterId());
        Visitor director = service.inSession(centre.director());
        String planned = poc.submit(Net.plan(poc, Net.unique("Ronde met open vragen"), centre).set("questionnaire", "netwerkkaart/2026"))
                .path();
        Net.confirm(poc, planned + "/opening");
        String scan = Net.start(director, centre, planned);
        Respondent respondent = new Respondent();
        respondent.answerWithoutScript(director, director.get(scan + "/inleiding").link("Naar de vragen"));
        UUID sent = Net.sent(Net.confirm(director, scan + "/verzending"));
        String address = Notes.address(service, sent);
        List<String> typed = respondent.typed().stream().map(Respondent.Typed::text).filter(text -> text.startsWith("Antwoord")).toList();

        assertThat(typed).hasSizeGreaterThan(10);
        for (String text : typed) {
            Visitor.Page page = poc.get(address + "?zoek=" + encoded("\"" + text + "\""));
            assertThat(page.document().select(".note__text").eachText()).as(text).containsExactly(text);
            assertThat(page.document().select(".note__text mark")).as(text).isNotEmpty();
        }
        Questionnaire questionnaire = service.context().getBean(Instruments.class).get(new QuestionnaireKey("netwerkkaart", "2026"));
        List<String> places = service.texts("select part from sent_note where sent_scan_id = '" + sent + "'");
        assertThat(places).as("a note, open questions and tables").contains("", "answer")
                .anyMatch(part -> part.matches("answer\\.[^.]+\\.[^.]+"));
        assertTellsWhereItStands(poc, address, questionnaire, sent);

        Notes.erase(service, Notes.round(service, sent));

        assertThat(poc.get(address + "?zoek=antwoord").document().select(".note")).isEmpty();
        assertThat(service.count("select count(*) from sent_note where sent_scan_id = ?", sent)).isZero();
    }

    /** Each text stands with its section and question; one of several in an answer with what it stands beside. */
    private void assertTellsWhereItStands(Visitor poc, String address, Questionnaire questionnaire, UUID sent) {
        for (String row : service
                .texts("select section || '|' || question || '|' || part || '|' || note from sent_note where sent_scan_id = '%s'"
                        .formatted(sent))) {
            String[] at = row.split("\\|", 4);
            Question question = questionnaire.question(at[0], at[1]).orElseThrow();
            Visitor.Page page = poc.get(address + "?zoek=" + encoded("\"" + at[3] + "\"") + "&vraag=" + at[1]);
            String said = page.document().select(".note__head p").text();
            assertThat(said).as(row).contains(questionnaire.sectionTitle(at[0]) + " · " + question.shortLabel());
            String[] steps = at[2].split("\\.");
            if (steps.length == 2) {
                assertThat(said).as(row).contains(": " + question.option(steps[1]).orElseThrow().label());
            } else if (steps.length > 2) {
                Question column = question.type().cells(question).stream().filter(one -> one.id().equals(steps[2])).findFirst()
                        .orElseThrow();
                assertThat(said).as(row).containsPattern(": .* \\d+, " + Pattern.quote(column.shortLabel()));
            }
            String count = at[2].isEmpty() ? "1 toelichting" : "1 antwoord";
            assertThat(page.document().select("#gevonden").text()).as(row).isEqualTo(count);
        }
    }

    @Test
    void aLabelHangsOnATypedAnswerAndNotOnTheNoteBesideIt() {
        TestNet net = new TestNet();
        UUID sent = Notes.replace(service, net.sent, "Onze werkdruk is hoog.");
        service.change("""
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, questionnaire_id, version, content)
                select gen_random_uuid(), scan_id, number + 1, now(), sent_by, questionnaire_id, version, jsonb_set(content, '{answers}', (
                  select jsonb_agg(case when item ->> 'section' = 'teamwerk' and item ->> 'question' = 'bottlenecks'
                    then item || '{"answer": {"type": "coded", "codes": ["people"], "texts": {"people": "Werkdruk bij het onthaal."}}}'
                    else item end)
                  from jsonb_array_elements(content -> 'answers') item)) from sent_scan where id = ?""", sent);
        String address = Notes.address(service, net.sent);
        Visitor poc = net.visitor(Actor.support);
        Visitor.Page found = poc.get(address + "?zoek=werkdruk");
        assertThat(found.document().select("#gevonden").text()).isEqualTo("1 toelichting en 1 antwoord");
        assertThat(found.document().select(".note:contains(onthaal) .note__head p").text()).endsWith(": " + questionnaire()
                .question("teamwerk", "bottlenecks").orElseThrow().option("people").orElseThrow().label());
        String key = found.document().select(".note:contains(onthaal) .note__tick input").attr("value");

        String name = "Onthaal " + UUID.randomUUID();
        assertThat(poc.post(address + "/codering", Map.of("toelichting", List.of(key), "nieuw", List.of(name))).text())
                .contains("1 toelichting meer");

        Visitor.Page labelled = poc.get(address + "?zoek=werkdruk");
        assertThat(labelled.document().select(".note:contains(onthaal) .labels").text()).contains(name);
        assertThat(labelled.document().select(".note:contains(is hoog) .labels").text()).doesNotContain(name);
        poc.post(address + "/codering/verwijdering", Map.of("toelichting", List.of(key), "label",
                List.of(service.texts("select id::text from note_label where name = '" + name + "'").getFirst())));
        assertThat(poc.get(address + "?zoek=werkdruk").text()).doesNotContain("weghalen: " + name);
    }

    @Test
    void whatStandsInANoteIsTextAndNothingElse() {
        TestNet net = new TestNet();
        String note = "De <script>alert('werkdruk')</script> & <b>werkdruk</b> van http://voorbeeld.example/werkdruk is \uE000hoog\uE001, "
                + "<img src=x onerror=alert(1)>";
        Notes.replace(service, net.sent, note);

        Visitor.Page page = net.visitor(Actor.support).get(Notes.address(service, net.sent) + "?zoek=werkdruk");

        Element text = page.document().select(".note__text").first();
        assertThat(text.wholeText()).isEqualTo(note.replaceAll("[\uE000\uE001]", ""));
        assertThat(text.select("*").stream().map(Element::tagName)).containsOnly("blockquote", "mark");
        assertThat(text.select("mark").eachText()).contains("werkdruk");
        assertThat(page.document().select("script:not([src])")).isEmpty();
    }

    private Visitor.Page find(String query) {
        return support.get("/vergelijking/" + round.id() + "/toelichtingen?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Questionnaire questionnaire() {
        return service.questionnaire();
    }

    /** A hit as the page words it: centre, block, question. */
    private String line(Hit hit) {
        return round.net().centreName(hit.centre()) + " | " + hit.block() + " | " + hit.question();
    }

    private static List<String> lines(Visitor.Page page) {
        return page.document().select(".note").stream()
                .map(note -> note.select("h3").text() + " | "
                        + note.select(".note__tick input").attr("value").replaceFirst("^[^/]+/", "").replace("/", " | "))
                .toList();
    }
}
