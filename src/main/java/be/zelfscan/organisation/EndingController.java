package be.zelfscan.organisation;

import be.zelfscan.organisation.EndNetPart.Kind;
import be.zelfscan.text.Names;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.UUID;

/** The end of a school group, a centre or a site, which is asked first, and taking it into use again. */
@Controller(EndingController.PATH)
public class EndingController {
    static final String PATH = "/organisatie";

    /** What is said before it ends. */
    private record Consequences(String lead, List<Fact> facts, List<String> happens) {}

    private final EndNetPart endPart;
    private final NetRepository net;
    private final SchoolGroupManagementController schoolGroups;
    private final CentreManagementController centres;
    private final Templates templates;
    private final PageLayouts layouts;

    EndingController(EndNetPart endPart, NetRepository net, SchoolGroupManagementController schoolGroups,
            CentreManagementController centres,
            Templates templates, PageLayouts layouts) {
        this.endPart = endPart;
        this.net = net;
        this.schoolGroups = schoolGroups;
        this.centres = centres;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get(uris = {"/scholengroep/{partId}/einde", "/centrum/{partId}/einde", "/vestiging/{partId}/einde"})
    HttpResponse<?> ask(HttpRequest<?> request, UUID partId) {
        Net now = net.read();
        NetPart part = kind(request).find(now, partId);
        FormRefusal.when(NetRules.end(now, part));
        Consequences consequences = consequences(now, part);
        return OrganisationPages.askEnd(templates, layouts.of(request, "%s beëindigen?".formatted(part.name())), part, address(part),
                OrganisationPages.OVERVIEW, consequences.lead(), consequences.facts(), consequences.happens(), "");
    }

    private static Consequences consequences(Net now, NetPart part) {
        return switch (part) {
            case SchoolGroup group -> new Consequences("Er kunnen dan geen centra meer voor deze scholengroep werken.",
                    List.of(new Fact("Verantwoordelijken", people(now, group))),
                    List.of("Alles wat er over deze scholengroep bewaard is, blijft.", OrganisationPages.AGAIN));
            case Centre centre -> new Consequences("Het centrum doet dan aan geen nieuwe rondes meer mee.",
                    List.of(new Fact("Werkt voor",
                            OrganisationPages.orNone(centre.schoolGroups().stream().map(now::nameOf).sorted(Names.IN_ORDER).toList())),
                            new Fact("Vestigingen", OrganisationPages
                                    .orNone(now.sitesOf(centre.id()).stream().filter(Site::isActive).map(Site::name).toList())),
                            new Fact("Mensen", people(now, centre))),
                    List.of("Wat het centrum antwoordde en verzond, blijft bewaard, en zijn mensen kunnen het nog lezen.",
                            "De mensen van het centrum houden hun rol.", OrganisationPages.AGAIN));
            case Site site -> new Consequences("De vestiging verdwijnt uit de lijst van het centrum.",
                    List.of(new Fact("Centrum", List.of(now.nameOf(site.centreId())))),
                    List.of("De naam blijft bewaard bij wat er al over de vestiging geschreven is.", OrganisationPages.AGAIN));
        };
    }

    private static List<String> people(Net now, NetPart part) {
        return OrganisationPages.orNone(now.peopleOf(part.id()).stream().map(PersonWithRoles::name).toList());
    }

    @Post(uris = {"/scholengroep/{partId}/einde", "/centrum/{partId}/einde", "/vestiging/{partId}/einde"})
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID partId) {
        try {
            return OrganisationNotice.ENDED.at(after(endPart.end(kind(request), partId)));
        } catch (FormRefusal refused) {
            return refused(request, partId, refused);
        }
    }

    @Post(uris = {"/scholengroep/{partId}/hervatting", "/centrum/{partId}/hervatting", "/vestiging/{partId}/hervatting"})
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID partId) {
        try {
            return OrganisationNotice.RESUMED.at(after(endPart.resume(kind(request), partId)));
        } catch (FormRefusal refused) {
            return refused(request, partId, refused);
        }
    }

    /** The page of what was to end or to go on, with why it does not. */
    private HttpResponse<?> refused(HttpRequest<?> request, UUID partId, FormRefusal refused) {
        return switch (kind(request)) {
            case school_group -> schoolGroups.unchanged(request, refused, partId);
            case centre -> centres.unchanged(request, refused, partId, "");
            case site -> throw refused;
        };
    }

    private static Kind kind(HttpRequest<?> request) {
        return Kind.of(request.getPath().substring(PATH.length() + 1).split("/")[0]);
    }

    private static String address(NetPart part) {
        return switch (part) {
            case SchoolGroup group -> SchoolGroupManagementController.address(group.id());
            case Centre centre -> CentreManagementController.address(centre.id());
            case Site site -> CentreManagementController.siteAddress(site.id());
        };
    }

    /** Where one goes when it is done: of a site to its centre. */
    private static String after(NetPart part) {
        return part instanceof Site site ? CentreManagementController.address(site.centreId()) : address(part);
    }
}
