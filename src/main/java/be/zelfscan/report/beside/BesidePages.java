package be.zelfscan.report.beside;

import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataTable;
import be.zelfscan.chart.RowCluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;

/** What the page with the comparison of a centre shows; the templates of {@code src/main/jte/report} take these. */
public final class BesidePages {
    private BesidePages() {}

    /**
     * A group to compare with.
     *
     * @param shown whether its figures may be shown
     */
    public record Choice(String name, String address, boolean current, boolean shown) {}

    /** A block of the centre beside that of the group, in words. */
    public record Spread(String block, String own, String group, String ambition) {}

    /**
     * One block in the table of what helps and hinders.
     *
     * @param levers a cell for each category, then as many for {@code bottlenecks}
     */
    public record Named(String block, List<Cell> levers, List<Cell> bottlenecks) {}

    /** How many centres of the group named it, as exactly as it may be told, and whether the centre itself did. */
    public record Cell(String centres, boolean own) {}

    /**
     * What is known of the group.
     *
     * @param categorySvg levers and bottlenecks of the group
     * @param categories the categories that can be named
     */
    public record Group(int centres, List<RowCluster<Spread>> spread, String categorySvg, List<DataChart.Category> categories,
            List<RowCluster<Named>> named) {}

    /** @param question the short label of the question that it goes with */
    public record Note(String question, String text) {}

    /** A priority of the round before, with what the centre wrote about it then and now. */
    public record Former(FormerPriority priority, String title, List<Note> notesThen, List<Note> notesNow) {}

    /**
     * The round before.
     *
     * @param moved the blocks that stand elsewhere: "Preventie: van fragmentair naar planmatig"
     * @param same titles of those that stand where they stood
     * @param notCompared titles of those that the version of then did not have
     */
    public record Since(String round, List<String> moved, List<String> same, List<String> notCompared, List<Former> priorities) {}

    /**
     * The comparison.
     *
     * @param groupName of the group that stands behind the datagrafiek, as it stands within a sentence
     * @param group empty when its figures may not be shown
     * @param minimum how many centres that takes
     * @param sentences the datagrafiek in words, a sentence for each block
     * @param notComparable why newer rounds than that are not laid beside it, a sentence each
     * @param result address of the centre's own result
     */
    public record Comparison(Shell shell, Questionnaire questionnaire, String round, String centre, List<Choice> choices, String groupName,
            int minimum, String svg, List<String> sentences, List<DataTable> tables, Optional<Group> group, Optional<Since> since,
            List<String> notComparable,
            String result,
            String openings,
            String home) {}
}
