package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.EndingWords;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The pages in between, before somebody is no longer active, or a centre, school group or site ends: they say about whom it is, what happens and what
 * becomes impossible. They change nothing; the controllers of the things themselves do.
 */
@Controller("/organisatie")
class EndingController {
    static final String END = "/einde";
    private static final String OVERVIEW = "Scholengroepen en centra";
    private static final String AGAIN = "Je kan dit later terugdraaien op dezelfde pagina.";

    private final NetQueries net;
    private final Templates templates;
    private final Shells shells;

    EndingController(NetQueries net, Templates templates, Shells shells) {
        this.net = net;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/persoon/{personId}/einde")
    HttpResponse<?> person(HttpRequest<?> request, UUID personId) {
        Net now = net.read();
        NetPerson person = now.person(personId).orElseThrow(Net::noPerson);
        Refused.when(NetRules.lastOfSupport(now, person.withRoles(Set.of())));
        List<String> roles = person.roles().stream().map(now::words).sorted(Names.IN_ORDER).toList();
        List<String> happens = new ArrayList<>(List.of("De persoon wordt meteen overal afgemeld en kan zich niet meer aanmelden."));
        if (!roles.isEmpty()) {
            happens.add("Alle rollen vallen weg. Wordt de persoon later weer actief, dan komen ze niet vanzelf terug.");
        }
        if (person.isSupport()) {
            happens.add("De sleutels voor programma’s van deze persoon werken niet meer.");
        }
        happens.add("Wat de persoon invulde en verzond, blijft bewaard.");
        return page(request, person, PersonController.address(personId), "%s op niet-actief zetten?".formatted(person.name()), "Mensen",
                "Deze persoon heeft dan geen toegang meer.",
                List.of(new Fact("E-mailadres", List.of(EmailAddress.shown(person.email()))),
                        new Fact("Rollen", roles.isEmpty() ? List.of("geen") : roles)),
                happens, withoutDirector(now, person), EndingWords.PERSON);
    }

    /** Only a director sends. */
    private static String withoutDirector(Net now, NetPerson leaving) {
        List<String> centres = now.centres().stream().filter(centre -> centre.isActive() && isDirector(leaving, centre))
                .filter(centre -> now.peopleOf(centre.id()).stream()
                        .noneMatch(other -> !other.id().equals(leaving.id()) && other.isActive() && isDirector(other, centre)))
                .map(NetCentre::name).toList();
        return centres.isEmpty() ? ""
                : "%s %s daarna geen directeur meer: tot er een nieuwe is, kan niemand daar een zelfscan verzenden."
                        .formatted(BelgianDutch.list(centres), centres.size() == 1 ? "heeft" : "hebben");
    }

    private static boolean isDirector(NetPerson person, NetCentre centre) {
        return person.roles().contains(new HeldRole(Role.director, Optional.of(centre.id())));
    }

    @Get("/centrum/{centreId}/einde")
    HttpResponse<?> centre(HttpRequest<?> request, UUID centreId) {
        Net now = net.read();
        NetCentre centre = now.centre(centreId).orElseThrow(Net::noCentre);
        return page(request, centre, CentreManagementController.address(centreId), "%s beëindigen?".formatted(centre.name()), OVERVIEW,
                "Het centrum doet dan aan geen nieuwe rondes meer mee.",
                List.of(new Fact("Werkt voor", orNone(centre.schoolGroups().stream().map(now::nameOf).sorted(Names.IN_ORDER).toList())),
                        new Fact("Vestigingen", orNone(now.sitesOf(centreId).stream().filter(Site::isActive).map(Site::name).toList())),
                        new Fact("Mensen", orNone(now.peopleOf(centreId).stream().map(NetPerson::name).toList()))),
                List.of("Wat het centrum antwoordde en verzond, blijft bewaard, en zijn mensen kunnen het nog lezen.",
                        "De mensen van het centrum houden hun rol.", AGAIN),
                "", EndingWords.of("dit centrum"));
    }

    @Get("/scholengroep/{schoolGroupId}/einde")
    HttpResponse<?> schoolGroup(HttpRequest<?> request, UUID schoolGroupId) {
        Net now = net.read();
        SchoolGroup group = now.schoolGroup(schoolGroupId).orElseThrow(Net::noSchoolGroup);
        Refused.when(NetRules.end(now, group));
        return page(request, group, SchoolGroupManagementController.address(schoolGroupId), "%s beëindigen?".formatted(group.name()),
                OVERVIEW,
                "Er kunnen dan geen centra meer voor deze scholengroep werken.",
                List.of(new Fact("Verantwoordelijken", orNone(now.peopleOf(schoolGroupId).stream().map(NetPerson::name).toList()))),
                List.of("Alles wat er over deze scholengroep bewaard is, blijft.", AGAIN), "", EndingWords.of("deze scholengroep"));
    }

    @Get("/vestiging/{siteId}/einde")
    HttpResponse<?> site(HttpRequest<?> request, UUID siteId) {
        Net now = net.read();
        Site site = now.site(siteId).orElseThrow(Net::noSite);
        return page(request, site, SiteController.PATH + "/" + siteId, "%s beëindigen?".formatted(site.name()), OVERVIEW,
                "De vestiging verdwijnt uit de lijst van het centrum.", List.of(new Fact("Centrum", List.of(now.nameOf(site.centreId())))),
                List.of("De naam blijft bewaard bij wat er al over de vestiging geschreven is.", AGAIN), "",
                EndingWords.of("deze vestiging"));
    }

    private static List<String> orNone(List<String> names) {
        return names.isEmpty() ? List.of("geen") : names;
    }

    private HttpResponse<?> page(HttpRequest<?> request, Endable thing, String address, String title, String above, String lead,
            List<Fact> facts, List<String> happens, String impossible, EndingWords words) {
        return thing.isActive()
                ? templates.page("layout/confirmation",
                        new Confirmation(shells.of(request, title), above, lead, facts, happens, impossible, address + END, words.end(),
                                address))
                : HttpResponse.seeOther(URI.create(address));
    }
}
