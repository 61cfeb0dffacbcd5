package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ResultPage;
import be.zelfscan.report.ScanResult;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two centres opposite each other: for their own people what they opened, and for who sees them by name all of it; the leader of
 * a school group those of the group, the support team any two.
 */
@Controller
public class OppositeController {
    /**
     * Two results opposite each other; the templates of {@code src/main/jte/opening} take this.
     *
     * @param ownName by what the first is called above its answers, such as "Jullie"
     * @param about sentences that say who sees this, and what
     * @param differing where the stages differ: "Preventie: planmatig bij jullie, geïntegreerd bij Centrum Noord"
     * @param same titles of the blocks that stand on the same stage
     */
    public record Page(Shell shell, String round, Side own, Side other, String ownName, List<String> about, List<String> differing,
            List<String> same, List<Group> groups, Optional<Section> closing, String disclaimer, Words words,
            Back back) {

        private static final Given NOT_ASKED = new Given(List.of("n.v.t."), "");

        /** One of the two centres. */
        public record Side(String name, Optional<ResultPage.Drawn> chart) {}

        /** What one centre answered. */
        public record Given(List<String> lines, String note) {}

        /** One question with both answers; {@code same} when both chose the same, whatever they typed. */
        public record Pair(String question, Given own, Given other, boolean same) {}

        /** One block, or the closing questions. */
        public record Section(String id, String title, List<Pair> pairs) {
            public boolean same() {
                return pairs.stream().allMatch(Pair::same);
            }
        }

        /** The blocks of a cluster. */
        public record Group(String title, List<Section> sections) {}

        /** Where one came from. */
        public record Back(String address, String label) {}

        /**
         * How the page speaks to its reader.
         *
         * @param own by what the first centre is called in a sentence, such as "jullie"
         * @param ownAbove by what it is called above its answers, such as "Jullie"
         */
        record Voice(String own, String ownAbove, List<String> about, Back back) {}

        /** @param own draws the first result, {@code other} the second */
        static Page of(Shell shell, ReadOpposite.Opposite scans, Voice voice, Function<ScanResult, Side> own,
                Function<ScanResult, Side> other) {
            return new Results(scans.questionnaire(), ScanResult.of(scans.one(), scans.questionnaire()),
                    ScanResult.of(scans.other(), scans.questionnaire())).page(shell, voice, own, other);
        }

        /** Both results, question by question. Pure. */
        private record Results(Questionnaire questionnaire, ScanResult own, ScanResult other) {
            Page page(Shell shell, Voice voice, Function<ScanResult, Side> ownSide, Function<ScanResult, Side> otherSide) {
                return new Page(shell, own.sent().roundTitle(), ownSide.apply(own), otherSide.apply(other), voice.ownAbove(),
                        voice.about(), differing(voice.own()), same(), groups(), closing(), questionnaire.disclaimer(),
                        questionnaire.words(),
                        voice.back());
            }

            private List<Group> groups() {
                return IntStream.range(0, own.groups().size()).mapToObj(group -> {
                    List<ScanResult.Answered> mine = own.groups().get(group).sections();
                    List<ScanResult.Answered> theirs = other.groups().get(group).sections();
                    return new Group(own.groups().get(group).title(),
                            IntStream.range(0, mine.size()).mapToObj(at -> section(mine.get(at), theirs.get(at))).toList());
                }).toList();
            }

            private Optional<Section> closing() {
                return own.closing().flatMap(mine -> other.closing().map(theirs -> section(mine, theirs)));
            }

            private Section section(ScanResult.Answered mine, ScanResult.Answered theirs) {
                String id = mine.section().id();
                return new Section(id, mine.section().title(), mine.section().questions().stream()
                        .filter(question -> Stream.of(mine, theirs).anyMatch(one -> given(one, question).isPresent()))
                        .map(question -> new Pair(question.shortLabel(), given(mine, question).orElse(NOT_ASKED),
                                given(theirs, question).orElse(NOT_ASKED),
                                chosen(own.sent(), id, question.id()).equals(chosen(other.sent(), id, question.id()))))
                        .toList());
            }

            private static Optional<Given> given(ScanResult.Answered of, Question question) {
                return of.answers().stream().filter(given -> given.question().id().equals(question.id())).findFirst()
                        .map(given -> new Given(given.lines(), given.note()));
            }

            private static Optional<Answer> chosen(SentScan sent, String section, String question) {
                return ReadOpposite.chosen(sent.answers().at(section, question).answer());
            }

            /** The titles of the blocks that both placed on the same stage. */
            private List<String> same() {
                return questionnaire.blocks().stream().filter(block -> stage(own, block.id()).equals(stage(other, block.id())))
                        .map(block -> block.title()).toList();
            }

            private List<String> differing(String ownName) {
                return questionnaire.blocks().stream().filter(block -> !stage(own, block.id()).equals(stage(other, block.id())))
                        .map(block -> "%s: %s bij %s, %s bij %s".formatted(block.title(), stage(own, block.id()), ownName,
                                stage(other, block.id()), other.sent().centreName()))
                        .toList();
            }

            private static String stage(ScanResult result, String block) {
                return result.all().stream().filter(placed -> placed.section().id().equals(block))
                        .flatMap(placed -> placed.stage().stream()).map(stage -> BelgianDutch.inSentence(stage.label())).findFirst()
                        .orElse("niet ingevuld");
            }
        }
    }

