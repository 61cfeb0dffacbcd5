package be.zelfscan.followup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts on what of a round each label hangs, so that one sees what returns. */
@Singleton
public class CountLabels {
    /** @param overall by label; {@code bySection} by label, then by section */
    record Counted(FollowedRound round, List<NoteLabel> labels, Map<UUID, LabelQueries.Count> overall,
            Map<UUID, Map<String, LabelQueries.Count>> bySection) {}

    private final FollowedRounds rounds;
    private final LabelQueries labels;

    CountLabels(FollowedRounds rounds, LabelQueries labels) {
        this.rounds = rounds;
        this.labels = labels;
    }

    /** @throws be.zelfscan.comparison.ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    Counted of(UUID roundId) {
        return new Counted(rounds.get(roundId), labels.all(),
                labels.overall(roundId).stream().collect(Collectors.toMap(LabelQueries.Count::label, Function.identity())),
                labels.bySection(roundId).stream().collect(Collectors.groupingBy(LabelQueries.Count::label,
                        Collectors.toMap(LabelQueries.Count::section, Function.identity()))));
    }
}
