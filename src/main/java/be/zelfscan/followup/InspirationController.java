package be.zelfscan.followup;

import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.UUID;

/** Who inspires whom in a round. */
@Controller("/vergelijking/{roundId}/inspiratie")
class InspirationController {
    static final String DONE = "voorgesteld";

    private final ReadInspiration inspiration;
    private final FollowedRounds rounds;
    private final Templates templates;
    private final Shells shells;

    InspirationController(ReadInspiration inspiration, FollowedRounds rounds, Templates templates, Shells shells) {
        this.inspiration = inspiration;
        this.rounds = rounds;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String bouwsteen,
            @QueryValue(defaultValue = "") String scholengroep) {
        String done = request.getParameters().getFirst(DONE).isPresent()
                ? "De twee centra zijn aan elkaar voorgesteld. Hun directeurs krijgen een mail." : "";
        try {
            ReadInspiration.Inspiration found = inspiration.of(roundId, bouwsteen, scholengroep);
            return page(request, HttpStatus.OK, found.round(), bouwsteen, scholengroep, "", done, InspirationPages.blocks(found));
        } catch (FollowupRefused refused) {
            return page(request, refused.status(), rounds.get(roundId), bouwsteen, scholengroep, refused.sentence(), "", List.of());
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, FollowedRound round, String block, String schoolGroup,
            String problem, String done, List<InspirationPages.Block> blocks) {
        return templates.page(status, "followup/inspiration", new InspirationPages.Inspiration(shells.of(request, "Wie inspireert wie"),
                round, block, schoolGroup, problem, done, blocks));
    }
}
