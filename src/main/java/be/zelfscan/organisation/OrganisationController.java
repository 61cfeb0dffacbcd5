package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Group;
import be.zelfscan.organisation.OrganisationPages.Line;
import be.zelfscan.organisation.OrganisationPages.NetLists;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;

/** The net as lists: school groups with their centres, and people. */
@Controller("/organisatie")
public class OrganisationController {
    private static final int MOST_PEOPLE = 300;

    /**
     * All school groups with their centres.
     *
     * @param without centres that work for no school group
     */
    public record Overview(PageLayout layout, String search, String counts, List<Group> groups, List<Line> without, List<Line> ended) {
        public boolean isEmpty() {
            return groups.isEmpty() && without.isEmpty() && ended.isEmpty();
        }
    }

    /**
     * Everybody, as far as they are found.
     *
     * @param more how many further were found
     */
    public record People(PageLayout layout, String search, String counts, List<Line> people, int more, List<Line> ended) {}

    private final NetRepository net;
    private final Templates templates;
    private final PageLayouts layouts;

    OrganisationController(NetRepository net, Templates templates, PageLayouts layouts) {
        this.net = net;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> overview(HttpRequest<?> request, @QueryValue(defaultValue = "") String zoek) {
        Net now = net.read();
        NetLists lines = new NetLists(now, zoek);
        String counts = BelgianDutch.counted(active(now.schoolGroups()), "scholengroep", "scholengroepen") + ", "
                + BelgianDutch.counted(active(now.centres()), "centrum", "centra");
        return templates.page("organisation/overview",
                new Overview(layouts.of(request, "Scholengroepen en centra"), zoek, counts, lines.groups(),
                        lines.withoutGroup(), lines.ended()));
    }

    @Get("/mensen")
    HttpResponse<?> people(HttpRequest<?> request, @QueryValue(defaultValue = "") String zoek) {
        Net now = net.read();
        NetLists lines = new NetLists(now, zoek);
        List<PersonWithRoles> found = lines.people();
        int number = (int) found.stream().filter(PersonWithRoles::isActive).count();
        List<Line> people = found.stream().filter(PersonWithRoles::isActive).limit(MOST_PEOPLE).map(lines::line).toList();
        List<Line> ended = found.stream().filter(person -> !person.isActive()).limit(MOST_PEOPLE).map(lines::line).toList();
        return templates.page("organisation/people",
                new People(layouts.of(request, "Mensen"), zoek, BelgianDutch.counted(active(now.people()), "persoon", "mensen"),
                        people, number - people.size(), ended));
    }

    private static long active(List<? extends Endable> all) {
        return all.stream().filter(Endable::isActive).count();
    }
}
