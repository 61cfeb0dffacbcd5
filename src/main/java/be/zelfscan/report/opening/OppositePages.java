package be.zelfscan.report.opening;

import be.zelfscan.chart.DataTable;
import be.zelfscan.web.Shell;
import java.util.List;

/** What the page with two results opposite each other shows; the templates of {@code src/main/jte/report} take these. */
public final class OppositePages {
    private OppositePages() {}

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

    /**
     * Both results.
     *
     * @param ownName by what the first is called above its answers, such as "Jullie"
     * @param about sentences that say who sees this, and what
     * @param differing where the stages differ: "Preventie: planmatig bij jullie, geïntegreerd bij Centrum Noord"
     * @param same titles of the blocks that stand on the same stage
     */
    public record Opposite(Shell shell, String round, Side own, Side other, String ownName, List<String> about, List<String> differing,
            List<String> same, List<Group> groups, Section closing, String disclaimer, Back back) {}

    /** Where one came from. */
    public record Back(String address, String label) {}
}
