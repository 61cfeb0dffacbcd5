package be.zelfscan.followup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Reads an introduction that was made, for its mails. */
@Singleton
class ReadIntroduction {
    private final IntroductionRepository introductions;
    private final InspirationQueries inspiration;
    private final FollowedRounds rounds;

    ReadIntroduction(IntroductionRepository introductions, InspirationQueries inspiration, FollowedRounds rounds) {
        this.introductions = introductions;
        this.inspiration = inspiration;
        this.rounds = rounds;
    }

    @ReadOnly
    Optional<Introduction> of(UUID id) {
        return introductions.find(id).map(made -> {
            FollowedRound round = rounds.get(made.roundId());
            return new Introduction(round.title(), round.questionnaire().sectionTitle(made.block()),
                    side(made, made.inspiring()), side(made, made.seeking()), made.message());
        });
    }

    private Introduction.Side side(IntroductionRepository.Made made, UUID centreId) {
        return new Introduction.Side(centreId, inspiration.name(made.roundId(), centreId).orElse("een centrum"),
                introductions.introduced(made.id(), centreId));
    }
}
