package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How centres moved since the round before: the newest of a comparable version in which some centre sent a scan that sent one in this round too. */
@Singleton
class MovementsSince {
    /** @param byKey see {@link FactQueries#movements} */
    record Found(ComparedRound earlier, Map<UUID, List<Movement>> byKey) {}

    private final ComparisonQueries queries;
    private final FactQueries facts;
    private final Instruments instruments;

    MovementsSince(ComparisonQueries queries, FactQueries facts, Instruments instruments) {
        this.queries = queries;
        this.facts = facts;
        this.instruments = instruments;
    }

    /** The closed rounds before, newer than what a round is compared with, that cannot be compared with it; the newest first. */
    List<ComparedRound> notComparable(ComparedRound round) {
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        return queries.earlierRounds(round).stream().takeWhile(earlier -> comparable(earlier, questionnaire).isEmpty()).toList();
    }

    private Optional<Comparability> comparable(ComparedRound earlier, Questionnaire questionnaire) {
        return instruments.find(earlier.questionnaire()).flatMap(then -> Comparability.of(then, questionnaire));
    }

    Optional<Found> since(ComparedRound round) {
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        return queries.earlierRounds(round).stream()
                .flatMap(earlier -> comparable(earlier, questionnaire).stream()
                        .map(comparable -> new Found(earlier, facts.movements(earlier.id(), round.id(), comparable.nowByThen()))))
                .filter(found -> !found.byKey().isEmpty())
                .findFirst();
    }
}
