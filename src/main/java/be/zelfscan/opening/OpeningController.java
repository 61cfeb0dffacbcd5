package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Form;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
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
import java.util.UUID;
import java.util.function.Supplier;

/** To whom a centre opens its result. */
@Controller("/centrum/{centreId}/openstelling")
class OpeningController {
    private final Openings openings;
    private final Templates templates;
    private final Shells shells;

    OpeningController(Openings openings, Templates templates, Shells shells) {
        this.openings = openings;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId) {
        return page(request, HttpStatus.OK, person, centreId, OpeningsPage.Filled.NOTHING,
                Notice.sentence(request, OpeningNotice.values()), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> offer(HttpRequest<?> request, SignedIn person, UUID centreId, @Nullable @Body String body) {
        Form form = Form.of(body);
        OpeningsPage.Filled filled = new OpeningsPage.Filled(form.first("centrum"), notes(form));
        return act(request, person, centreId, filled,
                () -> openings.offer(centreId, filled.choice(), filled.notes(), person.personId()) == 0 ? OpeningNotice.offered_to_nobody
                        : OpeningNotice.offered);
    }

    private static boolean notes(Form form) {
        return !form.first("toelichtingen").isEmpty();
    }

    @Post("/{openingId}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        boolean notes = notes(Form.of(body));
        return act(request, person, centreId, OpeningsPage.Filled.NOTHING, () -> {
            openings.accept(centreId, openingId, notes, person.personId());
            return OpeningNotice.accepted;
        });
    }

    @Post("/{openingId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId) {
        return act(request, person, centreId, OpeningsPage.Filled.NOTHING, () -> {
            openings.end(centreId, openingId, person.personId());
            return OpeningNotice.ended;
        });
    }

    private HttpResponse<?> act(HttpRequest<?> request, SignedIn person, UUID centreId, OpeningsPage.Filled filled,
            Supplier<OpeningNotice> action) {
        try {
            return action.get().at(OpeningsPage.address(centreId));
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), person, centreId, filled, "", refused.sentence());
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID centreId, OpeningsPage.Filled filled,
            String done, String problem) {
        return templates.page(status, "opening/openings", OpeningsPage.of(shells.of(request, "Openzetten"),
                openings.of(centreId, person.personId()), centreId, filled, done, problem));
    }
}
