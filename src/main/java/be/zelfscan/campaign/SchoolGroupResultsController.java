package be.zelfscan.campaign;

import be.zelfscan.access.SignedIn;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of a school group: the centres that work for it, and what they sent. */
@Controller("/scholengroep/{schoolGroupId}")
public class SchoolGroupResultsController {
    /** What the page shows. */
    public record Page(Shell shell, String name, List<String> centres, List<InRound> rounds) {}

    /**
     * A round of a school group.
     *
     * @param beside where its centres are laid beside each other; empty as long as that cannot be done
     */
    public record InRound(String title, boolean closed, String beside, List<OfCentre> centres) {}

    /** A centre in a round: what it sent, the oldest first. */
    public record OfCentre(String name, List<Link> sent) {}

    public record Link(String address, String label) {}

    private final SchoolGroupResults results;
    private final Templates templates;
    private final Shells shells;

    SchoolGroupResultsController(SchoolGroupResults results, Templates templates, Shells shells) {
        this.results = results;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID schoolGroupId) {
        SchoolGroupResults.Results found = results.of(schoolGroupId, person);
        List<InRound> rounds = grouped(found.results(), SchoolGroupResults.OfCentre::roundId).values().stream()
                .map(inRound -> round(inRound, schoolGroupId, person)).toList();
        return templates.page("campaign/schoolGroup",
                new Page(shells.of(request, found.schoolGroup()), found.schoolGroup(), found.centres(), rounds));
    }

    private static InRound round(List<SchoolGroupResults.OfCentre> results, UUID schoolGroupId, SignedIn person) {
        List<OfCentre> centres = grouped(results, SchoolGroupResults.OfCentre::centre).entrySet().stream()
                .map(centre -> new OfCentre(centre.getKey(), centre.getValue().stream().flatMap(result -> result.sent().stream())
                        .map(sent -> new Link("/resultaat/" + sent.id(),
                                "nr. %d, %s".formatted(sent.number(), BelgianDutch.date(sent.at()))))
                        .toList()))
                .toList();
        SchoolGroupResults.OfCentre round = results.getFirst();
        String beside = round.scaled() && (round.closed() || person.support())
                ? "/scholengroep/%s/ronde/%s".formatted(schoolGroupId, round.roundId()) : "";
        return new InRound(round.roundTitle(), round.closed(), beside, centres);
    }

    private static <K> Map<K, List<SchoolGroupResults.OfCentre>> grouped(List<SchoolGroupResults.OfCentre> results,
            Function<SchoolGroupResults.OfCentre, K> by) {
        return results.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
