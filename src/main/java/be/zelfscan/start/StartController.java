package be.zelfscan.start;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.web.Service;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.List;

/** The first page: of a demonstration, whom one can be; otherwise the way to one's own centre. */
@Controller
class StartController {
    private final Service service;
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final Shells shells;

    StartController(Service service, OrganisationRepository organisations, Templates templates, Shells shells) {
        this.service = service;
        this.organisations = organisations;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> start(HttpRequest<?> request) {
        if (!service.demonstration()) {
            return HttpResponse.seeOther(URI.create("/centrum"));
        }
        List<StartPages.Example> people = new Scope.Service()
                .call(() -> organisations.people(Demonstration.CENTRE).stream().map(this::example).toList());
        Shell shell = shells.of(request, "Welkom");
        return templates.page("start/start", new StartPages.Start(shell, Demonstration.CENTRE_NAME, people));
    }

    private StartPages.Example example(Person person) {
        String role = organisations.memberships(person.id()).getFirst().role().label();
        return new StartPages.Example(person.name(), person.email(), role);
    }
}
