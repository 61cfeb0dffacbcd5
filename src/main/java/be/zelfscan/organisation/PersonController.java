package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
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
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.UUID;

/** One person, with their roles. */
@Controller(PersonController.PATH)
class PersonController {
    static final String PATH = "/organisatie/persoon";

    private final ChangePerson change;
    private final NetQueries net;
    private final Templates templates;
    private final Shells shells;

    PersonController(ChangePerson change, NetQueries net, Templates templates, Shells shells) {
        this.change = change;
        this.net = net;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String centrum,
            @QueryValue(defaultValue = "") String scholengroep) {
        PersonForm form = new PersonForm("", "", List.of(), scholengroep.isEmpty() ? "" : Role.leader.name(),
                centrum.isEmpty() ? scholengroep : centrum);
        return fresh(request, HttpStatus.OK, form, Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, PersonForm form, Problems problems) {
        return templates.page(status, "organisation/person",
                PersonPages.fresh(net.read(), shells.of(request, "Persoon toevoegen"), form, problems));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        PersonForm form = PersonForm.of(Form.of(body));
        try {
            return Notices.added.at(address(change.add(form)));
        } catch (Refused refused) {
            return fresh(request, refused.status(), form, Problems.of(refused));
        }
    }

    @Get("/{personId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID personId) {
        return show(request, HttpStatus.OK, personId, PersonForm.of(find(personId)), Problems.NONE);
    }

    private NetPerson find(UUID personId) {
        return net.read().person(personId).orElseThrow(NotThere::person);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID personId, PersonForm form, Problems problems) {
        Net now = net.read();
        NetPerson person = now.person(personId).orElseThrow(NotThere::person);
        return templates.page(status, "organisation/person",
                PersonPages.of(now, person, shells.of(request, person.name()), Notices.of(request), form, problems));
    }

    @Post("/{personId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, UUID personId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        PersonForm form = PersonForm.of(posted);
        String seen = posted.first(FormContent.VERSION);
        try {
            change.change(personId, form, seen);
            return Notices.saved.at(address(personId));
        } catch (Refused refused) {
            return show(request, refused.status(), personId, form, Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), personId, form, Problems.of(overtaken));
        }
    }

    @Post("/{personId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID personId) {
        try {
            change.end(personId);
            return Notices.deactivated.at(address(personId));
        } catch (Refused refused) {
            return show(request, refused.status(), personId, PersonForm.of(find(personId)), Problems.of(refused));
        }
    }

    @Post("/{personId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(UUID personId) {
        change.resume(personId);
        return Notices.activated.at(address(personId));
    }

    static String address(UUID personId) {
        return PATH + "/" + personId;
    }
}
