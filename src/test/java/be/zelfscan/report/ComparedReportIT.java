package be.zelfscan.report;

import static be.zelfscan.report.ReportText.solid;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.comparison.GroupFigures;
import be.zelfscan.comparison.HandComputedAnswers;
import be.zelfscan.comparison.HandComputedFigures;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reports of a closed round say what was counted by hand, and nothing that their reader may not see. */
@Timeout(600)
class ComparedReportIT {
    private static final String NET = GroupFigures.NET;

    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = service.questionnaire();

    private byte[] ofCentre(HandComputedRound of, int centre) {
        return pdf(of.visitor(of.net().director(centre)), "/centrum/%s/vergelijking/%s/rapport.pdf".formatted(of.centre(centre), of.id()));
    }

    private byte[] ofGroup(HandComputedRound of, String letter) {
        return pdf(of.visitor(of.net().leader(letter)),
                "/scholengroep/%s/ronde/%s/rapport.pdf".formatted(of.schoolGroup(letter), of.id()));
    }

    private byte[] ofNet(HandComputedRound of) {
        return pdf(of.visitor(of.net().support()), "/vergelijking/%s/rapport.pdf".formatted(of.id()));
    }

    private static byte[] pdf(Visitor visitor, String path) {
        Visitor.Page page = visitor.get(path);
        assertThat(page.response().headers().firstValue("Content-Type")).as(page.text()).hasValue("application/pdf");
        return page.body();
    }

    /** The lines of the table of a distribution; the name of the group stands in it when there are more. */
    private List<String> lines(HandComputedFigures.Group figures, String name) {
        return questionnaire.blocks().stream().map(block -> solid(block.title()) + solid(name) + line(figures, block)).toList();
    }

    private String line(HandComputedFigures.Group figures, Section block) {
        HandComputedFigures.Block counted = figures.block(block.id());
        return questionnaire.scale().stages().stream().map(Stage::id)
                .map(stage -> "%d(%d%%)".formatted(counted.stages().get(stage), counted.percentages().get(stage)))
                .collect(Collectors.joining()) + figures.n();
    }

    @Test
    void theReportOfTheNetSaysWhatWasCountedOfTheNetAndOfEverySchoolGroup() {
        String text = ReportText.of(ofNet(round));

        assertThat(text).contains(lines(HandComputedRound.figures("net"), ""));
        for (Section block : questionnaire.blocks()) {
            assertThat(text).contains(solid(block.title()) + Stream.of("A", "B", "C")
                    .map(letter -> onStages(HandComputedRound.figures(letter).block(block.id()))).collect(Collectors.joining()));
        }
        for (Section block : questionnaire.blocks()) {
            HandComputedFigures.Block counted = HandComputedRound.figures("net").block(block.id());
            counted.flows().stream().filter(flow -> !flow.from().equals(flow.to())).forEach(flow -> assertThat(text)
                    .contains("%dvan%snaar%s".formatted(flow.count(), label(flow.from()), label(flow.to()))));
            if (counted.priority().count() > 0) {
                assertThat(text).contains(solid(block.title()) + counted.priority().count() + counted.priority().points());
            }
            assertThat(text).contains(solid(block.title()) + options(counted.levers(), "levers"),
                    solid(block.title()) + options(counted.bottlenecks(), "bottlenecks"),
                    solid(block.title()) + options(counted.motive(), "motive"),
                    solid(block.title()) + options(counted.differences(), "differences"));
            HandComputedFigures.Directions change = HandComputedRound.figures().change().get("net").blocks().get(block.id());
            assertThat(text).contains(solid(block.title()) + change.later().size() + change.same().size() + change.earlier().size());
        }
        IntStream.rangeClosed(1, 12).forEach(centre -> assertThat(text).contains(solid(round.net().centreName(centre))));
        assertThat(text).contains("Verzondengeenzelfscan,entellendusnergensmee");
    }

    private String onStages(HandComputedFigures.Block counted) {
        return questionnaire.scale().stages().stream().filter(stage -> counted.stages().get(stage.id()) > 0)
                .map(stage -> counted.stages().get(stage.id()) + label(stage.id())).collect(Collectors.joining());
    }

    private String options(Map<String, Integer> counted, String question) {
        return questionnaire.blockQuestions().stream().filter(one -> one.id().equals(question)).findFirst().orElseThrow().options()
                .stream().map(option -> String.valueOf(counted.get(option.id()))).collect(Collectors.joining());
    }

