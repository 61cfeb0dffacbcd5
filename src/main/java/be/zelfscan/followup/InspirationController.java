package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
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
public class InspirationController {
    /**
     * What the page shows.
     *
     * @param problem why nothing is shown; empty when something is
     */
    public record Page(PageLayout layout, FollowedRound round, String block, String schoolGroup, String problem, String done,
            List<BlockPart> blocks) {
        public boolean isNarrow() {
            return !block.isEmpty() || !schoolGroup.isEmpty();
        }
    }

    /**
     * @param id unique within the page
     * @param moreInspiring how many more there are than stand here, {@code moreSeeking} likewise
     */
    public record BlockPart(String id, String title, List<Inspiring> inspiring, int moreInspiring, List<Seeking> seeking,
            int moreSeeking) {}

    /** A centre that offers a practice. */
    public record Inspiring(String name, String result, String note) {}

    /**
     * A centre that made a block a priority.
     *
     * @param place among its priorities, in words
     */
    public record Seeking(String name, String result, String place, String note, List<Pair> pairs) {}

    /**
     * Two centres that could meet.
     *
     * @param done when they were introduced, and whether that arrived; empty when they were not
     */
    public record Pair(String inspiring, String address, String done) {}

    static final Notice INTRODUCED = Notice.of("voorgesteld",
            "De twee centra zijn aan elkaar voorgesteld. Hun directeurs krijgen een mail.");

    private final ReadInspiration inspiration;
    private final FollowedRounds rounds;
    private final Templates templates;
    private final PageLayouts layouts;

    InspirationController(ReadInspiration inspiration, FollowedRounds rounds, Templates templates, PageLayouts layouts) {
        this.inspiration = inspiration;
        this.rounds = rounds;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String scholengroep) {
        try {
            ReadInspiration.Inspiration found = inspiration.of(roundId, deel, scholengroep);
            return page(HttpStatus.OK, new Page(layout(request), found.round(), deel, scholengroep, "",
                    Notice.said(request, INTRODUCED),
                    found.blocks().stream().map(block -> block(found, block)).toList()));
        } catch (Refusal refused) {
            return page(refused.status(), new Page(layout(request), rounds.get(roundId), deel, scholengroep, refused.sentence(), "",
                    List.of()));
        }
    }

    private PageLayout layout(HttpRequest<?> request) {
        return layouts.of(request, "Wie inspireert wie");
    }

    private HttpResponse<?> page(HttpStatus status, Page page) {
        return templates.page(status, "followup/inspiration", page);
    }

    private static BlockPart block(ReadInspiration.Inspiration found, ReadInspiration.BlockCentres block) {
        List<Inspiring> inspiring = block.inspiring().centres().stream()
                .map(one -> new Inspiring(one.choice().centre(), result(one), one.note())).toList();
        List<Seeking> seeking = block.seeking().centres().stream()
                .map(one -> new Seeking(one.choice().centre(), result(one),
                        found.round().words().priority().one() + " " + BelgianDutch.number(one.choice().place() + 1L), one.note(),
                        block.inspiring().centres().stream().map(ReadInspiration.ChoiceWithNote::choice)
                                .filter(other -> !other.centreId().equals(one.choice().centreId()))
                                .map(other -> pair(found, other.centre(),
                                        new IntroduceCentres.Match(block.block(), other.centreId(), one.choice().centreId())))
                                .toList()))
                .toList();
        return new BlockPart(block.block(), found.round().questionnaire().sectionTitle(block.block()), inspiring, block.inspiring().more(),
                seeking, block.seeking().more());
    }

    private static String result(ReadInspiration.ChoiceWithNote chosen) {
        return "/resultaat/" + chosen.choice().sentScanId();
    }

    private static Pair pair(ReadInspiration.Inspiration found, String inspiring, IntroduceCentres.Match match) {
        return new Pair(inspiring,
                "%s/inspiratie/%s/%s/%s/voorstelling".formatted(found.round().address(), match.block(), match.inspiring(), match.seeking()),
                found.introductions().stream().filter(one -> one.isOf(match)).findFirst().map(IntroduceCentres.IntroductionState::words)
                        .orElse(""));
    }
}
