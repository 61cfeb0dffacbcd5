package be.zelfscan.start;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Role;
import be.zelfscan.web.Deployment;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first page: of a demonstration, whom one can be; otherwise the way to one's own centre. */
@Controller
public class StartController {
    private static final List<Role> SHOWN = List.of(Role.director, Role.coordinator, Role.leader, Role.support);

    /**
     * Somebody whom one can be in the demonstration.
     *
     * @param place the centre or school group; empty for a role in the net
     */
    public record Example(UUID id, String name, String email, Role role, String place) {
        public String where() {
            return place.isEmpty() ? "Het hele net" : place;
        }
    }

    /** People of one place. */
    public record ExamplesOfPlace(String name, List<Example> people) {}

    /**
     * The first page of a demonstration.
     *
     * @param shown one for each role, the others folded
     */
    public record Start(PageLayout layout, List<Example> shown, List<ExamplesOfPlace> others) {
        /** @param people in order of what they are to be shown by: the first with a role stands for it */
        static Start of(PageLayout layout, List<Example> people) {
            List<Example> shown = SHOWN.stream().flatMap(role -> people.stream().filter(person -> person.role() == role).limit(1)).toList();
            Map<String, List<Example>> others = new LinkedHashMap<>();
            people.stream().filter(person -> !shown.contains(person))
                    .forEach(person -> others.computeIfAbsent(person.where(), place -> new ArrayList<>()).add(person));
            return new Start(layout, shown,
                    others.entrySet().stream().map(place -> new ExamplesOfPlace(place.getKey(), place.getValue())).toList());
        }
    }

    private final Deployment service;
    private final Demonstration demonstration;
    private final Templates templates;
    private final PageLayouts layouts;

    StartController(Deployment service, Demonstration demonstration, Templates templates, PageLayouts layouts) {
        this.service = service;
        this.demonstration = demonstration;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> start(HttpRequest<?> request) {
        if (!service.demonstration()) {
            return HttpResponse.seeOther(URI.create("/centrum"));
        }
        List<Example> people = new Scope.Service().call(demonstration::players);
        return templates.page("start/start", Start.of(layouts.of(request, "Welkom"), people));
    }

    /** What somebody with this role does with Zelfscan, in one sentence. */
    public static String does(Role role) {
        return switch (role) {
            case director -> "Vult de zelfscan mee in, verzendt hem en krijgt het rapport.";
            case coordinator -> "Bereidt de zelfscan voor en vult hem met het beleidsteam in. Verzenden doet de directeur.";
            case member -> "Vult de zelfscan mee in.";
            case leader -> "Krijgt te zien wat de centra van de scholengroep verzonden.";
            case support -> "Leidt de rondes in goede banen, beheert centra en mensen, en volgt de mails en het logboek.";
        };
    }
}
