package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.report.ResultPage;
import be.zelfscan.report.ScanResult;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Two centres opposite each other: for their own people what they opened, and for who sees them by name all of it; the leader of
 * a school group those of the group, the support team any two.
 */
@Controller
public class OppositeController {
    private final ReadOpposite readOpposite;
    private final DataChartDrawing drawing;
    private final DataChartText words;
    private final Templates templates;
    private final PageLayouts layouts;

    OppositeController(ReadOpposite readOpposite, DataChartDrawing drawing, DataChartText words, Templates templates, PageLayouts layouts) {
        this.readOpposite = readOpposite;
        // The same layers for both, so that the two drawings lie over each other to the point.
        this.drawing = drawing.without(Layer.STATEMENT).without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}")
    HttpResponse<?> ofCentres(HttpRequest<?> request, SignedIn person, UUID centreId, UUID otherCentreId, UUID roundId) {
        ReadOpposite.Opened opened = readOpposite.ofCentres(centreId, otherCentreId, roundId, person);
        String notes = "%s; die van %s staan %s.".formatted(
                opened.opening().ownNotes() ? "Jullie toelichtingen staan open" : "Jullie toelichtingen staan niet open",
                opened.scans().other().centreName(), opened.opening().otherNotes() ? "open" : "niet open");
        return page(request, opened.scans(), new OppositePage.Voice("jullie", "Jullie", List.of("Beide centra zien hier hetzelfde.", notes),
                new OppositePage.Back(OpeningsPage.address(centreId), "Terug naar openzetten")));
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
        return page(request, scans, new OppositePage.Voice(name, name, List.of("Alleen wie beide centra met naam ziet, ziet deze pagina."),
                new OppositePage.Back(back, "Terug naar alle centra naast elkaar")));
    }

    private HttpResponse<?> page(HttpRequest<?> request, ReadOpposite.Opposite scans, OppositePage.Voice spoken) {
        return templates.page("opening/opposite", OppositePage.of(layouts.of(request, "Tegenover elkaar", scans.one().roundTitle()), scans,
                spoken, own -> side(own, "eigen"), other -> side(other, "ander")));
    }

    private OppositePage.Side side(ScanResult result, String id) {
        return new OppositePage.Side(result.sent().centreName(),
                result.chart().map(chart -> new ResultPage.Drawn(drawing.layouts(chart, "datagrafiek-" + id), words.table(chart))));
    }
}
