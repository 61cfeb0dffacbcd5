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
            return new Typed(form.first(NetRules.NAME), form.fields().getOrDefault(NetRules.SCHOOL_GROUPS, List.of()).stream()
                    .map(PersonForm::id).flatMap(Optional::stream).collect(Collectors.toSet()));
        }
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String scholengroep) {
        Set<UUID> chosen = PersonForm.id(scholengroep).stream().collect(Collectors.toSet());
        return fresh(request, HttpStatus.OK, new Typed("", chosen), Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, Typed typed, Problems problems) {
        return templates.page(status, "organisation/centre", CentrePages.fresh(net.read(), shells.of(request, "Centrum toevoegen"),
                typed.name(), typed.schoolGroups(), problems));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        Typed typed = Typed.of(Form.of(body));
        try {
            return Notices.added.at(address(change.add(typed.name(), typed.schoolGroups())));
        } catch (Refused refused) {
            return fresh(request, refused.status(), typed, Problems.of(refused));
        }
    }

    @Get("/{centreId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID centreId) {
        NetCentre centre = net.read().centre(centreId).orElseThrow(NotThere::centre);
        return show(request, HttpStatus.OK, centreId, new Typed(centre.name(), centre.schoolGroups()), "", Problems.NONE);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID centreId, Typed typed, String siteName,
            Problems problems) {
        Net now = net.read();
        NetCentre centre = now.centre(centreId).orElseThrow(NotThere::centre);
        return templates.page(status, "organisation/centre", CentrePages.of(now, centre, shells.of(request, centre.name()),
                Notices.of(request), typed.name(), typed.schoolGroups(), siteName, problems));
    }

    private HttpResponse<?> unchanged(HttpRequest<?> request, Refused refused, UUID centreId, String siteName) {
        NetCentre centre = net.read().centre(centreId).orElseThrow(NotThere::centre);
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
            return Notices.saved.at(address(centreId));
        } catch (Refused refused) {
            return show(request, refused.status(), centreId, typed, "", Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), centreId, typed, "", Problems.of(overtaken));
        }
    }

    @Post("/{centreId}/vestiging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addSite(HttpRequest<?> request, UUID centreId, @Nullable @Body String body) {
        String name = Form.of(body).first(CentrePages.SITE);
        try {
            changeSite.add(centreId, name);
            return Notices.added.at(address(centreId));
        } catch (Refused refused) {
            return unchanged(request, refused, centreId, name);
        }
    }

    @Post("/{centreId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(UUID centreId) {
        change.end(centreId);
        return Notices.ended.at(address(centreId));
    }

    @Post("/{centreId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID centreId) {
        try {
            change.resume(centreId);
            return Notices.resumed.at(address(centreId));
        } catch (Refused refused) {
            return unchanged(request, refused, centreId, "");
        }
    }

    static String address(UUID centreId) {
        return PATH + "/" + centreId;
    }
}
