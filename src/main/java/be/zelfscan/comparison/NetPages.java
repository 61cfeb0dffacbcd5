package be.zelfscan.comparison;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.comparison.ComparisonPages.CentreLink;
import be.zelfscan.comparison.ComparisonPages.Head;
import be.zelfscan.comparison.ComparisonPages.Order;
import be.zelfscan.comparison.ComparisonPages.Picture;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Shell;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the pages of the net show. Thread-safe. */
@Singleton
class NetPages {
    private static final int MOST_GROUPS_IN_CHART = 4;
    private static final int CENTRES_ON_A_PAGE = 52;
    /** Beyond this, the centres of a page only are put in the order of likeness. */
    private static final int MOST_TO_LIKEN = 520;

    private final NetComparison comparison;
    private final Pictures pictures;

    NetPages(NetComparison comparison, Pictures pictures) {
        this.comparison = comparison;
        this.pictures = pictures;
    }

    ComparisonPages.Net net(Shell shell, NetComparison.Overview overview, NetFilterForm form, String problem) {
        ComparedRound round = overview.round();
        Questionnaire shown = problem.isEmpty() ? form.rows(overview.questionnaire()) : overview.questionnaire();
        Figures figures = overview.chosen();
        String about = about(overview, form);
        FigureTables words = new FigureTables(shown);
        Optional<DataTable> change = overview.filter().byAnswers() ? Optional.empty()
                : comparison.change(round.id(), overview.filter().schoolGroup())
                        .map(found -> words.movements(found.earlier().title(), found.movements()));
        List<Picture> drawn = figures.centres() == 0 ? List.of()
                : Stream.concat(
                        Stream.of(pictures.distribution(shown, round.title(), beside(overview, about), round.minimumGroupSize())),
                        pictures.categories(shown, about, round.title(), figures).stream()).toList();
        return new ComparisonPages.Net(shell, Head.of(round, overview.questionnaire(), "net"), overview.questionnaire(), form, problem,
                overview.groups(), about,
                figures.centres(), overview.centres(), drawn, figures.centres() == 0 ? List.of() : tables(shown, figures), words.points(),
                change, comparison.notComparable(round.id()),
                figures.notYet());
    }

    private static String about(NetComparison.Overview overview, NetFilterForm form) {
        String words = !overview.filter().isNarrow() ? "" : form.words(overview.questionnaire(), overview.groups());
        return words.isEmpty() ? GroupFigures.NET : words;
    }

    /** The whole net beside a part of it. */
    private Map<String, Optional<Figures>> beside(NetComparison.Overview overview, String about) {
        Map<String, Optional<Figures>> groups = new LinkedHashMap<>();
        groups.put(about, Optional.of(overview.chosen()));
        if (overview.filter().isNarrow()) {
            groups.put(GroupFigures.NET, Optional.of(comparison.net(overview.round().id())));
        }
        return groups;
    }

    /** As far as the instrument asks them: the ambitions, the questions of each block that have options, the closing questions. */
    static List<DataTable> tables(Questionnaire questionnaire, Figures figures) {
        FigureTables words = new FigureTables(questionnaire);
        List<DataTable> tables = new ArrayList<>();
        if (questionnaire.ambition().isPresent()) {
            tables.add(words.ambitions(figures));
        }
        questionnaire.blockQuestions().stream().filter(question -> !question.options().isEmpty())
                .map((Question question) -> words.choices(question, figures)).forEach(tables::add);
        words.closing(figures).ifPresent(tables::add);
        return List.copyOf(tables);
    }

    ComparisonPages.Centres centres(Shell shell, NetComparison.Overview overview, NetFilterForm form, Order order, int page, boolean same) {
        int pages = Math.max(1, (overview.centres() + CENTRES_ON_A_PAGE - 1) / CENTRES_ON_A_PAGE);
        int shownPage = Math.min(page, pages);
        List<CentreFacts> centres = ordered(overview, order, (shownPage - 1) * CENTRES_ON_A_PAGE);
        Questionnaire shown = form.rows(overview.questionnaire());
        String about = about(overview, form);
        return new ComparisonPages.Centres(shell, Head.of(overview.round(), overview.questionnaire(), "centra"), about, order, form.query(),
                centres.isEmpty() ? List.of() : pictures.matrix(shown, about, overview.round().title(), centres),
                centres.stream().map(facts -> CentreLink.of(facts.centre())).toList(), shownPage, pages, same);
    }

    private List<CentreFacts> ordered(NetComparison.Overview overview, Order order, int from) {
        UUID round = overview.round().id();
        if (order == Order.naam || overview.centres() > MOST_TO_LIKEN) {
            List<CentreFacts> centres = comparison.centres(round, overview.filter(), from, CENTRES_ON_A_PAGE);
            return order == Order.naam ? centres : Likeness.ordered(centres, blocks(overview));
        }
        List<CentreFacts> all = Likeness.ordered(comparison.centres(round, overview.filter(), 0, MOST_TO_LIKEN), blocks(overview));
        return all.subList(from, Math.min(all.size(), from + CENTRES_ON_A_PAGE));
    }

    private static Set<String> blocks(NetComparison.Overview overview) {
        return overview.questionnaire().blocks().stream().map(Section::id).collect(Collectors.toSet());
    }

    ComparisonPages.Groups groups(Shell shell, UUID roundId, List<String> asked) {
        NetComparison.Beside beside = comparison.groups(roundId);
        List<NetComparison.GroupBeside> chosen = beside.groups().stream().filter(one -> asked.contains(one.group().id().toString()))
                .limit(MOST_GROUPS_IN_CHART).toList();
        List<NetComparison.GroupBeside> shown = chosen.isEmpty()
                ? beside.groups().stream().filter(one -> one.figures().centres() > 0).limit(MOST_GROUPS_IN_CHART - 1).toList()
                : chosen;
        Map<String, Optional<Figures>> bars = new LinkedHashMap<>();
        shown.forEach(one -> bars.put(one.group().name(), Optional.of(one.figures())));
        ComparedRound round = beside.round();
        Optional<Picture> picture = bars.isEmpty() ? Optional.empty()
                : Optional.of(pictures.distribution(beside.questionnaire(), round.title(), bars, round.minimumGroupSize()));
        return new ComparisonPages.Groups(shell, Head.of(round, beside.questionnaire(), "scholengroepen"),
                beside.groups().stream().map(NetComparison.GroupBeside::group).toList(),
                shown.stream().map(one -> one.group().id()).toList(), picture,
                List.of(new FigureTables(beside.questionnaire()).groups(beside.groups())));
    }
}
