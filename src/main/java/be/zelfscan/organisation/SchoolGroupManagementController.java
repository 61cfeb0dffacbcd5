package be.zelfscan.organisation;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One school group. */
@Controller(SchoolGroupManagementController.PATH)
public class SchoolGroupManagementController {
    static final String PATH = "/organisatie/scholengroep";

    /** The form of a school group; what a new one has not is empty. */
    public record SchoolGroupPage(Frame frame, String name, List<Line> centres, List<Line> leaders, String newLeader,
            Optional<Ending> ending) {}

    private final ChangeSchoolGroup change;
    private final NetRepository net;
    private final Templates templates;
    private final PageLayouts layouts;

    SchoolGroupManagementController(ChangeSchoolGroup change, NetRepository net, Templates templates, PageLayouts layouts) {
        this.change = change;
        this.net = net;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request) {
        return fresh(request, HttpStatus.OK, "", Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, String name, Problems problems) {
        return templates.page(status, "organisation/schoolGroup", new SchoolGroupPage(
                Frame.ofNew(layouts.of(request, "Scholengroep toevoegen"), problems, PATH), name, List.of(), List.of(), "",
                Optional.empty()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        String name = Form.of(body).first(NetRules.NAME);
        try {
            return OrganisationNotice.ADDED.at(address(change.add(name)));
        } catch (FormRefusal refused) {
            return fresh(request, refused.status(), name, Problems.of(refused));
        }
    }

    @Get("/{schoolGroupId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID schoolGroupId) {
        return show(request, HttpStatus.OK, schoolGroupId, Optional.empty(), Problems.NONE);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID schoolGroupId, Optional<String> typed, Problems problems) {
        Net now = net.read();
        SchoolGroup group = now.schoolGroup(schoolGroupId).orElseThrow(Net::noSchoolGroup);
        NetLists lines = new NetLists(now, "");
        return templates.page(status, "organisation/schoolGroup", new SchoolGroupPage(
                Frame.of(layouts.of(request, group.name()), OrganisationNotice.said(request), problems,
                        address(schoolGroupId), ChangeSchoolGroup.content(group)),
                typed.orElse(group.name()),
                now.centresOf(schoolGroupId).stream().map(lines::line).toList(),
                now.peopleOf(schoolGroupId).stream().map(person -> lines.line(person, schoolGroupId)).toList(),
                group.isActive() ? "/organisatie/persoon/nieuw?scholengroep=" + schoolGroupId : "",
                Optional.of(Ending.of(group, address(schoolGroupId)))));
    }

    /** The page as it is kept, with why something else than its form was refused. */
    HttpResponse<?> unchanged(HttpRequest<?> request, FormRefusal refused, UUID schoolGroupId) {
        return show(request, refused.status(), schoolGroupId, Optional.empty(), Problems.of(refused));
    }

    @Post("/{schoolGroupId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID schoolGroupId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first(NetRules.NAME);
        String seen = form.first(FormContent.VERSION);
        try {
            change.rename(schoolGroupId, name, seen);
            return OrganisationNotice.SAVED.at(address(schoolGroupId));
        } catch (FormRefusal refused) {
            return show(request, refused.status(), schoolGroupId, Optional.of(name), Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), schoolGroupId, Optional.of(name), Problems.of(overtaken));
        }
    }

    static String address(UUID schoolGroupId) {
        return PATH + "/" + schoolGroupId;
    }
}
