package be.zelfscan.campaign;

import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.Person;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.UUID;

/** Opening the sent scan of a centre again. */
@Controller("/rondes/{roundId}/centrum/{centreId}/heropening")
public class ReopeningController {
    /** The form. */
    public record Page(PageLayout layout, String round, String centre, List<String> directors, String address, String back, String reason,
            String problem) {}

    private final ReopenScan reopenScan;
    private final Templates templates;
    private final PageLayouts layouts;

    ReopeningController(ReopenScan reopenScan, Templates templates, PageLayouts layouts) {
        this.reopenScan = reopenScan;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request, UUID roundId, UUID centreId) {
        return page(request, HttpStatus.OK, roundId, centreId, "", "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reopen(HttpRequest<?> request, SignedIn person, UUID roundId, UUID centreId, @Nullable @Body String body) {
        String reason = Texts.lines(Form.of(body).first("reason"));
        try {
            reopenScan.reopen(roundId, centreId, person, reason);
            return RoundController.REOPENED.at(RoundPage.address(roundId), reopenScan.part(roundId, centreId).directors().size());
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), roundId, centreId, reason, refused.sentence());
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, UUID centreId, String reason, String problem) {
        ReopenScan.Part part = reopenScan.part(roundId, centreId);
        String back = RoundPage.address(roundId);
        return templates.page(status, "campaign/reopening", new Page(layouts.of(request, "Een zelfscan heropenen"),
                part.round().title(), part.centre(), part.directors().stream().map(Person::name).toList(),
                back + "/centrum/" + centreId
                        + "/heropening",
                back, reason, problem));
    }
}