    private final ReadOpposite readOpposite;
    private final DataChartDrawing drawing;
    private final DataChartText words;
    private final Templates templates;
    private final Shells shells;

    OppositeController(ReadOpposite readOpposite, DataChartDrawing drawing, DataChartText words, Templates templates, Shells shells) {
        this.readOpposite = readOpposite;
        // The same layers for both, so that the two drawings lie over each other to the point.
        this.drawing = drawing.without(Layer.STATEMENT).without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}")
    HttpResponse<?> ofCentres(HttpRequest<?> request, SignedIn person, UUID centreId, UUID otherCentreId, UUID roundId) {
        ReadOpposite.Opened opened = readOpposite.ofCentres(centreId, otherCentreId, roundId, person);
        String notes = "%s; die van %s staan %s.".formatted(
                opened.opening().ownNotes() ? "Jullie toelichtingen staan open" : "Jullie toelichtingen staan niet open",
                opened.scans().other().centreName(), opened.opening().otherNotes() ? "open" : "niet open");
        return page(request, opened.scans(), new Page.Voice("jullie", "Jullie", List.of("Beide centra zien hier hetzelfde.", notes),
                new Page.Back(OpeningController.Page.address(centreId), "Terug naar openzetten")));
    }

    @Get("/scholengroep/{schoolGroupId}/ronde/{roundId}/tegenover")
    HttpResponse<?> ofSchoolGroup(HttpRequest<?> request, SignedIn person, UUID schoolGroupId, UUID roundId,
            @QueryValue(defaultValue = "") String een, @QueryValue(defaultValue = "") String ander) {
        String back = "/scholengroep/%s/ronde/%s".formatted(schoolGroupId, roundId);
        return isOne(een, ander) ? again(back)
                : named(request, readOpposite.ofSchoolGroup(schoolGroupId, roundId, een, ander, person), back);
    }

    @Get("/vergelijking/{roundId}/tegenover")
    HttpResponse<?> ofNet(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String een,
            @QueryValue(defaultValue = "") String ander) {
        String back = "/vergelijking/%s/centra".formatted(roundId);
        return isOne(een, ander) ? again(back) : named(request, readOpposite.ofNet(roundId, een, ander), back);
    }

    private static boolean isOne(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /** Where the two are chosen: it says that they have to be two. */
    private static HttpResponse<?> again(String back) {
        return HttpResponse.seeOther(URI.create(back + "?hetzelfde=ja#kop-tegenover"));
    }

    private HttpResponse<?> named(HttpRequest<?> request, ReadOpposite.Opposite scans, String back) {
        String name = scans.one().centreName();
        return page(request, scans, new Page.Voice(name, name, List.of("Alleen wie beide centra met naam ziet, ziet deze pagina."),
                new Page.Back(back, "Terug naar alle centra naast elkaar")));
    }

    private HttpResponse<?> page(HttpRequest<?> request, ReadOpposite.Opposite scans, Page.Voice spoken) {
        return templates.page("opening/opposite", Page.of(shells.of(request, "Tegenover elkaar", scans.one().roundTitle()), scans,
                spoken, own -> side(own, "eigen"), other -> side(other, "ander")));
    }

    private Page.Side side(ScanResult result, String id) {
        return new Page.Side(result.sent().centreName(),
                result.chart().map(chart -> new ResultPage.Drawn(drawing.layouts(chart, "datagrafiek-" + id), words.table(chart))));
    }
}
