package be.zelfscan.team;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.HomePart;
import be.zelfscan.scan.ScanReading.RoundOfCentre;
import be.zelfscan.web.Templates;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the home of a centre shows of what it needs: of its newest result, what was answered first. */
@Singleton
public class NeedsOnHome implements HomePart {
    private static final int MOST = 3;

    /** {@code src/main/jte/team/needsHome.jte} takes this. @param all address of the page with all of them */
    public record Part(List<NeedsController.Line> needs, int more, String all) {}

    private final Needs needs;
    private final Templates templates;

    NeedsOnHome(Needs needs, Templates templates) {
        this.needs = needs;
        this.templates = templates;
    }

    /** After the agreements. */
    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public Optional<Content> of(UUID centreId, UUID personId, List<RoundOfCentre> rounds) {
        return rounds.stream().filter(round -> !round.sent().isEmpty()).findFirst().flatMap(newest -> {
            Questionnaire questionnaire = newest.questionnaire();
            List<Need> all = needs.ofScan(newest.sent().getFirst().scanId());
            List<NeedsController.Line> shown = all.stream().sorted(Comparator.comparing(Need::isOpen)).limit(MOST)
                    .map(need -> NeedsController.Line.of(need, questionnaire)).toList();
            return all.isEmpty() ? Optional.empty()
                    : Optional.of(templates.part("team/needsHome", new Part(shown, all.size() - shown.size(),
                            NeedsController.address(newest.sent().getFirst().id()))));
        });
    }
}
