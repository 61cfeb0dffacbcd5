package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.organisation.OrganisationPages.SitePage;
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
import java.util.Optional;
import java.util.UUID;

/** One site of a centre. */
@Controller("/organisatie/vestiging/{id}")
class SiteController {
    private final ChangeSite change;
    private final NetQueries net;
    private final Templates templates;
    private final Shells shells;

    SiteController(ChangeSite change, NetQueries net, Templates templates, Shells shells) {
        this.change = change;
        this.net = net;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, UUID id) {
        return show(request, HttpStatus.OK, id, Optional.empty(), Problems.NONE);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID id, Optional<String> typed, Problems problems) {
        Net now = net.read();
        Site site = now.site(id).orElseThrow(NotThere::site);
        String address = "/organisatie/vestiging/" + id;
        return templates.page(status, "organisation/site", new SitePage(
                new Frame(shells.of(request, site.name()), Notices.of(request), problems, address), now.nameOf(site.centreId()),
                CentreManagementController.address(site.centreId()), typed.orElse(site.name()),
                Notices.ending(site, address, "deze vestiging", "De naam blijft bewaard bij wat er al over de vestiging geschreven is.")));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID id, @Nullable @Body String body) {
        String name = Form.of(body).first(NetRules.NAME);
        try {
            return Notices.saved.at(CentreManagementController.address(change.rename(id, name)));
        } catch (Refused refused) {
            return show(request, refused.status(), id, Optional.of(name), Problems.of(refused));
        }
    }

    @Post("/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(UUID id) {
        return Notices.ended.at(CentreManagementController.address(change.end(id)));
    }

    @Post("/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(UUID id) {
        return Notices.resumed.at(CentreManagementController.address(change.resume(id)));
    }
}
