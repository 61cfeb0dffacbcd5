package be.zelfscan.report;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import java.net.URI;
import java.util.UUID;

/** All reports of a round: one by one, and made in the background as one file. */
@Controller("/rapporten/{roundId}")
class RoundReportController {
    private static final String ZIP = "application/zip";

    private final RoundReports reports;
    private final Templates templates;
    private final Shells shells;

    RoundReportController(RoundReports reports, Templates templates, Shells shells) {
        this.reports = reports;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId) {
        RoundReports.State state = reports.of(roundId);
        return templates.page("report/roundReports", RoundReportsPage.of(shells.of(request, "Rapporten", state.round().title()), state));
    }

    @Post("/opdracht")
    @Consumes(MediaType.ALL)
    HttpResponse<?> order(SignedIn person, UUID roundId) {
        reports.order(roundId, person.personId());
        return HttpResponse.seeOther(URI.create(RoundReportsPage.address(roundId)));
    }

    @Get("/rapporten.zip")
    @Produces({ZIP, MediaType.TEXT_HTML})
    StreamedFile zip(UUID roundId) {
        RoundReports.Zip zip = reports.zip(roundId);
        return new StreamedFile(zip.content(), MediaType.of(ZIP)).attach(zip.name());
    }
}
