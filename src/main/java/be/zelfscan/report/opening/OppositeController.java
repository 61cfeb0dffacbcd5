package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.Layer;
import be.zelfscan.report.ScanResult;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.UUID;

/** The results of two centres that opened them to each other, opposite each other. */
@Controller("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}")
class OppositeController {
    private final ReadOpposite readOpposite;
    private final DataChartSvg svg;
    private final DataChartText words;
    private final Templates templates;
    private final Shells shells;

    OppositeController(ReadOpposite readOpposite, DataChartSvg svg, DataChartText words, Templates templates, Shells shells) {
        this.readOpposite = readOpposite;
        // The same layers for both, so that the two drawings lie over each other to the point.
        this.svg = svg.without(Layer.STATEMENT).without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId, UUID otherCentreId, UUID roundId) {
        ReadOpposite.Read read = readOpposite.of(centreId, otherCentreId, roundId, person);
        OppositeView view = new OppositeView(read);
        return templates.page("report/opposite", new OppositePages.Opposite(shells.of(request, "Tegenover elkaar", read.opening().round()),
                read.opening().round(), side(view.own(), "eigen", read.opening().ownNotes()),
                side(view.other(), "ander", read.opening().otherNotes()), view.differing(), view.same(), view.groups(), view.closing(),
                read.questionnaire().disclaimer(), "/centrum/" + centreId + "/openstelling"));
    }

    private OppositePages.Side side(ScanResult result, String id, boolean notes) {
        return new OppositePages.Side(result.sent().centreName(), svg.render(result.chart(), "datagrafiek-" + id),
                words.table(result.chart()), notes);
    }
}
