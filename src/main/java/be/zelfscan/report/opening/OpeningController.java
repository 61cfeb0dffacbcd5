package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Form;
import be.zelfscan.web.Shells;
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
import java.net.URI;
import java.util.UUID;

/** To whom a centre opens its result. */
@Controller("/centrum/{centreId}/openstelling")
class OpeningController {
    private final ReadOpenings readOpenings;
    private final ChangeOpening changeOpening;
    private final Templates templates;
    private final Shells shells;

    OpeningController(ReadOpenings readOpenings, ChangeOpening changeOpening, Templates templates, Shells shells) {
        this.readOpenings = readOpenings;
        this.changeOpening = changeOpening;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId) {
        String done = request.getParameters().getFirst(OpeningDone.WHAT).map(OpeningDone::sentence).orElse("");
        return templates.page("report/openings",
                OpeningsView.of(shells.of(request, "Openzetten"), readOpenings.of(centreId, person.personId()),
                        centreId, OpeningForm.EMPTY, done, ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> offer(HttpRequest<?> request, SignedIn person, UUID centreId, @Nullable @Body String body) {
        OpeningForm form = OpeningForm.of(Form.of(body));
        try {
            int mails = changeOpening.offer(centreId, form, person.personId());
            return done(centreId, mails == 0 ? OpeningDone.offered_to_nobody : OpeningDone.offered);
        } catch (OpeningRefused refused) {
            return again(request, person, centreId, form, refused);
        }
    }

    @Post("/{openingId}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        boolean notes = OpeningForm.of(Form.of(body)).notes();
        try {
            changeOpening.accept(centreId, openingId, notes, person.personId());
            return done(centreId, OpeningDone.accepted);
        } catch (OpeningRefused refused) {
            return again(request, person, centreId, OpeningForm.EMPTY, refused);
        }
    }

    @Post("/{openingId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId) {
        try {
            changeOpening.end(centreId, openingId, person.personId());
            return done(centreId, OpeningDone.ended);
        } catch (OpeningRefused refused) {
            return again(request, person, centreId, OpeningForm.EMPTY, refused);
        }
    }

    private static HttpResponse<?> done(UUID centreId, OpeningDone what) {
        return HttpResponse.seeOther(URI.create("/centrum/%s/openstelling?%s=%s".formatted(centreId, OpeningDone.WHAT, what)));
    }

    private HttpResponse<?> again(HttpRequest<?> request, SignedIn person, UUID centreId, OpeningForm form, OpeningRefused refused) {
        if (refused.status() == HttpStatus.NOT_FOUND) {
            throw refused;
        }
        return templates.page(refused.status(), "report/openings", OpeningsView.of(shells.of(request, "Openzetten"),
                readOpenings.of(centreId, person.personId()), centreId, form, "", refused.sentence()));
    }
}
