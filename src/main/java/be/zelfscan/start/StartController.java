package be.zelfscan.start;

import be.zelfscan.database.Scope;
import be.zelfscan.web.Service;
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
    private final Demonstration demonstration;
    private final Templates templates;
    private final Shells shells;

    StartController(Service service, Demonstration demonstration, Templates templates, Shells shells) {
        this.service = service;
        this.demonstration = demonstration;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> start(HttpRequest<?> request) {
        if (!service.demonstration()) {
            return HttpResponse.seeOther(URI.create("/centrum"));
        }
        List<StartPages.Example> people = new Scope.Service().call(demonstration::players);
        return templates.page("start/start", StartPages.Start.of(shells.of(request, "Welkom"), people));
    }
}
