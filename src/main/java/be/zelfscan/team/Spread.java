package be.zelfscan.team;

import be.zelfscan.questionnaire.Questionnaire;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How a team is spread over one block: numbers of members, as they were counted when their preparation closed. Nobody can be told apart in
 * it: it is of at least three members, and never changes. Pure and immutable.
 *
 * @param placements how many members chose each stage, and how many {@link View#unsure do not know} or {@link View#unseen have no sight
 *     of it}, by the name of that view; without what nobody chose
 * @param ambitions how many members have each ambition, by its code; empty where fewer than three have one
 */
public record Spread(Map<String, Integer> placements, Map<String, Integer> ambitions) {
    public Spread {
        placements = Map.copyOf(placements);
        ambitions = Map.copyOf(ambitions);
    }

    /** What a member can think of a block. */
    public enum View {
        /** It stands at a stage. */
        stage, unsure("weet ik niet"), unseen("geen zicht op");

        private final String label;

        View() {
            this("");
        }

        View(String label) {
            this.label = label;
        }

        /** As the interface words it; empty for a stage, which its instrument words. */
        public String label() {
            return label;
        }
    }

    /** How many members chose a stage. */
    public int at(String stage) {
        return placements.getOrDefault(stage, 0);
    }

    /** How many members have another view than a stage. */
    public int of(View view) {
        return placements.getOrDefault(view.name(), 0);
    }

    /** How many members gave an answer. */
    public int members() {
        return placements.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The share of the pairs of members who placed the block, and placed it elsewhere than each other, from 0 to 1; 0 for fewer than two.
     * Stages have no distances, so how far they are apart does not count.
     */
    double disagreement() {
        List<Integer> placed = placements.entrySet().stream().filter(one -> !isOther(one.getKey())).map(Map.Entry::getValue).toList();
        int members = placed.stream().mapToInt(Integer::intValue).sum();
        int same = placed.stream().mapToInt(count -> count * (count - 1)).sum();
        return members < 2 ? 0 : 1 - (double) same / (members * (members - 1));
    }

    /** The share of the members who could not place it. */
    private double unplaced() {
        return members() == 0 ? 0 : (double) (of(View.unsure) + of(View.unseen)) / members();
    }

    private static boolean isOther(String code) {
        return code.equals(View.unsure.name()) || code.equals(View.unseen.name());
    }

    /**
     * The sections with those first in which the team agrees least; after these the ones that more members could not place, then as the
     * instrument has them. What has no spread comes last.
     */
    static List<String> byDisagreement(Questionnaire questionnaire, Map<String, Spread> spreads) {
        Spread none = new Spread(Map.of(), Map.of());
        Comparator<String> unknown = Comparator.comparing(section -> !spreads.containsKey(section));
        return questionnaire.sections().stream().map(section -> section.id())
                .sorted(unknown.thenComparing(section -> -spreads.getOrDefault(section, none).disagreement())
                        .thenComparing(section -> -spreads.getOrDefault(section, none).unplaced()))
                .toList();
    }
}
