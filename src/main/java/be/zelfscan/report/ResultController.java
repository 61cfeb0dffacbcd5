package be.zelfscan.report;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.mail.MessageLedger;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.SendScan;
import be.zelfscan.team.Needs;
import be.zelfscan.team.TeamResult;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The result of a sent scan: as a page, and the datagrafiek alone. */
@Controller("/resultaat/{sentId}")
class ResultController {
    private static final String SVG = "image/svg+xml";

    private final Reports reports;
    private final DataChartDrawing drawing;
    private final DataChartText words;
    private final MessageLedger ledger;
    private final CentreComparison comparison;
    private final TeamResult.Reading teams;
    private final Clock clock;
    private final Needs needs;
    private final Templates templates;
    private final PageLayouts layouts;

    ResultController(Reports reports, DataChartDrawing drawing, DataChartText words, MessageLedger ledger,
            CentreComparison comparison, TeamResult.Reading teams, Needs needs, Clock clock, Templates templates,
            PageLayouts layouts) {
        this.reports = reports;
        this.drawing = drawing;
        this.words = words;
        this.ledger = ledger;
        this.comparison = comparison;
        this.teams = teams;
        this.clock = clock;
        this.needs = needs;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID sentId) {
        ScanResult result = reports.result(sentId, person.personId());
        List<String> mails = ledger.about(sentId).stream().filter(mail -> mail.kind().equals(SendScan.SENT_MAIL))
                .map(mail -> ResultPage.words(mail, result.sent().sentAt())).toList();
        String context = result.sent().centreName() + " · " + result.sent().roundTitle();
        ResultPage page = new ResultPage(layouts.of(request, "Resultaat", context), result,
                result.chart().map(chart -> new ResultPage.Drawn(ResultPage.drawing(drawing).layouts(chart), words.table(chart))), mails,
                comparison.roundOf(sentId, person.personId()).filter(round -> result.questionnaire().isScaled())
                        .map(round -> "/centrum/" + result.sent().centreId() + "/vergelijking/" + round).orElse(""),
                teams.of(result.sent()),
                Permission.ask_need.allowed(result.sent().roles()) ? needs.ofScan(result.sent().scanId()) : List.of(),
                BelgianDutch.today(clock));
        return templates.page("report/result", page);
    }

    /** The datagrafiek alone, as large as the screen. */
    @Get("/scherm")
    HttpResponse<?> screen(HttpRequest<?> request, SignedIn person, UUID sentId) {
        ScanResult result = reports.result(sentId, person.personId());
        return templates.page("report/screen", new ResultPage(
                layouts.of(request, "Datagrafiek", result.sent().centreName() + " · " + result.sent().roundTitle()), result,
                Optional.of(
                        result.chart().map(chart -> new ResultPage.Drawn(ResultPage.drawing(drawing).layouts(chart), words.table(chart)))
                                .orElseThrow(ScanNotFound::scan)),
                List.of(), "", TeamResult.NONE, List.of(), BelgianDutch.today(clock)));
    }

    @Get("/datagrafiek.svg")
    @Produces({SVG, MediaType.TEXT_HTML})
    HttpResponse<?> chart(SignedIn person, UUID sentId) {
        byte[] picture = drawing.svg(reports.result(sentId, person.personId()).chart().orElseThrow(ScanNotFound::scan))
                .getBytes(StandardCharsets.UTF_8);
        return HttpResponse.ok(picture).contentType(MediaType.of(SVG)).header("Content-Security-Policy", "default-src 'none'");
    }
}
