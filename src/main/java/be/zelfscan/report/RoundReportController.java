package be.zelfscan.report;

import be.zelfscan.access.SignedIn;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.ContentDisposition;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpHeaders;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reports of a round: one by one, and made in the background as one file. */
@Controller("/rapporten/{roundId}")
public class RoundReportController {
    private static final String ZIP = "application/zip";

    /**
     * What the page shows.
     *
     * @param title of the round
     * @param closed whether there are reports at all
     * @param comparison address of the comparison of the round; empty when nothing is compared in it
     * @param inspires whether its centres can be introduced to each other
     * @param net address of the report of the net; empty when nothing is compared in the round
     * @param progress how far all of them together are; empty when nobody asked for them
     */
    public record Page(PageLayout layout, String title, boolean closed, String address, String comparison,
            boolean inspires, String net, List<Link> schoolGroups,
            Optional<Progress> progress) {
        /** Where all of them are one file. */
        public String zip() {
            return address + "/rapporten.zip";
        }

        public String order() {
            return address + "/opdracht";
        }
    }

    /** A report that can be opened by itself. */
    public record Link(String name, String address) {}

    /**
     * How far they are.
     *
     * @param state in one sentence
     * @param failures the files that could not be made
     */
    public record Progress(String state, String requested, int done, int total, boolean busy, List<String> failures) {
        private static Progress of(RoundReportQueries.Progress progress) {
            return new Progress(inWords(progress), BelgianDutch.dateAndTime(progress.requestedAt()), progress.done(), progress.total(),
                    progress.isBusy(), progress.failures());
        }

        private static String inWords(RoundReportQueries.Progress progress) {
            int done = progress.done();
            int total = progress.total();
            int failed = progress.failures().size();
            if (progress.isBusy()) {
                return "%d van %d klaar".formatted(done, total);
            }
            if (total == 1) {
                return failed == 0 ? "Het rapport is klaar." : "Het rapport kon niet gemaakt worden.";
            }
            return failed == 0 ? "Alle %d rapporten zijn klaar.".formatted(total)
                    : "%d van %d rapporten %s klaar; %s niet gemaakt worden.".formatted(done, total, done == 1 ? "is" : "zijn",
                            failed == 1 ? "het andere kon" : "de andere konden");
        }
    }

    private final RoundReports reports;
    private final Templates templates;
    private final PageLayouts layouts;

    RoundReportController(RoundReports reports, Templates templates, PageLayouts layouts) {
        this.reports = reports;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId) {
        RoundReports.OfRound found = reports.of(roundId);
        String title = found.round().title();
        List<Link> schoolGroups = found.subjects().stream().filter(subject -> subject.kind() == RoundReportQueries.Kind.school_group)
                .map(subject -> new Link(subject.name(), "/scholengroep/%s/ronde/%s/rapport.pdf".formatted(subject.id(), roundId)))
                .toList();
        return templates.page("report/roundReports",
                new Page(layouts.of(request, "Rapporten", title), title, found.round().isFrozen() && !found.subjects().isEmpty(),
                        address(roundId), found.compared() ? "/vergelijking/" + roundId : "", found.inspires(),
                        found.compared() ? "/vergelijking/%s/rapport.pdf".formatted(roundId) : "", schoolGroups,
                        found.progress().map(Progress::of)));
    }

    private static String address(UUID roundId) {
        return "/rapporten/" + roundId;
    }

    @Post("/opdracht")
    @Consumes(MediaType.ALL)
    HttpResponse<?> order(SignedIn person, UUID roundId) {
        reports.order(roundId, person.personId());
        return HttpResponse.seeOther(URI.create(address(roundId)));
    }

    @Get("/rapporten.zip")
    @Produces({ZIP, MediaType.TEXT_HTML})
    HttpResponse<StreamedFile> zip(UUID roundId) {
        RoundReports.Zip zip = reports.zip(roundId);
        return HttpResponse.ok(new StreamedFile(zip.content(), MediaType.of(ZIP)))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(zip.name()));
    }
}
