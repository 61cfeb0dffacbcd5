package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Ending;
import be.zelfscan.organisation.OrganisationPages.EndingWords;
import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.PersonPage;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.text.Names;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One person, with their roles. */
@Controller(PersonController.PATH)
class PersonController {
    static final String PATH = "/organisatie/persoon";

    private final ChangePerson change;
    private final NetQueries net;
    private final Templates templates;
    private final Shells shells;

    PersonController(ChangePerson change, NetQueries net, Templates templates, Shells shells) {
        this.change = change;
        this.net = net;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String centrum,
            @QueryValue(defaultValue = "") String scholengroep) {
        PersonForm form = new PersonForm("", "", List.of(), scholengroep.isEmpty() ? "" : Role.leader.name(),
                centrum.isEmpty() ? scholengroep : centrum);
        return fresh(request, HttpStatus.OK, form, Problems.NONE);
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, PersonForm form, Problems problems) {
        return templates.page(status, "organisation/person",
                page(net.read(), Frame.ofNew(shells.of(request, "Persoon toevoegen"), problems, PATH), form, Optional.empty()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body String body) {
        PersonForm form = PersonForm.of(Form.of(body));
        try {
            return OrganisationNotice.ADDED.at(address(change.add(form)));
        } catch (Refused refused) {
            return fresh(request, refused.status(), form, Problems.of(refused));
        }
    }

    @Get("/{personId}")
    HttpResponse<?> show(HttpRequest<?> request, UUID personId) {
        return show(request, HttpStatus.OK, personId, PersonForm.of(find(personId)), Problems.NONE);
    }

    private NetPerson find(UUID personId) {
        return net.read().person(personId).orElseThrow(Net::noPerson);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, UUID personId, PersonForm form, Problems problems) {
        Net now = net.read();
        NetPerson person = now.person(personId).orElseThrow(Net::noPerson);
        Frame frame = Frame.of(shells.of(request, person.name()), OrganisationNotice.said(request), problems,
                address(personId), ChangePerson.content(now, person));
        return templates.page(status, "organisation/person", page(now, frame, form, Optional.of(person)));
    }

    private static PersonPage page(Net net, Frame frame, PersonForm form, Optional<NetPerson> person) {
        List<Choice> roles = person.stream().flatMap(kept -> kept.roles().stream())
                .map(held -> new Choice(PersonForm.key(held), net.words(held), form.kept().contains(PersonForm.key(held))))
                .sorted(Comparator.comparing(Choice::label, Names.IN_ORDER)).toList();
        List<Choice> newRoles = Stream.of(Role.values())
                .map(role -> new Choice(role.name(), role.label(), role.name().equals(form.newRole()))).toList();
        return new PersonPage(frame, form.name(), form.email(), roles, newRoles,
                choices(net.centres(), NetCentre::id, NetCentre::name, form.newWhere()),
                choices(net.schoolGroups(), SchoolGroup::id, SchoolGroup::name, form.newWhere()),
                person.map(kept -> Ending.of(kept, address(kept.id()), EndingWords.PERSON)),
                person.map(kept -> "/organisatie/mensen/" + kept.id() + "/verwijdering").orElse(""));
    }

    private static <T extends Endable> List<Choice> choices(List<T> all, Function<T, UUID> id, Function<T, String> name, String chosen) {
        return all.stream().filter(Endable::isActive)
                .map(one -> new Choice(id.apply(one).toString(), name.apply(one), id.apply(one).toString().equals(chosen))).toList();
    }

    @Post("/{personId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, UUID personId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        PersonForm form = PersonForm.of(posted);
        String seen = posted.first(FormContent.VERSION);
        try {
            change.change(personId, form, seen);
            return OrganisationNotice.SAVED.at(address(personId));
        } catch (Refused refused) {
            return show(request, refused.status(), personId, form, Problems.of(refused, seen));
        } catch (Overtaken overtaken) {
            return show(request, overtaken.status(), personId, form, Problems.of(overtaken));
        }
    }

    @Post("/{personId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID personId) {
        try {
            change.end(personId);
            return OrganisationNotice.DEACTIVATED.at(address(personId));
        } catch (Refused refused) {
            return show(request, refused.status(), personId, PersonForm.of(find(personId)), Problems.of(refused));
        }
    }

    @Post("/{personId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(UUID personId) {
        change.resume(personId);
        return OrganisationNotice.ACTIVATED.at(address(personId));
    }

    static String address(UUID personId) {
        return PATH + "/" + personId;
    }
}
