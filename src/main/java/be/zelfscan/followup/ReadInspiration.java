package be.zelfscan.followup;

import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who inspires whom: for each block the centres that offer an inspiring practice beside those that made it a priority. */
@Singleton
public class ReadInspiration {
    /** A centre that chose a block, with the note that goes with that question; empty when it wrote none. */
    record ChoiceWithNote(InspirationQueries.BlockChoice choice, String note) {}

    /** How many centres of a kind stand under a block; more than a net of today has. */
    private static final int MOST = 30;

    /** The first centres of a kind, by name, and how many more there are. */
    record FirstCentres(List<ChoiceWithNote> centres, int more) {
        private static FirstCentres of(String block, List<ChoiceWithNote> all) {
            List<ChoiceWithNote> ofBlock = all.stream().filter(one -> one.choice().block().equals(block)).toList();
            return new FirstCentres(ofBlock.stream().limit(MOST).toList(), Math.max(0, ofBlock.size() - MOST));
        }
    }

    /** @param inspiring who offers a practice, {@code seeking} who made it a priority */
    record BlockCentres(String block, FirstCentres inspiring, FirstCentres seeking) {}

    /** @param blocks in their order */
    record Inspiration(FollowedRound round, List<BlockCentres> blocks, List<IntroduceCentres.IntroductionState> introductions) {}

    private final FollowedRounds rounds;
    private final InspirationQueries queries;

    ReadInspiration(FollowedRounds rounds, InspirationQueries queries) {
        this.rounds = rounds;
        this.queries = queries;
    }

    /**
     * @param block an empty text for all
     * @param schoolGroup for which those who seek work; who inspires can be anybody
     * @throws Refusal when there is no such block or school group in the round
     * @throws be.zelfscan.comparison.ComparisonNotFound when there is no such round, it is a draft, or it does not ask this
     */
    @ReadOnly
    Inspiration of(UUID roundId, String block, String schoolGroup) {
        FollowedRound round = rounds.get(roundId);
        if (!round.questionnaire().asksWhoInspires()) {
            throw ComparisonNotFound.nobodyInspires(round.questionnaire());
        }
        if (!block.isEmpty() && round.questionnaire().block(block).isEmpty()) {
            throw Refusal.invalid(round.unknownBlock(block));
        }
        Optional<UUID> group = round.schoolGroup(schoolGroup);
        if (!schoolGroup.isEmpty() && group.isEmpty()) {
            throw Refusal.invalid("In deze ronde werkt geen enkel centrum voor die scholengroep. Kies een scholengroep uit de lijst.");
        }
        Optional<Set<UUID>> shown = group.map(id -> rounds.centresOf(roundId, id));
        List<ChoiceWithNote> inspiring = chosen(round, round.questionnaire().inspiringPractices());
        List<ChoiceWithNote> seeking = chosen(round, round.questionnaire().priorities()).stream()
                .filter(one -> shown.map(centres -> centres.contains(one.choice().centreId())).orElse(true)).toList();
        return new Inspiration(round,
                round.questionnaire().blocks().stream().map(one -> one.id()).filter(id -> block.isEmpty() || id.equals(block))
                        .map(id -> new BlockCentres(id, FirstCentres.of(id, inspiring), FirstCentres.of(id, seeking))).toList(),
                queries.introductions(roundId));
    }

    private List<ChoiceWithNote> chosen(FollowedRound round, Optional<Questionnaire.OverallQuestion> question) {
        return question.map(asked -> {
            Map<UUID, String> notes = queries.notes(round.id(), asked.section(), asked.question().id());
            return queries.choices(round.id(), asked.section(), asked.question().id()).stream()
                    .map(choice -> new ChoiceWithNote(choice, notes.getOrDefault(choice.sentScanId(), ""))).toList();
        }).orElse(List.of());
    }
}
