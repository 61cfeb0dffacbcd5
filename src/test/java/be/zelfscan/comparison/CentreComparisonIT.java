package be.zelfscan.comparison;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page on which a centre sees itself beside its groups says what was counted by hand, shows only what it may, and names no other
 * centre.
 */
@Timeout(600)
class CentreComparisonIT {
    private static final String TOO_FEW = "te weinig centra om te tonen (minstens 4)";
    private static final List<String> CATEGORIES = List.of("mission", "people", "systems");

    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = TestService.get().questionnaire();

    private static List<HandComputedFigures.Viewer> members() {
        return HandComputedRound.figures().viewers().stream().filter(viewer -> viewer.role().equals("member")).toList();
    }

    private static List<HandComputedFigures.Viewer> membersThen() {
        return HandComputedRound.figures().earlierViewers().stream().filter(viewer -> viewer.role().equals("member")).toList();
    }

    @ParameterizedTest
    @MethodSource("members")
    void eachGroupIsShownAsItWasCountedOrNotAtAll(HandComputedFigures.Viewer viewer) {
        int centre = Integer.parseInt(viewer.of());
        Visitor visitor = round.visitor(round.net().person(viewer));
        viewer.shown().forEach(group -> {
            Visitor.Page page = visitor.get(address(centre, round.id(), group));
            assertThat(page.status()).isEqualTo(200);
            assertFigures(page, centre, group);
        });
        viewer.hidden().forEach(group -> assertHidden(visitor.get(address(centre, round.id(), group))));
    }

    @ParameterizedTest
    @MethodSource("membersThen")
    void theEarlierRoundIsGuardedByItsOwnFigures(HandComputedFigures.Viewer viewer) {
        int centre = Integer.parseInt(viewer.of());
        Visitor visitor = round.visitor(round.net().person(viewer));
        viewer.shown().forEach(group -> assertThat(spread(visitor.get(address(centre, round.earlierId(), group)))).isNotEmpty());
        viewer.hidden().forEach(group -> assertHidden(visitor.get(address(centre, round.earlierId(), group))));
    }

    private String address(int centre, UUID ofRound, String group) {
        String path = "/centrum/" + round.centre(centre) + "/vergelijking/" + ofRound;
        return group.equals("net") ? path : path + "?groep=" + round.schoolGroup(group);
    }

    private static void assertHidden(Visitor.Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(TOO_FEW).as("more will not come").doesNotContain("nog " + TOO_FEW);
        assertThat(spread(page)).isEmpty();
        assertThat(page.document().select(".beside-named, svg.categorieen")).isEmpty();
        assertThat(page.document().select("caption").eachText()).noneMatch(caption -> caption.contains("vergelijkingsgroep"));
        assertThat(page.document().select("svg.datagrafiek")).hasSize(1);
        assertThat(page.document().select("svg.datagrafiek").text()).doesNotContain("%");
    }

    private static List<Element> spread(Visitor.Page page) {
        return page.document().select(".beside-spread tbody tr:has(td)");
    }

    /**
     * What is told of a number, worked out by hand for these members, who see their own centre by name: of the net 9 others are left, of a
     * group the others in it, and what the net has besides it. None or one of them is not told apart, nor all or all but one; a number that
     * would leave that of the rest of the net is not told.
     *
     * @param none whether that it is none tells anything
     */
    private static String told(String group, int ofGroup, int ofNet, boolean own, boolean none) {
        int one = own ? 1 : 0;
        int net = HandComputedRound.figures("net").n() - 1;
        boolean netIsTold = !tells(ofNet - one, net, none);
        if (group.equals("net")) {
            return netIsTold ? "" + ofNet : told(ofNet - one, net, one, none);
        }
        int others = HandComputedRound.figures(group).n() - 1;
        if (netIsTold && tells(ofNet - ofGroup, net - others, none)) {
            return "niet getoond";
        }
        return tells(ofGroup - one, others, none) ? told(ofGroup - one, others, one, none) : "" + ofGroup;
    }

    private static boolean tells(int hidden, int centres, boolean none) {
        return hidden >= centres - 1 || none && hidden <= 1;
    }

    private static String told(int hidden, int centres, int own, boolean none) {
        return none && hidden <= 1 ? "minder dan " + (own + 2) : own == 1 ? "bijna alle" : "minstens " + (centres - 1);
    }

