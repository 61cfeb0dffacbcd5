package be.zelfscan.comparison;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.CategoryDrawing;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A centre beside the net or one of its school groups, and beside itself in the round before. */
@Controller("/centrum/{centreId}/vergelijking/{roundId}")
class CentreComparisonController {
    private final CentreComparison comparison;
    private final DataChartDrawing drawing;
    private final DataChartText words;
    private final CategoryDrawing categories;
    private final Templates templates;
    private final PageLayouts layouts;

    CentreComparisonController(CentreComparison comparison, DataChartDrawing drawing, DataChartText words, CategoryDrawing categories,
            Templates templates, PageLayouts layouts) {
        this.comparison = comparison;
        this.drawing = drawing.without(Layer.STATEMENT);
        this.words = words;
        this.categories = categories;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId, UUID roundId,
            @QueryValue(value = "groep", defaultValue = "") String group) {
        CentreComparison.ComparedWithNotes read = comparison.read(centreId, roundId, group, person.personId());
        CentreComparison.Compared compared = read.compared();
        CentreComparisonPage shown = new CentreComparisonPage(read);
        DataChart chart = shown.chart();
        String home = "/centrum/" + centreId;
        String context = read.sent().centreName() + " · " + compared.round().title();
        return templates.page("comparison/centre", new CentreComparisonPage.Page(layouts.of(request, "Vergelijking", context),
                compared.questionnaire(), compared.round().title(), read.sent().centreName(), choices(read, request.getPath()),
                CentreComparisonPage.name(read.group()), compared.round().minimumGroupSize(), drawing.layouts(chart), words.rows(chart),
                Stream.concat(Stream.of(words.table(chart)), words.comparisonTable(chart).stream()).toList(),
                read.group().figures().map(figures -> group(shown, compared, figures)), shown.earlierRound(), compared.notComparable(),
                "/resultaat/" + read.sent().id(),
                home + "/openstelling", home));
    }

    private CentreComparisonPage.GroupPart group(CentreComparisonPage shown, CentreComparison.Compared compared, Figures figures) {
        return new CentreComparisonPage.GroupPart(figures.centres(), shown.spread(figures),
                shown.categories().map(categories::svg).orElse(""),
                ComparedCharts.categories(compared.questionnaire()), shown.categories().map(shown::named).orElse(List.of()));
    }

    private static List<CentreComparisonPage.Choice> choices(CentreComparison.ComparedWithNotes read, String path) {
        return read.compared().groups().stream().map(group -> new CentreComparisonPage.Choice(group.isNet() ? "Het net" : group.name(),
                path + query(group), group.equals(read.group()), group.figures().isPresent())).toList();
    }

    private static String query(GroupFigures group) {
        return group.schoolGroupId().map(id -> "?groep=" + id).orElse("");
    }
}
