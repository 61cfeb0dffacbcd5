package be.zelfscan.organisation;

import be.zelfscan.organisation.CentreManagementController.SitePage;
import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Ending;
import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.Line;
import be.zelfscan.organisation.OrganisationPages.NetLists;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
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
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One centre with its sites, as the support team manages it. */
@Controller("/organisatie")
public class CentreManagementController {
    static final String PATH = "/organisatie/centrum";
    private static final String SITE = "/organisatie/vestiging";

    /** The form of a centre; what a new one has not is empty. */
    public record CentrePage(Frame frame, String name, List<Choice> schoolGroups, Optional<CentreParts> parts, Optional<Ending> ending) {}

    /** What a centre has. */
    public record CentreParts(String addSite, String siteName, String siteProblem, List<Line> sites, List<Line> endedSites,
            List<Line> people, String newPerson) {}

    /** The form of a site. */
    public record SitePage(Frame frame, String centre, String back, String name, Ending ending) {}

    private final ChangeCentre change;
    private final NetRepository net;
    private final Templates templates;
    private final PageLayouts layouts;

    CentreManagementController(ChangeCentre change, NetRepository net, Templates templates, PageLayouts layouts) {
        this.change = change;
        this.net = net;
        this.templates = templates;
        this.layouts = layouts;
    }

    private record Typed(String name, Set<UUID> schoolGroups) {
        static Typed of(Form form) {
            return new Typed(form.first(NetRules.NAME), form.ids(NetRules.SCHOOL_GROUPS));
        }
    }

    @Get("/centrum/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String scholengroep) {
        Set<UUID> chosen = Form.idOf(scholengroep).stream().collect(Collectors.toSet());
        return fresh(request, HttpStatus.OK, new Typed("", chosen), Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, Typed typed, Problems problems) {
        return templates.page(status, "organisation/centre", new CentrePage(
                Frame.ofNew(layouts.of(request, "Centrum toevoegen"), problems, PATH), typed.name(),
                groups(net.read(), typed.schoolGroups()), Optional.empty(), Optional.empty()));
    }

    @Post("/centrum")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        Typed typed = Typed.of(Form.of(body));
        try {
            return OrganisationNotice.ADDED.at(address(change.add(typed.name(), typed.schoolGroups())));
        } catch (FormRefusal refused) {
            return fresh(request, refused.status(), typed, Problems.of(refused));
        }
    }

    @Get("/centrum/{centreId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID centreId) {
        Net now = net.read();
        Centre centre = now.centre(centreId).orElseThrow(Net::noCentre);
        return show(request, HttpStatus.OK, now, centreId, new Typed(centre.name(), centre.schoolGroups()), "", Problems.NONE);
    }

    /** @param now as it was read when the form was made: what the form was made from is what may be changed */
    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Net now, UUID centreId, Typed typed, String siteName,
            Problems problems) {
        Centre centre = now.centre(centreId).orElseThrow(Net::noCentre);
        String address = address(centreId);
        Frame frame = Frame.of(layouts.of(request, centre.name()), OrganisationNotice.said(request), problems, address,
                ChangeCentre.content(now, centre));
        return templates.page(status, "organisation/centre",
                new CentrePage(frame, typed.name(), groups(now, typed.schoolGroups()), Optional.of(parts(now, centre, siteName, problems)),
                        Optional.of(Ending.of(centre, address))));
    }

    private static CentreParts parts(Net net, Centre centre, String siteName, Problems problems) {
        NetLists lists = new NetLists(net, "");
        List<Site> sites = net.sitesOf(centre.id());
        return new CentreParts(centre.isActive() ? address(centre.id()) + "/vestiging" : "", siteName, problems.at(ChangeCentre.NEW_SITE),
                sites.stream().filter(Site::isActive).map(NetLists::line).toList(),
                sites.stream().filter(site -> !site.isActive()).map(NetLists::line).toList(),
                net.peopleOf(centre.id()).stream().map(person -> lists.line(person, centre.id())).toList(),
                centre.isActive() ? PersonController.PATH + "/nieuw?centrum=" + centre.id() : "");
    }

    /** Every school group that goes on, and what was chosen already. */
    private static List<Choice> groups(Net net, Set<UUID> chosen) {
        return net.schoolGroups().stream().filter(group -> group.isActive() || chosen.contains(group.id()))
                .map(group -> new Choice(group.id().toString(), group.name() + (group.isActive() ? "" : " (beëindigd)"),
                        chosen.contains(group.id())))
                .toList();
    }

    /** The page of a centre as it is kept, with why something else than its form was refused. */
    HttpResponse<?> unchanged(HttpRequest<?> request, FormRefusal refused, UUID centreId, String siteName) {
        Net now = net.read();
        Centre centre = now.centre(centreId).orElseThrow(Net::noCentre);
        return show(request, refused.status(), now, centreId, new Typed(centre.name(), centre.schoolGroups()), siteName,
                Problems.of(refused));
    }

    @Post("/centrum/{centreId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, UUID centreId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Typed typed = Typed.of(form);
        String seen = form.first(FormContent.VERSION);
        try {
            change.change(centreId, typed.name(), typed.schoolGroups(), seen);
            return OrganisationNotice.SAVED.at(address(centreId));
        } catch (FormRefusal refused) {
            return show(request, refused.status(), net.read(), centreId, typed, "", Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), net.read(), centreId, typed, "", Problems.of(overtaken));
        }
    }

    @Post("/centrum/{centreId}/vestiging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addSite(HttpRequest<?> request, UUID centreId, @Nullable @Body String body) {
        String name = Form.of(body).first(ChangeCentre.NEW_SITE);
        try {
            change.addSite(centreId, name);
            return OrganisationNotice.ADDED.at(address(centreId));
        } catch (FormRefusal refused) {
            return unchanged(request, refused, centreId, name);
        }
    }

    @Get("/vestiging/{siteId}")
    HttpResponse<?> showSite(HttpRequest<?> request, UUID siteId) {
        return showSite(request, HttpStatus.OK, siteId, Optional.empty(), Problems.NONE);
    }

    private HttpResponse<?> showSite(HttpRequest<?> request, HttpStatus status, UUID siteId, Optional<String> typed, Problems problems) {
        Net now = net.read();
        Site site = now.site(siteId).orElseThrow(Net::noSite);
        String address = siteAddress(siteId);
        return templates.page(status, "organisation/site", new SitePage(
                Frame.of(layouts.of(request, site.name()), OrganisationNotice.said(request), problems, address,
                        ChangeCentre.content(site)),
                now.nameOf(site.centreId()),
                address(site.centreId()), typed.orElse(site.name()),
                Ending.of(site, address)));
    }

    @Post("/vestiging/{siteId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> renameSite(HttpRequest<?> request, UUID siteId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first(NetRules.NAME);
        String seen = form.first(FormContent.VERSION);
        try {
            return OrganisationNotice.SAVED.at(address(change.renameSite(siteId, name, seen)));
        } catch (FormRefusal refused) {
            return showSite(request, refused.status(), siteId, Optional.of(name), Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return showSite(request, overtaken.status(), siteId, Optional.of(name), Problems.of(overtaken));
        }
    }

    static String siteAddress(UUID siteId) {
        return SITE + "/" + siteId;
    }

    static String address(UUID centreId) {
        return PATH + "/" + centreId;
    }
}
