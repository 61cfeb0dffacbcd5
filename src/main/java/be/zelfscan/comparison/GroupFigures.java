package be.zelfscan.comparison;

import be.zelfscan.chart.Count;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A set of centres with its figures, as one person may see them.
 *
 * @param schoolGroupId empty for the whole net
 * @param name of the school group as it was when the round closed, or {@link #NET}
 * @param figures empty when they would tell of fewer centres than the round's minimum, by themselves or by subtraction
 * @param withheld what of the figures is told less exactly
 */
public record GroupFigures(Optional<UUID> schoolGroupId, String name, Optional<Figures> figures, Withheld withheld) {
    /** What the net is called among school groups. */
    public static final String NET = "Het hele net";

    /**
     * What of the figures of a group is told less exactly than it was counted, because it would say what each of its centres answered; see
     * {@link Discretion}.
     *
     * @param placements by block: how its centres stand is not told, but for the stage on which nearly all of them do
     * @param counts by what is counted: see {@link #chosen} and {@link #ambition}
     */
    public record Withheld(Map<String, Optional<String>> placements, Map<List<String>, Count> counts) {
        /** Everything is told as it was counted. */
        public static final Withheld NONE = new Withheld(Map.of(), Map.of());

        public Withheld {
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

    /** The net, of which everything is told. */
    static GroupFigures net(Optional<Figures> figures) {
        return new GroupFigures(Optional.empty(), NET, figures, Withheld.NONE);
    }

    static GroupFigures of(Optional<UUID> schoolGroupId, String name, Optional<Discretion.Told> told) {
        return new GroupFigures(schoolGroupId, name, told.map(Discretion.Told::figures),
                told.map(Discretion.Told::withheld).orElse(Withheld.NONE));
    }

    public boolean isNet() {
        return schoolGroupId.isEmpty();
    }
}
