package be.zelfscan.organisation;

import be.zelfscan.organisation.ChangePerson.PersonForm;
import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Ending;
import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.PageLayout;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One person, with their roles, until they are removed for good. */
@Controller("/organisatie")
public class PersonController {
    static final String PATH = "/organisatie/persoon";

    /** The form of a person. */
    public record PersonPage(Frame frame, String name, String email, List<Choice> roles, List<Choice> newRoles, List<Choice> centres,
            List<Choice> schoolGroups, Optional<Ending> ending, String removal) {}

    /** Asks whether somebody is to be removed, and afterwards says that it was done. */
    public record Removal(PageLayout layout, RemovePerson.Candidate person) {}

    private final ChangePerson change;
    private final RemovePerson removePerson;
    private final NetRepository net;
    private final Templates templates;
    private final PageLayouts layouts;

    PersonController(ChangePerson change, RemovePerson removePerson, NetRepository net, Templates templates, PageLayouts layouts) {
        this.change = change;
        this.removePerson = removePerson;
        this.net = net;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/persoon/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String centrum,
            @QueryValue(defaultValue = "") String scholengroep) {
        PersonForm form = new PersonForm("", "", List.of(), scholengroep.isEmpty() ? "" : Role.leader.name(),
                centrum.isEmpty() ? scholengroep : centrum);
        return fresh(request, HttpStatus.OK, form, Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, PersonForm form, Problems problems) {
        return templates.page(status, "organisation/person",
                page(net.read(), Frame.ofNew(layouts.of(request, "Persoon toevoegen"), problems, PATH), form, Optional.empty()));
    }

    @Post("/persoon")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        PersonForm form = PersonForm.of(Form.of(body));
        try {
            return OrganisationNotice.ADDED.at(address(change.add(form)));
        } catch (FormRefusal refused) {
            return fresh(request, refused.status(), form, Problems.of(refused));
        }
    }

    @Get("/persoon/{personId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID personId) {
        Net now = net.read();
        return show(request, HttpStatus.OK, now, personId, PersonForm.of(now.person(personId).orElseThrow(Net::noPerson)), Problems.NONE);
    }

