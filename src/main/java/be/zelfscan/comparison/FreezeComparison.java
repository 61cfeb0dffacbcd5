package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fixes what a closed round is compared by: its centres and school groups as they are now, the snapshot of each that counts, and the figures. A report that
 * is made next year then says the same.
 */
@Singleton
public class FreezeComparison {
    private final ComparisonRepository comparisons;
    private final FigureQueries figures;
    private final ComparisonQueries queries;
    private final FactQueries facts;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final Clock clock;

    FreezeComparison(ComparisonRepository comparisons, FigureQueries figures, ComparisonQueries queries,
            FactQueries facts, RoundRepository rounds, Instruments instruments,
            Clock clock) {
        this.comparisons = comparisons;
        this.figures = figures;
        this.queries = queries;
        this.facts = facts;
        this.rounds = rounds;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** In the transaction that closes the round, after it is closed; does nothing when it was done. */
    @Transactional
    public void freeze(UUID roundId) {
        if (!comparisons.freezeMembers(roundId, clock.instant())) {
            return;
        }
        Questionnaire questionnaire = instruments.get(rounds.find(roundId).orElseThrow().questionnaire());
        if (!questionnaire.isScaled()) { // what its centres sent is fixed; there are no figures
            return;
        }
        Map<UUID, Figures> byKey = new HashMap<>(figures.of(questionnaire, FigureQueries.netAndGroups(roundId)));
        byKey.computeIfAbsent(FigureQueries.NET, none -> new FigureTally(questionnaire, 0).figures());
        comparisons.freezeFigures(roundId, byKey);
        freezeMovements(queries.round(roundId).orElseThrow(), questionnaire);
    }

    /** Since the round before: the newest of a comparable version in which some centre sent a scan that sent one in this round too. */
    private void freezeMovements(ComparedRound round, Questionnaire questionnaire) {
        for (ComparedRound earlier : queries.earlierRounds(round)) {
            Map<UUID, List<Figures.Movement>> byKey = Comparability.of(earlier, questionnaire, instruments)
                    .map(comparable -> facts.movements(earlier.id(), round.id(), comparable.nowByThen())).orElse(Map.of());
            if (!byKey.isEmpty()) {
                comparisons.freezeMovements(round.id(), earlier.id(), byKey);
                return;
            }
        }
    }

    /** The closed rounds of which nothing was frozen: closed before there were comparisons, or put in the past. */
    @Transactional
    public List<UUID> closedNotFrozen() {
        return comparisons.closedNotFrozen();
    }
}
