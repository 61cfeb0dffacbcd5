package be.zelfscan.comparison;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.comparison.ComparisonPages.CentreLink;
import be.zelfscan.comparison.ComparisonPages.Picture;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The centres of a school group beside each other in one round. */
@Controller("/scholengroep/{schoolGroupId}/ronde/{roundId}")
class SchoolGroupComparisonController {
    private final SchoolGroupComparison comparison;
    private final Pictures pictures;
    private final Templates templates;
    private final PageLayouts layouts;

    SchoolGroupComparisonController(SchoolGroupComparison comparison, Pictures pictures, Templates templates, PageLayouts layouts) {
        this.comparison = comparison;
        this.pictures = pictures;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID schoolGroupId, UUID roundId) {
        SchoolGroupComparison.Compared beside = comparison.of(schoolGroupId, roundId, person);
        return templates.page("comparison/schoolGroup", page(layouts.of(request, beside.group().name(), beside.round().title()), beside,
                request.getParameters().contains("hetzelfde")));
    }

    private ComparisonPages.SchoolGroupPage page(PageLayout layout, SchoolGroupComparison.Compared beside, boolean same) {
        boolean empty = beside.figures().centres() == 0;
        return new ComparisonPages.SchoolGroupPage(layout, beside.group(), beside.round(), ComparisonPages.state(beside.round()),
                beside.centres().stream().map(facts -> CentreLink.of(facts.centre())).toList(), empty ? List.of() : pictures(beside),
                empty ? List.of() : tables(beside),
                new FigureTables(beside.questionnaire()).points(),
                net(beside), same);
    }

    private static List<DataTable> tables(SchoolGroupComparison.Compared beside) {
        List<DataTable> tables = new ArrayList<>(new FigureTables(beside.questionnaire()).all(beside.figures()));
        new FigureTables(beside.questionnaire()).closingOf(beside.centres()).ifPresent(tables::add);
        return List.copyOf(tables);
    }

    private List<Picture> pictures(SchoolGroupComparison.Compared beside) {
        String name = beside.group().name();
        String round = beside.round().title();
        List<Picture> all = new ArrayList<>(pictures.matrix(beside.questionnaire(), name, round, beside.centres()));
        all.add(pictures.distribution(beside.questionnaire(), round, beside.distributions(), beside.round().minimumGroupSize()));
        pictures.categories(beside.questionnaire(), name, round, beside.figures()).ifPresent(all::add);
        return List.copyOf(all);
    }

    private static String net(SchoolGroupComparison.Compared beside) {
        return beside.net().figures().isPresent() ? ""
                : "Naast jullie centra zijn er %ste weinig andere centra om het net te tonen (minstens %d)."
                        .formatted(beside.round().isClosed() ? "" : "nog ", beside.round().minimumGroupSize());
    }
}
