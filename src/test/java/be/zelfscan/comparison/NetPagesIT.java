package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Use;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The pages of POC+ and of a school group show what was counted by hand. */
class NetPagesIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = service.questionnaire();
    private final Visitor poc = round.visitor(round.net().support());
    private final String address = "/vergelijking/" + round.id();

    @Test
    void everyFigureOfTheNetStandsOnItsPage() {
        assertThat(poc.get("/vergelijking").document().select("main a[href=" + address + "]")).hasSize(1);
        assertFigures(poc.get(address).document(), HandComputedRound.figures("net"));
        assertFigures(poc.get("/vergelijking/" + round.earlierId()).document(), HandComputedRound.earlierFigures("net"));
    }

    @Test
    void everyFigureOfASchoolGroupStandsOnItsPages() {
        for (String letter : List.of("A", "B", "C")) {
            UUID group = round.schoolGroup(letter);
            assertFigures(poc.get(address + "?scholengroep=" + group).document(), HandComputedRound.figures(letter));
            Document page = round.visitor(round.net().leader(letter)).get("/scholengroep/%s/ronde/%s".formatted(group, round.id()))
                    .document();
            assertFigures(page, HandComputedRound.figures(letter));
            HandComputedRound.figures(letter).centres()
                    .forEach(centre -> assertThat(page.text()).contains(round.net().centreName(centre)));
        }
    }

    private void assertFigures(Document page, HandComputedFigures.Group expected) {
        for (Section block : questionnaire.blocks()) {
            HandComputedFigures.Block hand = expected.block(block.id());
            List<String> stages = cells(page, "Verdeling", block);
            for (Stage stage : questionnaire.scale().stages()) {
                int at = questionnaire.scale().position(stage.id()).orElseThrow();
                assertThat(stages.get(stages.size() > questionnaire.scale().stages().size() + 1 ? at + 1 : at))
                        .as("%s on %s", block.id(), stage.id())
                        .isEqualTo("%d (%d%%)".formatted(hand.stages().get(stage.id()), hand.percentages().get(stage.id())));
                String flows = cells(page, "Ambities", block).get(at);
                hand.flows().stream().filter(flow -> flow.from().equals(stage.id())).forEach(flow -> assertThat(flows)
                        .contains(flow.from().equals(flow.to()) ? flow.count() + " aanhouden" : "%d naar ".formatted(flow.count())));
            }
            assertOptions(page, block, questionnaire.blockQuestionFor(Use.LEVER).orElseThrow(), hand.levers());
            assertOptions(page, block, questionnaire.blockQuestionFor(Use.BOTTLENECK).orElseThrow(), hand.bottlenecks());
            assertOptions(page, block, questionnaire.blockQuestionFor(Use.DIFFERENCE).orElseThrow(), hand.differences());
            assertOptions(page, block, questionnaire.question(block.id(), "motive").orElseThrow(), hand.motive());
            assertThat(cells(page, "Inspirerende", block)).as(block.id()).containsExactly("" + hand.inspiring(),
                    "" + hand.priority().count(),
                    "" + hand.priority().points());
        }
    }

    private void assertOptions(Document page, Section block, Question question, Map<String, Integer> counts) {
        List<String> expected = question.options().stream().map(Option::id).map(option -> "" + counts.get(option)).toList();
        assertThat(cells(page, question.shortLabel() + ": ", block)).as("%s, %s", block.id(), question.id()).isEqualTo(expected);
    }

    /** What stands in the row of a block in the first table whose caption begins so. */
    private static List<String> cells(Document page, String caption, Section block) {
        Element table = page.select("table").stream().filter(one -> one.select("caption").text().startsWith(caption)).findFirst()
                .orElseThrow(() -> new AssertionError("No table ‘%s’ among %s".formatted(caption, page.select("caption").eachText())));
        return table.select("tbody tr").stream().filter(row -> row.select("th").text().equals(block.title())).findFirst().orElseThrow()
                .select("td").eachText();
    }

    @Test
    void theMatrixNamesEveryCentreWithItsStages() {
        Document page = poc.get(address + "/centra").document();
        HandComputedRound.answers().round().scans().stream().filter(scan -> !scan.sent().isEmpty()).forEach(scan -> {
            Element table = page.select("table").first();
            int column = table.select("thead th").eachText().indexOf(round.net().centreName(scan.number()));
            for (Section block : questionnaire.blocks()) {
                String stage = questionnaire.scale().stage(scan.sent().getLast().blocks().get(block.id()).stage()).orElseThrow().label();
                assertThat(cells(page, "Centra naast elkaar", block).get(column - 1)).as("%d, %s", scan.number(), block.id())
                        .startsWith(stage);
            }
        });
        assertThat(page.text()).contains(round.net().centreName(10) + ": niet verzonden");
        assertThat(poc.get(address + "/centra?orde=gelijkenis").document().select("table thead th"))
                .hasSameSizeAs(page.select("table thead th"));
    }

    @Test
    void schoolGroupsStandBesideEachOther() {
        Document page = poc.get(address + "/scholengroepen").document();
        Element table = page.select("table").last();
        for (String letter : List.of("A", "B", "C")) {
            int column = table.select("thead th").eachText().stream().filter(head -> head.startsWith(round.net().schoolGroupName(letter)))
                    .map(table.select("thead th").eachText()::indexOf).findFirst().orElseThrow();
            for (Section block : questionnaire.blocks()) {
                String expected = String.join(" · ", questionnaire.scale().stages().stream()
                        .map(stage -> "" + HandComputedRound.figures(letter).block(block.id()).stages().get(stage.id())).toList());
                assertThat(cells(page, "Aantal centra per stadium", block).get(column - 1)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aFilterThatMeansNothingIsAnsweredWithASentence() {
        Visitor.Page refused = poc.get(address + "?stap=geintegreerd");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Kies ook de bouwsteen waarover het stadium of de ambitie gaat.");
        assertThat(refused.document().select("select[name=stap] option[selected]").attr("value")).isEqualTo("geintegreerd");
        assertThat(poc.get(address + "?deel=onbekend").text()).contains("Deze vragenlijst heeft geen bouwsteen ‘onbekend’");
        assertThat(poc.get(address + "?scholengroep=" + UUID.randomUUID()).text())
                .contains("werkt geen enkel centrum voor die scholengroep");
        assertThat(poc.get("/vergelijking/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void aLeaderReadsWhyTheNetIsNotShown() {
        Visitor.Page page = round.visitor(round.net().leader("A"))
                .get("/scholengroep/%s/ronde/%s".formatted(round.schoolGroup("A"), round.earlierId()));
        assertThat(page.text()).contains("Naast jullie centra zijn er te weinig andere centra om het net te tonen (minstens 4).")
                .doesNotContain("nog te weinig");
    }
}