    private String label(String stage) {
        return questionnaire.scale().stages().stream().filter(one -> one.id().equals(stage)).findFirst().orElseThrow().label()
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void theReportOfASchoolGroupShowsItsCentresWithEveryNoteAndTheNetAsADistribution() {
        String text = ReportText.of(ofGroup(round, "A"));

        assertThat(text).contains(lines(HandComputedRound.figures("A"), round.net().schoolGroupName("A")));
        // Of the net, whoever knows A by name sees six others: not where five or all of these stand alike.
        assertTold(text, "net", NET, block -> HandComputedRound.figures("net").block(block.id()).stages().entrySet().stream()
                .allMatch(stage -> stage.getValue() - HandComputedRound.figures("A").block(block.id()).stages().get(stage.getKey()) < 5));
        for (int centre : HandComputedRound.figures("A").centres()) {
            HandComputedAnswers.Given given = HandComputedRound.answers().round().scan(centre).newest();
            given.blocks().values().forEach(block -> block.notes().values().forEach(note -> assertThat(text).contains(solid(note))));
            assertThat(text).contains(solid("Toelichtingen van " + round.net().centreName(centre)));
        }
        assertThat(text).contains(solid("Verzond geen zelfscan, en telt dus nergens mee: " + round.net().centreName(5)));
        IntStream.rangeClosed(6, 12).forEach(centre -> assertThat(text).doesNotContain(solid(round.net().centreName(centre))));
        assertThat(text).doesNotContain(solid(round.net().schoolGroupName("B")));
    }

    @Test
    void noPageOfAnyReportHoldsALineOrTwoOnly() {
        assertThat(Stream.of(ofNet(round), ofGroup(round, "A"), ofGroup(round, "B"), ofCentre(round, 1), ofCentre(round, 7))
                .map(PdfReader::linesOfPages)).allSatisfy(pages -> assertThat(pages).allMatch(lines -> lines > 3));
    }

    @Test
    void whatWasSentAgainCountsWithItsNewestNotes() {
        String text = ReportText.of(ofGroup(round, "B"));
        HandComputedAnswers.Scan seven = HandComputedRound.answers().round().scan(7);

        assertThat(text).contains(solid("Zelfscan nr. 2"));
        seven.newest().blocks().values().forEach(block -> block.notes().values().forEach(note -> assertThat(text).contains(solid(note))));
    }

    @Test
    void theReportOfACentreShowsTheNetAndTheGroupThatMayBeShownAndSaysThatTheOtherIsTooSmall() {
        String text = ReportText.of(ofCentre(round, 1));

        assertTold(text, "net", NET, block -> HandComputedRound.figures("net").block(block.id()).stages().entrySet().stream()
                .allMatch(stage -> stage.getValue() - own(block, stage.getKey()) < 8));
        assertTold(text, "B", round.net().schoolGroupName("B"), this::mayBeTold);
        assertThat(text).contains(solid(round.net().schoolGroupName("A") + ": te weinig centra om te tonen (minstens 4)."));
        lines(HandComputedRound.figures("A"), round.net().schoolGroupName("A")).forEach(line -> assertThat(text).doesNotContain(line));
        assertThat(text).contains("hethelenet,afgeslotenop");
        IntStream.rangeClosed(2, 12).forEach(centre -> assertThat(text).doesNotContain(solid(round.net().centreName(centre))));
    }

    @Test
    void whereNoGroupCanBeShownTheReportAnnouncesNone() {
        TestCentre alone = service.centre("Centrum dat als enige verzond");
        Visitor poc = service.inSession(Net.support());
        Visitor director = service.inSession(alone.director());
        String closed = Net.open(poc, Net.unique("ronde van één centrum"), alone);
        Net.send(director, alone, closed);
        Net.confirm(poc, closed + "/afsluiting");

        String text = ReportText.of(pdf(director, "/centrum/%s/vergelijking/%s/rapport.pdf".formatted(alone.id(), Net.id(closed))));

        assertThat(text).contains("Naasthetnet", solid(NET + ": te weinig centra om te tonen")).doesNotContain("Naasthetneten",
                solid("Zo staan de centra van elke groep verspreid"));
    }

    /**
     * To centre 1, which sees itself by name: not where three or all of the four others in B stand alike, nor four or all of the five
     * outside it.
     */
    private boolean mayBeTold(Section block) {
        return HandComputedRound.figures("B").block(block.id()).stages().entrySet().stream()
                .allMatch(stage -> stage.getValue() - own(block, stage.getKey()) < 3
                        && HandComputedRound.figures("net").block(block.id()).stages().get(stage.getKey()) - stage.getValue() < 4);
    }

    /** 1 where centre 1 itself stands, 0 elsewhere. */
    private static int own(Section block, String stage) {
        return HandComputedRound.answers().round().scan(1).newest().blocks().get(block.id()).stage().equals(stage) ? 1 : 0;
    }

    private void assertTold(String text, String group, String name, Predicate<Section> isTold) {
        List<String> lines = lines(HandComputedRound.figures(group), name);
        for (int at = 0; at < lines.size(); at++) {
            assertThat(text.contains(lines.get(at))).as(lines.get(at)).isEqualTo(isTold.test(questionnaire.blocks().get(at)));
        }
    }

    @Test
    void theReportOfACentreSaysWhatBecameOfItsPriorities() {
        String text = ReportText.of(ofCentre(round, 1));

        HandComputedRound.figures().formerPriorities().get("1").forEach(former -> {
            String title = questionnaire.sectionTitle(former.block());
            assertThat(text).containsPattern("%d\\.%s(Fragmentair|Planmatig|Geïntegreerd|Systematisch)\\w+?%s%s".formatted(former.place(),
                    Pattern.quote(solid(title)), capital(label(former.stageNow())),
                    former.placeNow() == 0 ? "geenprioriteitmeer" : "opplaats" + former.placeNow()).replace("\\w+?", "[\\p{L}]+?"));
        });
    }

    private static String capital(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    @Test
    void theReportThatWasSentAtSubmissionComparesWithNobody() {
        String text = ReportText.of(pdf(round.visitor(round.net().director(1)), "/resultaat/" + round.sent(1).getLast() + "/rapport.pdf"));
        assertThat(text).doesNotContain("hethelenet", "vergelijkingsgroep");
    }

    @Test
    void theReportsAreAccessible() {
        PdfUa.assertConforms(ofNet(round));
        PdfUa.assertConforms(ofGroup(round, "A"));
        PdfUa.assertConforms(ofCentre(round, 1));
    }

    @Test
    void bookmarksLeadToEveryPart() {
        List<String> bookmarks = PdfReader.with(ofGroup(round, "A"), PdfReader::bookmarks);
        assertThat(bookmarks).startsWith("Centra naast elkaar @1", "Wie staat waar @2");
        assertThat(bookmarks).map(bookmark -> bookmark.replaceAll(" @\\d+$", "")).contains("Verdeling over de stadia",
                "Hefbomen en knelpunten", "Prioriteiten", "Inspirerende praktijken", "Centrum per centrum",
                "  " + round.net().centreName(2));
    }

    @Test
    void theFirstPageOfASchoolGroupSaysWhereItsCentresAgreeAndDiffer() {
        String first = PdfReader.with(ofGroup(round, "A"), document -> PdfReader.text(document, 1, 1));
        Map<String, HandComputedFigures.Block> blocks = HandComputedRound.figures("A").blocks();
        List<String> alike = questionnaire.blocks().stream()
                .filter(block -> blocks.get(block.id()).stages().containsValue(HandComputedRound.figures("A").n()))
                .map(Section::title).toList();
        assertThat(alike).isNotEmpty();
        assertThat(solid(first)).contains("Waardecentragelijkstaan", "Waarzehetmeestverschillen", "allemaalop");
        alike.forEach(title -> assertThat(solid(first.substring(first.indexOf("gelijk staan")))).contains(solid(title)));
    }

    @Test
    void nextYearTheReportsAreTheSameWhateverBecameOfACentre() {
        HandComputedRound own = HandComputedRound.closed(service);
        byte[] net = ofNet(own);
        byte[] group = ofGroup(own, "C");
        byte[] centre = ofCentre(own, 11);

        UUID moved = own.centre(11);
        service.change("delete from centre_school_group where centre_id in (?, ?)", moved, own.centre(12));
        service.change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)", moved, own.schoolGroup("A"));
        service.change("update centre set name = name || ' anders', ended_on = current_date where id = ?", moved);
        service.change("update school_group set name = name || ' anders' where id = ?", own.schoolGroup("C"));
        service.change("update scan set state = 'open' where id = ?", own.scan(11));

        assertThat(ofNet(own)).isEqualTo(net);
        assertThat(ofGroup(own, "C")).isEqualTo(group);
        assertThat(ofCentre(own, 11)).isEqualTo(centre);
    }

    @Test
    void whereNobodySentThereIsNoReportButASentence() {
        Visitor.Page page = round.visitor(round.net().director(5))
                .get("/centrum/%s/vergelijking/%s/rapport.pdf".formatted(round.centre(5), round.id()));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("verzond geen zelfscan");
    }

    @Test
    void anotherCentreAndAnotherGroupAreNotThere() {
        Visitor director = round.visitor(round.net().director(2));
        for (String path : List.of("/centrum/%s/vergelijking/%s/rapport.pdf".formatted(round.centre(1), round.id()),
                "/scholengroep/%s/ronde/%s/rapport.pdf".formatted(round.schoolGroup("A"), round.id()),
                "/vergelijking/%s/rapport.pdf".formatted(round.id()), "/rapporten/%s/rapporten.zip".formatted(round.id()))) {
            assertThat(director.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(round.visitor(round.net().leader("B"))
                .get("/scholengroep/%s/ronde/%s/rapport.pdf".formatted(round.schoolGroup("A"), round.id())).status()).isIn(403, 404);
    }
}
