package be.zelfscan.comparison;

import be.zelfscan.chart.Count;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of the figures of a group is told less exactly than it was counted, because it would say what each of its centres answered; see {@link Discretion}.
 *
 * @param placements by block: how its centres stand is not told, but for the stage on which nearly all of them do
 * @param counts by what is counted: see {@link #chosen} and {@link #ambition}
 */
public record Veil(Map<String, Optional<String>> placements, Map<List<String>, Count> counts) {
    /** Everything is told as it was counted. */
    public static final Veil NONE = new Veil(Map.of(), Map.of());

    public Veil {
        placements = Map.copyOf(placements);
        counts = Map.copyOf(counts);
    }

    static List<String> chosen(String block, String question, String option) {
        return List.of(block, question, option);
    }

    static List<String> ambition(String block, boolean holding) {
        return List.of(block, holding ? "holding" : "growing");
    }

    /** How many chose an option, where that is not told exactly. */
    Optional<Count> ofChosen(String block, String question, String option) {
        return Optional.ofNullable(counts.get(chosen(block, question, option)));
    }

    /** How many hold their stage, or want to go to another, where that is not told exactly. */
    public Optional<Count> ofAmbition(String block, boolean holding) {
        return Optional.ofNullable(counts.get(ambition(block, holding)));
    }

    /** Where the stages of a block are not told: the stage on which nearly all stand, if that can be told. */
    public Optional<Optional<String>> ofPlacement(String block) {
        return Optional.ofNullable(placements.get(block));
    }
}
