package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.UUID;

/** The results of two centres that opened them to each other, opposite each other. */
@Controller("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}")
class OppositeController {
    private final ReadOpposite readOpposite;
    private final OppositeSheet sheet;
    private final Templates templates;
    private final Shells shells;

    OppositeController(ReadOpposite readOpposite, OppositeSheet sheet, Templates templates, Shells shells) {
        this.readOpposite = readOpposite;
        this.sheet = sheet;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId, UUID otherCentreId, UUID roundId) {
        ReadOpposite.Read read = readOpposite.of(centreId, otherCentreId, roundId, person);
        OppositeView view = new OppositeView(read.questionnaire(), read.own(), read.other(), "jullie");
        String notes = "%s; die van %s staan %s.".formatted(
                read.opening().ownNotes() ? "Jullie toelichtingen staan open" : "Jullie toelichtingen staan niet open",
                read.other().centreName(), read.opening().otherNotes() ? "open" : "niet open");
        return templates.page("report/opposite", sheet.page(shells.of(request, "Tegenover elkaar", read.opening().round()),
                read.questionnaire(), view, "Jullie", List.of("Beide centra zien hier hetzelfde.", notes),
                new OppositePages.Back("/centrum/" + centreId + "/openstelling", "Terug naar openzetten")));
    }
}