    private void assertFigures(Visitor.Page page, int centre, String group) {
        HandComputedFigures.Group expected = HandComputedRound.figures(group);
        HandComputedAnswers.Given own = HandComputedRound.answers().round().scan(centre).newest();
        List<Element> rows = spread(page);
        List<Element> named = page.document().select(".beside-named tbody tr:has(td)");
        List<Element> shares = page.document().select(".table:has(caption:contains(vergelijkingsgroep)) tbody tr:has(td)");
        assertThat(rows).hasSameSizeAs(questionnaire.blocks());
        for (int at = 0; at < rows.size(); at++) {
            Section block = questionnaire.blocks().get(at);
            HandComputedFigures.Block counted = expected.block(block.id());
            List<String> cells = rows.get(at).select("th, td").eachText();
            assertThat(cells.getFirst()).isEqualTo(block.title());
            assertThat(cells.get(1)).isEqualTo(label(own.blocks().get(block.id()).stage()));
            HandComputedFigures.Block ofNet = HandComputedRound.figures("net").block(block.id());
            HandComputedAnswers.Block mine = own.blocks().get(block.id());
            assertNamed(named.get(at), group, counted, ofNet, mine);
            if (!counted.stages().keySet().stream().allMatch(stage -> told(group, counted.stages().get(stage), ofNet.stages().get(stage),
                    mine.stage().equals(stage), false).matches("\\d+"))) {
                assertThat(cells.get(2)).as(block.title()).containsPattern("Bijna alle centra staan op|wordt niet getoond")
                        .doesNotContainPattern("\\d");
                assertThat(shares.get(at).select("td").eachText()).containsOnly("–");
                continue;
            }
            assertThat(stages(cells.get(2), expected.n())).as(block.title() + ": " + cells.get(2))
                    .isEqualTo(counted.stages().entrySet().stream()
                            .filter(stage -> stage.getValue() > 0).collect(toMap(stage -> label(stage.getKey()), Map.Entry::getValue)));
            int holding = holding(counted);
            boolean holds = mine.ambition().equals("hold");
            String held = told(group, holding, holding(ofNet), holds, true);
            String grown = told(group, expected.n() - holding, HandComputedRound.figures("net").n() - holding(ofNet), !holds, true);
            if ((held + grown).matches("\\d+")) {
                assertThat(number(cells.get(2), "(\\d+) houd")).isEqualTo(holding);
                assertThat(number(cells.get(2), "(\\d+) wil")).isEqualTo(expected.n() - holding);
            } else {
                assertThat(cells.get(2)).contains((held + grown).contains("niet getoond") ? "Ambitie: niet getoond."
                        : "Ambitie: %s houden hun stadium aan, %s willen naar een ander.".formatted(held, grown));
            }
            assertThat(shares.get(at).select("td").eachText()).isEqualTo(Stream.concat(questionnaire.scale().stages().stream()
                    .map(stage -> counted.percentages().get(stage.id()) + "%"), Stream.of("" + expected.n())).toList());
        }
    }

    private static int holding(HandComputedFigures.Block block) {
        return block.flows().stream().filter(flow -> flow.from().equals(flow.to())).mapToInt(HandComputedFigures.Flow::count).sum();
    }

    private static void assertNamed(Element row, String group, HandComputedFigures.Block counted, HandComputedFigures.Block ofNet,
            HandComputedAnswers.Block own) {
        List<String> expected = new ArrayList<>();
        CATEGORIES.forEach(category -> expected.add(named(group, counted.levers().get(category), ofNet.levers().get(category),
                own.levers().contains(category))));
        CATEGORIES.forEach(category -> expected.add(named(group, counted.bottlenecks().get(category), ofNet.bottlenecks().get(category),
                own.bottlenecks().contains(category))));
        assertThat(row.select("td").eachText()).isEqualTo(expected);
    }

    private static String named(String group, int ofGroup, int ofNet, boolean own) {
        return told(group, ofGroup, ofNet, own, true) + (own ? " ook jullie" : "");
    }

    private static Map<String, Integer> stages(String words, int n) {
        Map<String, Integer> found = new HashMap<>();
        Matcher all = Pattern.compile("Alle (\\d+) centra staan op (\\p{L}+)").matcher(words);
        if (all.find()) {
            found.put(all.group(2), Integer.valueOf(all.group(1)));
            return found;
        }
        assertThat(words).contains(" van de " + n + " centra ");
        Matcher some = Pattern.compile("(\\d+)(?: van de \\d+ centra staa?n?t?)? op (\\p{L}+)").matcher(words);
        while (some.find()) {
            found.put(some.group(2), Integer.valueOf(some.group(1)));
        }
        return found;
    }