    /** @param now as it was read when the form was made: what the form was made from is what may be changed */
    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Net now, UUID personId, PersonForm form, Problems problems) {
        PersonWithRoles person = now.person(personId).orElseThrow(Net::noPerson);
        Frame frame = Frame.of(layouts.of(request, person.name()), OrganisationNotice.said(request), problems,
                address(personId), ChangePerson.content(now, person));
        return templates.page(status, "organisation/person", page(now, frame, form, Optional.of(person)));
    }

    private static PersonPage page(Net net, Frame frame, PersonForm form, Optional<PersonWithRoles> person) {
        List<Choice> roles = person.stream().flatMap(kept -> kept.roles().stream())
                .map(held -> new Choice(PersonForm.key(held), net.words(held), form.kept().contains(PersonForm.key(held))))
                .sorted(Comparator.comparing(Choice::label, Names.IN_ORDER)).toList();
        List<Choice> newRoles = Stream.of(Role.values())
                .map(role -> new Choice(role.name(), role.label(), role.name().equals(form.newRole()))).toList();
        return new PersonPage(frame, form.name(), form.email(), roles, newRoles,
                choices(net.centres(), Centre::id, Centre::name, form.newWhere()),
                choices(net.schoolGroups(), SchoolGroup::id, SchoolGroup::name, form.newWhere()),
                person.map(kept -> Ending.of(kept, address(kept.id()))),
                person.map(kept -> removal(kept.id())).orElse(""));
    }

    private static <T extends Endable> List<Choice> choices(List<T> all, Function<T, UUID> id, Function<T, String> name, String chosen) {
        return all.stream().filter(Endable::isActive)
                .map(one -> new Choice(id.apply(one).toString(), name.apply(one), id.apply(one).toString().equals(chosen))).toList();
    }

    @Post("/persoon/{personId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, UUID personId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        PersonForm form = PersonForm.of(posted);
        String seen = posted.first(FormContent.VERSION);
        try {
            change.change(personId, form, seen);
            return OrganisationNotice.SAVED.at(address(personId));
        } catch (FormRefusal refused) {
            return show(request, refused.status(), net.read(), personId, form, Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), net.read(), personId, form, Problems.of(overtaken));
        }
    }

    @Get("/persoon/{personId}/einde")
    HttpResponse<?> askEnd(HttpRequest<?> request, UUID personId) {
        Net now = net.read();
        PersonWithRoles person = now.person(personId).orElseThrow(Net::noPerson);
        FormRefusal.when(NetRules.lastOfSupport(now, person.withRoles(Set.of())));
        List<String> roles = person.roles().stream().map(now::words).sorted(Names.IN_ORDER).toList();
        List<String> happens = new ArrayList<>(List.of("De persoon wordt meteen overal afgemeld en kan zich niet meer aanmelden."));
        if (!roles.isEmpty()) {
            happens.add("Alle rollen vallen weg. Wordt de persoon later weer actief, dan komen ze niet vanzelf terug.");
        }
        if (person.isSupport()) {
            happens.add("De sleutels voor programma’s van deze persoon werken niet meer.");
        }
        happens.add("Wat de persoon invulde en verzond, blijft bewaard.");
        return OrganisationPages.askEnd(templates, layouts.of(request, "%s op niet-actief zetten?".formatted(person.name())), person,
                PersonController.address(personId),
                "Mensen",
                "Deze persoon heeft dan geen toegang meer.",
                List.of(new Fact("E-mailadres", List.of(EmailAddress.shown(person.email()))),
                        new Fact("Rollen", roles.isEmpty() ? List.of("geen") : roles)),
                happens, withoutDirector(now, person));
    }

    /** Only a director sends. */
    private static String withoutDirector(Net now, PersonWithRoles leaving) {
        List<String> centres = now.centres().stream().filter(centre -> centre.isActive() && isDirector(leaving, centre))
                .filter(centre -> now.peopleOf(centre.id()).stream()
                        .noneMatch(other -> !other.id().equals(leaving.id()) && other.isActive() && isDirector(other, centre)))
                .map(Centre::name).toList();
        return centres.isEmpty() ? ""
                : "%s %s daarna geen directeur meer: tot er een nieuwe is, kan niemand daar een zelfscan verzenden."
                        .formatted(BelgianDutch.list(centres), centres.size() == 1 ? "heeft" : "hebben");
    }

    private static boolean isDirector(PersonWithRoles person, Centre centre) {
        return person.roles().contains(new HeldRole(Role.director, Optional.of(centre.id())));
    }

    @Post("/persoon/{personId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID personId) {
        try {
            change.end(personId);
            return OrganisationNotice.DEACTIVATED.at(address(personId));
        } catch (FormRefusal refused) {
            Net now = net.read();
            return show(request, refused.status(), now, personId, PersonForm.of(now.person(personId).orElseThrow(Net::noPerson)),
                    Problems.of(refused));
        }
    }

    @Post("/persoon/{personId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(UUID personId) {
        change.resume(personId);
        return OrganisationNotice.ACTIVATED.at(address(personId));
    }

    @Get("/mensen/{personId}/verwijdering")
    HttpResponse<?> askRemoval(HttpRequest<?> request, UUID personId) {
        RemovePerson.Candidate person = removePerson.find(personId);
        return templates.page("organisation/removal", new Removal(layouts.of(request, "Persoon verwijderen"), person));
    }

    @Post("/mensen/{personId}/verwijdering")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(UUID personId) {
        removePerson.remove(personId);
        return HttpResponse.seeOther(URI.create(removal(personId)));
    }

    private static String removal(UUID personId) {
        return "/organisatie/mensen/" + personId + "/verwijdering";
    }

    static String address(UUID personId) {
        return PATH + "/" + personId;
    }
}
