package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Form;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

/** To whom a centre opens its result. */
@Controller("/centrum/{centreId}/openstelling")
public class OpeningController {
    private static final String NOTES = "toelichtingen";
    private static final String SURE = "zeker";
    private static final Notice OFFERED = Notice.of("voorstel",
            "Jullie voorstel is verstuurd. De directeur van het andere centrum krijgt een mail. "
                    + "Zodra die aanvaardt, zien jullie elkaars resultaat.");
    private static final Notice OFFERED_TO_NOBODY = Notice.of("voorstel-zonder-mail",
            "Jullie voorstel staat klaar, maar niemand krijgt er een mail over: het andere centrum heeft in Zelfscan nog geen directeur.");
    private static final Notice ACCEPTED = Notice.of("aanvaarding", "De resultaten staan nu voor elkaar open.");
    private static final Notice ENDED = Notice.of("einde", "Dit is gestopt. Niemand van het ene centrum ziet nog iets van het andere.");

    private final Openings openings;
    private final Templates templates;
    private final PageLayouts layouts;

    OpeningController(Openings openings, Templates templates, PageLayouts layouts) {
        this.openings = openings;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId) {
        return page(request, HttpStatus.OK, person, centreId, OpeningsPage.Filled.NOTHING,
                Notice.said(request, OFFERED, OFFERED_TO_NOBODY, ACCEPTED, ENDED), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> offer(HttpRequest<?> request, SignedIn person, UUID centreId, @Nullable @Body String body) {
        Form form = Form.of(body);
        OpeningsPage.Filled filled = new OpeningsPage.Filled(form.first("centrum"), notes(form));
        return act(request, person, centreId, filled, () -> {
            if (!isSure(form)) {
                return ask(request, centreId, form,
                        OpeningQuestion.toOffer(openings.offerable(centreId, filled.choice(), person.personId()), filled.notes()));
            }
            int mails = openings.offer(centreId, filled.choice(), filled.notes(), person.personId());
            return (mails == 0 ? OFFERED_TO_NOBODY : OFFERED).at(OpeningsPage.address(centreId));
        });
    }

    private static boolean notes(Form form) {
        return !form.first(NOTES).isEmpty();
    }

    private static boolean isSure(Form form) {
        return !form.first(SURE).isEmpty();
    }

    /** The page in between: it changes nothing, and posts the same again to the same address. */
    private HttpResponse<?> ask(HttpRequest<?> request, UUID centreId, Form form, OpeningQuestion question) {
        List<Form.Field> fields = Stream.concat(form.list().stream(), Stream.of(new Form.Field(SURE, "ja"))).toList();
        return templates.page("layout/confirmation",
                question.page(layouts.of(request, question.title()), request.getPath(), fields, OpeningsPage.address(centreId)));
    }

    @Post("/{openingId}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        Form form = Form.of(body);
        return act(request, person, centreId, OpeningsPage.Filled.NOTHING, () -> {
            if (!isSure(form)) {
                return ask(request, centreId, form,
                        OpeningQuestion.toAccept(openings.changeable(centreId, openingId, true, person.personId()), notes(form)));
            }
            openings.accept(centreId, openingId, notes(form), person.personId());
            return ACCEPTED.at(OpeningsPage.address(centreId));
        });
    }

    @Post("/{openingId}/einde")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        Form form = Form.of(body);
        return act(request, person, centreId, OpeningsPage.Filled.NOTHING, () -> {
            if (!isSure(form)) {
                return ask(request, centreId, form,
                        OpeningQuestion.toEnd(openings.changeable(centreId, openingId, false, person.personId())));
            }
            openings.end(centreId, openingId, person.personId());
            return ENDED.at(OpeningsPage.address(centreId));
        });
    }

    private HttpResponse<?> act(HttpRequest<?> request, SignedIn person, UUID centreId, OpeningsPage.Filled filled,
            Supplier<HttpResponse<?>> action) {
        try {
            return action.get();
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), person, centreId, filled, "", refused.sentence());
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID centreId, OpeningsPage.Filled filled,
            String done, String problem) {
        return templates.page(status, "opening/openings", OpeningsPage.of(layouts.of(request, "Openzetten"),
                openings.of(centreId, person.personId()), centreId, filled, done, problem));
    }
}