    private static int number(String words, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(words);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private String label(String stage) {
        return questionnaire.scale().stage(stage).map(Stage::label).orElseThrow().toLowerCase();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8})
    void whatChangedAndWhatBecameOfTheFormerPrioritiesIsWhatWasCounted(int centre) {
        Visitor.Page page = round.visitor(round.net().member(centre)).get(address(centre, round.id(), "net"));
        Map<String, HandComputedFigures.StageChange> change = HandComputedRound.figures().changeOfCentres().get("" + centre);
        List<String> moved = questionnaire.blocks().stream().filter(block -> !change.get(block.id()).direction().equals("same"))
                .map(block -> "%s: van %s naar %s".formatted(block.title(), label(change.get(block.id()).then()),
                        label(change.get(block.id()).now())))
                .toList();
        assertThat(page.document().select("section[aria-labelledby=kop-sinds] li").eachText()).isEqualTo(moved);

        List<HandComputedFigures.FormerPriority> expected = HandComputedRound.figures().formerPriorities().get("" + centre);
        List<Element> shown = page.document().select("section[aria-labelledby=kop-vroeger] .answers");
        assertThat(shown).hasSameSizeAs(expected);
        for (int at = 0; at < expected.size(); at++) {
            HandComputedFigures.FormerPriority former = expected.get(at);
            List<Element> answers = shown.get(at).select("dd");
            assertThat(shown.get(at).select("h3").text()).isEqualTo(questionnaire.sectionTitle(former.block()));
            assertThat(shown.get(at).select(".mark__number").text()).isEqualTo("" + former.place());
            assertThat(answers.get(0).select("p").first().text()).isEqualToIgnoringCase(label(former.stageThen()) + ", ambitie: "
                    + (former.ambitionThen().equals(former.stageThen()) ? "dit aanhouden" : label(former.ambitionThen())));
            assertThat(answers.get(1).select("strong").first().text()).isEqualToIgnoringCase(label(former.stageNow()));
            assertThat(answers.get(2).text()).isEqualTo(former.placeNow() == 0 ? "Nee" : "Ja, nu op plaats " + former.placeNow());
            assertThat(answers.get(1).select(".note").eachText()).allSatisfy(note -> assertThat(HandComputedRound.answers().round()
                    .scan(centre).newest().blocks().get(former.block()).notes().values()).anyMatch(note::endsWith));
        }
    }

    @Test
    void theEarlierRoundIsALightThirdMark() {
        Visitor.Page first = round.visitor(round.net().member(4)).get(address(4, round.id(), "net"));
        assertThat(first.document().select("section[aria-labelledby=kop-sinds]")).isEmpty();
        assertThat(first.text()).doesNotContain("Stadium in ");

        Visitor.Page again = round.visitor(round.net().member(1)).get(address(1, round.id(), "net"));
        assertThat(again.document().select("svg.datagrafiek").text()).contains("Stadium in ");
        assertThat(again.document().select("svg.datagrafiek desc").first().text()).contains("van planmatig naar fragmentair");
    }

    @Test
    void noOtherCentreIsNamedAnywhere() {
        Set<String> groups = Set.of("net", "A", "B");
        groups.forEach(group -> {
            String html = round.visitor(round.net().director(1)).get(address(1, round.id(), group)).document().outerHtml();
            assertThat(html).contains(round.net().centreName(1));
            IntStream.rangeClosed(2, 12).forEach(other -> assertThat(html).doesNotContain(round.net().centreName(other))
                    .doesNotContain(round.centre(other).toString()));
        });
    }

    @Test
    void whatIsNotThereSaysSo() {
        Visitor member = round.visitor(round.net().member(2));
        assertThat(member.get(address(2, round.id(), "B")).status()).isEqualTo(404);
        assertThat(member.get(address(2, round.id(), "net") + "?groep=onzin").status()).isEqualTo(404);
        assertThat(member.get(address(1, round.id(), "net")).status()).isEqualTo(404);
        Visitor.Page notSent = round.visitor(round.net().member(5)).get(address(5, round.id(), "net"));
        assertThat(notSent.status()).isEqualTo(409);
        assertThat(notSent.text()).contains("verzond geen zelfscan");
        assertThat(round.visitor(round.net().leader("A")).get(address(1, round.id(), "net")).status()).isEqualTo(403);
    }

    @Test
    void beforeTheRoundIsClosedThereIsNothingToCompare() {
        HandComputedRound open = HandComputedRound.open(TestService.get(), Set.of());
        Visitor member = open.visitor(open.net().member(1));
        String address = "/centrum/" + open.centre(1) + "/vergelijking/" + open.id();
        Visitor.Page page = member.get(address);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("nog niet afgesloten");
        assertThat(member.get("/centrum/" + open.centre(1)).document().select("a[href=" + address + "]")).isEmpty();
        assertThat(member.get("/resultaat/" + open.sent(1).getLast()).document().select("a[href=" + address + "]")).isEmpty();

        open.close();
        assertThat(member.get(address).status()).isEqualTo(200);
        assertThat(member.get("/centrum/" + open.centre(1)).document().select("a[href=" + address + "]")).hasSize(1);
        assertThat(member.get("/resultaat/" + open.sent(1).getLast()).document().select("a[href=" + address + "]")).hasSize(1);
        assertThat(open.visitor(open.net().leader("A")).get("/resultaat/" + open.sent(1).getLast()).document()
                .select("a[href=" + address + "]")).isEmpty();
    }
}
