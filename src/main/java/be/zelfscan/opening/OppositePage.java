package be.zelfscan.opening;

import be.zelfscan.chart.DataTable;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ScanResult;
import be.zelfscan.question.Answer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Two results opposite each other; the templates of {@code src/main/jte/opening} take this.
 *
 * @param ownName by what the first is called above its answers, such as "Jullie"
 * @param about sentences that say who sees this, and what
 * @param differing where the stages differ: "Preventie: planmatig bij jullie, geïntegreerd bij Centrum Noord"
 * @param same titles of the blocks that stand on the same stage
 */
public record OppositePage(Shell shell, String round, Side own, Side other, String ownName, List<String> about, List<String> differing,
        List<String> same, List<Group> groups, Section closing, String disclaimer, Back back) {

    /** One of the two centres. */
    public record Side(String name, String svg, DataTable table) {}

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
    record Words(String own, String ownAbove, List<String> about, Back back) {}

    /** @param own draws the first result, {@code other} the second */
    static OppositePage of(Shell shell, ReadOpposite.Opposite scans, Words words, Function<ScanResult, Side> own,
            Function<ScanResult, Side> other) {
        return new Results(scans.questionnaire(), ScanResult.of(scans.one(), scans.questionnaire()),
                ScanResult.of(scans.other(), scans.questionnaire())).page(shell, words, own, other);
    }

    /** Both results, question by question. Pure. */
    private record Results(Questionnaire questionnaire, ScanResult own, ScanResult other) {
        OppositePage page(Shell shell, Words words, Function<ScanResult, Side> ownSide, Function<ScanResult, Side> otherSide) {
            return new OppositePage(shell, own.sent().roundTitle(), ownSide.apply(own), otherSide.apply(other), words.ownAbove(),
                    words.about(), differing(words.own()), same(), groups(), closing(), questionnaire.disclaimer(), words.back());
        }

        private List<Group> groups() {
            return IntStream.range(0, own.groups().size()).mapToObj(group -> {
                List<ScanResult.Placed> mine = own.groups().get(group).blocks();
                List<ScanResult.Placed> theirs = other.groups().get(group).blocks();
                return new Group(own.groups().get(group).title(), IntStream.range(0, mine.size())
                        .mapToObj(at -> section(mine.get(at).block().id(), mine.get(at).block().title(), mine.get(at).answers(),
                                theirs.get(at).answers()))
                        .toList());
            }).toList();
        }

        private Section closing() {
            return section(questionnaire.closing().id(), questionnaire.closing().title(), own.closing(), other.closing());
        }

        private Section section(String id, String title, List<ScanResult.Given> mine, List<ScanResult.Given> theirs) {
            return new Section(id, title, IntStream.range(0, mine.size()).mapToObj(at -> {
                String question = mine.get(at).question().id();
                return new Pair(mine.get(at).question().shortLabel(), given(mine.get(at)), given(theirs.get(at)),
                        chosen(own.sent(), id, question).equals(chosen(other.sent(), id, question)));
            }).toList());
        }

        private static Given given(ScanResult.Given given) {
            return new Given(given.lines(), given.note());
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
            return result.groups().stream().flatMap(group -> group.blocks().stream()).filter(placed -> placed.block().id().equals(block))
                    .flatMap(placed -> placed.stage().stream()).map(stage -> stage.label().toLowerCase(Locale.ROOT)).findFirst()
                    .orElse("niet ingevuld");
        }
    }
}
