package be.zelfscan.comparison;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.comparison.ComparisonPages.CentreLink;
import be.zelfscan.comparison.ComparisonPages.RoundHead;
import be.zelfscan.comparison.ComparisonPages.Order;
import be.zelfscan.comparison.ComparisonPages.Picture;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparison of the net, for the support team. */
@Controller("/vergelijking")
class NetComparisonController {
    private static final int MOST_GROUPS_IN_CHART = 4;
    private static final int CENTRES_ON_A_PAGE = 52;
    /** Beyond this, the centres of a page only are put in the order of likeness. */
    private static final int MOST_TO_LIKEN = 520;

    private final NetComparison comparison;
    private final Pictures pictures;
    private final Templates templates;
    private final PageLayouts layouts;

    NetComparisonController(NetComparison comparison, Pictures pictures, Templates templates, PageLayouts layouts) {
        this.comparison = comparison;
        this.pictures = pictures;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> rounds(HttpRequest<?> request) {
        List<ComparisonPages.RoundLine> rounds = comparison.rounds().stream()
                .map(round -> ComparisonPages.RoundLine.of(round, comparison.isScaled(round)))
                .toList();
        return templates.page("comparison/rounds", new ComparisonPages.RoundsPage(layouts.of(request, "Vergelijking"), rounds));
    }

    @Get("/{roundId}")
    HttpResponse<?> net(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String scholengroep,
            @QueryValue(defaultValue = "") String rubriek, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String stap, @QueryValue(defaultValue = "") String doel) {
        NetFilter.FilterForm form = new NetFilter.FilterForm(scholengroep, rubriek, deel, stap, doel);
        try {
            return templates.page("comparison/net", net(layout(request), comparison.overview(roundId, form), form, ""));
        } catch (NetFilter.Refused refused) {
            NetComparison.Overview all = comparison.overview(roundId, NetFilter.NONE);
            return templates.page(refused.status(), "comparison/net", net(layout(request), all, form, refused.getMessage()));
        }
    }

    @Get("/{roundId}/centra")
    HttpResponse<?> centres(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String scholengroep,
            @QueryValue(defaultValue = "") String rubriek, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String stap, @QueryValue(defaultValue = "") String doel,
            @QueryValue(defaultValue = "naam") String orde, @QueryValue(defaultValue = "1") String pagina) {
        NetFilter.FilterForm form = new NetFilter.FilterForm(scholengroep, rubriek, deel, stap, doel);
        return templates.page("comparison/centres",
                centres(layout(request), comparison.overview(roundId, form), form, Order.of(orde), page(pagina),
                        request.getParameters().contains("hetzelfde")));
    }

    @Get("/{roundId}/scholengroepen")
    HttpResponse<?> groups(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") List<String> groep) {
        return templates.page("comparison/groups", groups(layout(request), roundId, groep));
    }

    private PageLayout layout(HttpRequest<?> request) {
        return layouts.of(request, "Vergelijking");
    }

    private static int page(String number) {
        try {
            return Math.max(1, Integer.parseInt(number));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private ComparisonPages.NetPage net(PageLayout layout, NetComparison.Overview overview, NetFilter.FilterForm form, String problem) {
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
        return new ComparisonPages.NetPage(layout, RoundHead.of(round, overview.questionnaire(), "net"), overview.questionnaire(), form,
                problem,
                overview.groups(), about,
                figures.centres(), overview.centres(), drawn, figures.centres() == 0 ? List.of() : words.all(figures), words.points(),
                change, comparison.notComparable(round.id()),
                figures.notYet());
    }

    private static String about(NetComparison.Overview overview, NetFilter.FilterForm form) {
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

    private ComparisonPages.CentresPage centres(PageLayout layout, NetComparison.Overview overview, NetFilter.FilterForm form, Order order,
            int page,
            boolean same) {
        int pages = Math.max(1, (overview.centres() + CENTRES_ON_A_PAGE - 1) / CENTRES_ON_A_PAGE);
        int shownPage = Math.min(page, pages);
        List<CentreFacts> centres = ordered(overview, order, (shownPage - 1) * CENTRES_ON_A_PAGE);
        Questionnaire shown = form.rows(overview.questionnaire());
        String about = about(overview, form);
        return new ComparisonPages.CentresPage(layout, RoundHead.of(overview.round(), overview.questionnaire(), "centra"), about, order,
                form.query(),
                centres.isEmpty() ? List.of() : pictures.matrix(shown, about, overview.round().title(), centres),
                centres.stream().map(facts -> CentreLink.of(facts.centre())).toList(), shownPage, pages, same);
    }

    private List<CentreFacts> ordered(NetComparison.Overview overview, Order order, int from) {
        UUID round = overview.round().id();
        if (order == Order.naam || overview.centres() > MOST_TO_LIKEN) {
            List<CentreFacts> centres = comparison.centres(round, overview.filter(), from, CENTRES_ON_A_PAGE);
            return order == Order.naam ? centres : CentreFacts.byLikeness(centres, blocks(overview));
        }
        List<CentreFacts> all = CentreFacts.byLikeness(comparison.centres(round, overview.filter(), 0, MOST_TO_LIKEN), blocks(overview));
        return all.subList(Math.min(from, all.size()), Math.min(all.size(), from + CENTRES_ON_A_PAGE));
    }

    private static Set<String> blocks(NetComparison.Overview overview) {
        return overview.questionnaire().blocks().stream().map(Section::id).collect(Collectors.toSet());
    }

    private ComparisonPages.GroupsPage groups(PageLayout layout, UUID roundId, List<String> asked) {
        NetComparison.GroupsOfRound beside = comparison.groups(roundId);
        List<NetComparison.GroupWithFigures> chosen = beside.groups().stream().filter(one -> asked.contains(one.group().id().toString()))
                .limit(MOST_GROUPS_IN_CHART).toList();
        List<NetComparison.GroupWithFigures> shown = chosen.isEmpty()
                ? beside.groups().stream().filter(one -> one.figures().centres() > 0).limit(MOST_GROUPS_IN_CHART - 1).toList()
                : chosen;
        Map<String, Optional<Figures>> bars = new LinkedHashMap<>();
        shown.forEach(one -> bars.put(one.group().name(), Optional.of(one.figures())));
        ComparedRound round = beside.round();
        Optional<Picture> picture = bars.isEmpty() ? Optional.empty()
                : Optional.of(pictures.distribution(beside.questionnaire(), round.title(), bars, round.minimumGroupSize()));
        return new ComparisonPages.GroupsPage(layout, RoundHead.of(round, beside.questionnaire(), "scholengroepen"),
                beside.groups().stream().map(NetComparison.GroupWithFigures::group).toList(),
                shown.stream().map(one -> one.group().id()).toList(), picture,
                List.of(new FigureTables(beside.questionnaire()).groups(beside.groups())));
    }
}
