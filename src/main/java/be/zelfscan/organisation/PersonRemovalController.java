package be.zelfscan.organisation;

import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.UUID;

/** Asks whether somebody is to be removed for good, and does it. */
@Controller("/organisatie/mensen/{personId}/verwijdering")
class PersonRemovalController {
    private final RemovePerson removePerson;
    private final Templates templates;
    private final Shells shells;

    PersonRemovalController(RemovePerson removePerson, Templates templates, Shells shells) {
        this.removePerson = removePerson;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> ask(HttpRequest<?> request, UUID personId) {
        RemovePerson.Candidate person = removePerson.find(personId);
        return templates.page("organisation/removal", new OrganisationPages.Removal(shells.of(request, "Persoon verwijderen"), person));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(UUID personId) {
        removePerson.remove(personId);
        return HttpResponse.seeOther(URI.create("/organisatie/mensen/" + personId + "/verwijdering"));
    }
}
