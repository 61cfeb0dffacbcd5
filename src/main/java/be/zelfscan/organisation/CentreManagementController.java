package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.CentrePage;
import be.zelfscan.organisation.OrganisationPages.CentreParts;
import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Ending;
import be.zelfscan.organisation.OrganisationPages.EndingWords;
import be.zelfscan.organisation.OrganisationPages.Frame;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One centre, as the support team manages it. */
@Controller(CentreManagementController.PATH)
class CentreManagementController {
    static final String PATH = "/organisatie/centrum";

    private final ChangeCentre change;
    private final ChangeSite changeSite;
    private final NetQueries net;
    private final Templates templates;
    private final Shells shells;

    CentreManagementController(ChangeCentre change, ChangeSite changeSite, NetQueries net, Templates templates, Shells shells) {
        this.change = change;
        this.changeSite = changeSite;
        this.net = net;
        this.templates = templates;
        this.shells = shells;
    }

    private record Typed(String name, Set<UUID> schoolGroups) {
        static Typed of(Form form) {
            return new Typed(form.first(NetRules.NAME), form.ids(NetRules.SCHOOL_GROUPS));
        }
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String scholengroep) {
        Set<UUID> chosen = Form.idOf(scholengroep).stream().collect(Collectors.toSet());
        return fresh(request, HttpStatus.OK, new Typed("", chosen), Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, Typed typed, Problems problems) {
        return templates.page(status, "organisation/centre", new CentrePage(
                Frame.ofNew(shells.of(request, "Centrum toevoegen"), problems, PATH), typed.name(),
                groups(net.read(), typed.schoolGroups()), Optional.empty(), Optional.empty()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        Typed typed = Typed.of(Form.of(body));
        try {
            return OrganisationNotice.ADDED.at(address(change.add(typed.name(), typed.schoolGroups())));
        } catch (Refused refused) {
            return fresh(request, refused.status(), typed, Problems.of(refused));
        }
    }

    @Get("/{centreId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID centreId) {
        NetCentre centre = net.read().centre(centreId).orElseThrow(Net::noCentre);
        return show(request, HttpStatus.OK, centreId, new Typed(centre.name(), centre.schoolGroups()), "", Problems.NONE);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID centreId, Typed typed, String siteName,
            Problems problems) {
        Net now = net.read();
        NetCentre centre = now.centre(centreId).orElseThrow(Net::noCentre);
        String address = address(centreId);
        Frame frame = Frame.of(shells.of(request, centre.name()), OrganisationNotice.said(request), problems, address,
                ChangeCentre.content(now, centre));
        return templates.page(status, "organisation/centre",
                new CentrePage(frame, typed.name(), groups(now, typed.schoolGroups()), Optional.of(parts(now, centre, siteName, problems)),
                        Optional.of(Ending.of(centre, address, EndingWords.of("dit centrum")))));
    }

    private static CentreParts parts(Net net, NetCentre centre, String siteName, Problems problems) {
        NetLists lists = new NetLists(net, "");
        List<Site> sites = net.sitesOf(centre.id());
        return new CentreParts(centre.isActive() ? address(centre.id()) + "/vestiging" : "", siteName, problems.at(ChangeSite.NEW_SITE),
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

    private HttpResponse<?> unchanged(HttpRequest<?> request, Refused refused, UUID centreId, String siteName) {
        NetCentre centre = net.read().centre(centreId).orElseThrow(Net::noCentre);
        return show(request, refused.status(), centreId, new Typed(centre.name(), centre.schoolGroups()), siteName, Problems.of(refused));
    }

    @Post("/{centreId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, UUID centreId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Typed typed = Typed.of(form);
        String seen = form.first(FormContent.VERSION);
        try {
            change.change(centreId, typed.name(), typed.schoolGroups(), seen);
            return OrganisationNotice.SAVED.at(address(centreId));
        } catch (Refused refused) {
            return show(request, refused.status(), centreId, typed, "", Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), centreId, typed, "", Problems.of(overtaken));
        }
    }

    @Post("/{centreId}/vestiging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addSite(HttpRequest<?> request, UUID centreId, @Nullable @Body String body) {
        String name = Form.of(body).first(ChangeSite.NEW_SITE);
        try {
            changeSite.add(centreId, name);
            return OrganisationNotice.ADDED.at(address(centreId));
        } catch (Refused refused) {
            return unchanged(request, refused, centreId, name);
        }
    }

    @Post("/{centreId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(UUID centreId) {
        change.end(centreId);
        return OrganisationNotice.ENDED.at(address(centreId));
    }

    @Post("/{centreId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID centreId) {
        try {
            change.resume(centreId);
            return OrganisationNotice.RESUMED.at(address(centreId));
        } catch (Refused refused) {
            return unchanged(request, refused, centreId, "");
        }
    }

    static String address(UUID centreId) {
        return PATH + "/" + centreId;
    }
}
