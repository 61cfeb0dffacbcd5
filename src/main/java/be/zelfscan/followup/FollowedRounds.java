package be.zelfscan.followup;

import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds a round that was opened. */
@Singleton
class FollowedRounds {
    private final RoundRepository rounds;
    private final SchoolGroupQueries schoolGroups;
    private final Instruments instruments;

    FollowedRounds(RoundRepository rounds, SchoolGroupQueries schoolGroups, Instruments instruments) {
        this.rounds = rounds;
        this.schoolGroups = schoolGroups;
        this.instruments = instruments;
    }

    /** @throws ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    FollowedRound get(UUID roundId) {
        Round round = rounds.find(roundId).filter(found -> !found.isDraft()).orElseThrow(ComparisonNotFound::round);
        return new FollowedRound(round.id(), round.title(), instruments.get(round.questionnaire()), schoolGroups.ofRound(roundId));
    }
}
