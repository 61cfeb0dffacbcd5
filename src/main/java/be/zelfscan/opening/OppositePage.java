package be.zelfscan.opening;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ResultPage;
import be.zelfscan.report.ScanResult;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two results opposite each other; the templates of {@code src/main/jte/opening} take this.
 *
 * @param ownName by what the first is called above its answers, such as "Jullie"
 * @param about sentences that say who sees this, and what
 * @param differing where the stages differ: "Preventie: planmatig bij jullie, geïntegreerd bij Centrum Noord"
 * @param same titles of the blocks that stand on the same stage
 */
public record OppositePage(PageLayout layout, String round, Side own, Side other, String ownName, List<String> about,
        List<String> differing,
        List<String> same, List<OppositeGroup> groups, Optional<OppositeSection> closing, String disclaimer, Words words,
        Back back) {

    private static final GivenText NOT_ASKED = new GivenText(List.of("n.v.t."), "");

    /** One of the two centres. */
    public record Side(String name, Optional<ResultPage.Drawn> chart) {}

    /** What one centre answered. */
    public record GivenText(List<String> lines, String note) {}

    /** One question with both answers; {@code same} when both chose the same, whatever they typed. */
    public record BothAnswers(String question, GivenText own, GivenText other, boolean same) {}

    /** One block, or the closing questions. */
    public record OppositeSection(String id, String title, List<BothAnswers> pairs) {
        public boolean same() {
            return pairs.stream().allMatch(BothAnswers::same);
        }
    }

    /** The blocks of a cluster. */
    public record OppositeGroup(String title, List<OppositeSection> sections) {}

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
    static OppositePage of(PageLayout layout, ReadOpposite.Opposite scans, Voice voice, Function<ScanResult, Side> own,
            Function<ScanResult, Side> other) {
        return new BothResults(scans.questionnaire(), ScanResult.of(scans.one(), scans.questionnaire()),
                ScanResult.of(scans.other(), scans.questionnaire())).page(layout, voice, own, other);
    }

    /** Both results, question by question. Pure. */
    private record BothResults(Questionnaire questionnaire, ScanResult own, ScanResult other) {
        OppositePage page(PageLayout layout, Voice voice, Function<ScanResult, Side> ownSide, Function<ScanResult, Side> otherSide) {
            return new OppositePage(layout, own.sent().roundTitle(), ownSide.apply(own), otherSide.apply(other), voice.ownAbove(),
                    voice.about(), differing(voice.own()), same(), groups(), closing(), questionnaire.disclaimer(),
                    questionnaire.words(),
                    voice.back());
        }

        private List<OppositeGroup> groups() {
            return IntStream.range(0, own.groups().size()).mapToObj(group -> {
                List<ScanResult.Answered> mine = own.groups().get(group).sections();
                List<ScanResult.Answered> theirs = other.groups().get(group).sections();
                return new OppositeGroup(own.groups().get(group).title(),
                        IntStream.range(0, mine.size()).mapToObj(at -> section(mine.get(at), theirs.get(at))).toList());
            }).toList();
        }

        private Optional<OppositeSection> closing() {
            return own.closing().flatMap(mine -> other.closing().map(theirs -> section(mine, theirs)));
        }

        private OppositeSection section(ScanResult.Answered mine, ScanResult.Answered theirs) {
            String id = mine.section().id();
            return new OppositeSection(id, mine.section().title(), mine.section().questions().stream()
                    .filter(question -> Stream.of(mine, theirs).anyMatch(one -> given(one, question).isPresent()))
                    .map(question -> new BothAnswers(question.shortLabel(), given(mine, question).orElse(NOT_ASKED),
                            given(theirs, question).orElse(NOT_ASKED),
                            chosen(own.sent(), id, question.id()).equals(chosen(other.sent(), id, question.id()))))
                    .toList());
        }

        private static Optional<GivenText> given(ScanResult.Answered of, Question question) {
            return of.answers().stream().filter(given -> given.question().id().equals(question.id())).findFirst()
                    .map(given -> new GivenText(given.lines(), given.note()));
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
