package be.zelfscan.report;

import be.zelfscan.access.SignedIn;
import be.zelfscan.comparison.Viewer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;

/** The reports of a closed round, each for whom it is. */
@Controller
@Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
class ComparedReportController {
    private final ComparedReports reports;

    ComparedReportController(ComparedReports reports) {
        this.reports = reports;
    }

    @Get("/centrum/{centreId}/vergelijking/{roundId}/rapport.pdf")
    HttpResponse<?> centre(SignedIn person, UUID centreId, UUID roundId) {
        return response(reports.centre(centreId, roundId, Viewer.of(person)));
    }

    @Get("/scholengroep/{schoolGroupId}/ronde/{roundId}/rapport.pdf")
    HttpResponse<?> schoolGroup(SignedIn person, UUID schoolGroupId, UUID roundId) {
        return response(reports.schoolGroup(schoolGroupId, roundId, Viewer.of(person)));
    }

    @Get("/vergelijking/{roundId}/rapport.pdf")
    HttpResponse<?> net(UUID roundId) {
        return response(reports.net(roundId));
    }

    private static HttpResponse<?> response(ComparedReports.Made made) {
        return Pdf.response(made.name(), made.pdf());
    }
}
