package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.organisation.OrganisationPages.SitePage;
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
import java.util.Optional;
import java.util.UUID;

/** One site of a centre. */
@Controller(SiteController.PATH + "/{siteId}")
class SiteController {
    static final String PATH = "/organisatie/vestiging";

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
    HttpResponse<?> show(HttpRequest<?> request, UUID siteId) {
        return show(request, HttpStatus.OK, siteId, Optional.empty(), Problems.NONE);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID siteId, Optional<String> typed, Problems problems) {
        Net now = net.read();
        Site site = now.site(siteId).orElseThrow(Net::noSite);
        String address = PATH + "/" + siteId;
        return templates.page(status, "organisation/site", new SitePage(
                Frame.of(shells.of(request, site.name()), OrganisationNotice.said(request), problems, address,
                        ChangeSite.content(site)),
                now.nameOf(site.centreId()),
                CentreManagementController.address(site.centreId()), typed.orElse(site.name()),
                OrganisationPages.Ending.of(site, address, OrganisationPages.EndingWords.of("deze vestiging"))));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID siteId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first(NetRules.NAME);
        String seen = form.first(FormContent.VERSION);
        try {
            return OrganisationNotice.SAVED.at(CentreManagementController.address(change.rename(siteId, name, seen)));
        } catch (Refused refused) {
            return show(request, refused.status(), siteId, Optional.of(name), Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), siteId, Optional.of(name), Problems.of(overtaken));
        }
    }

    @Post("/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(UUID siteId) {
        return OrganisationNotice.ENDED.at(CentreManagementController.address(change.end(siteId)));
    }

    @Post("/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(UUID siteId) {
        return OrganisationNotice.RESUMED.at(CentreManagementController.address(change.resume(siteId)));
    }
}
