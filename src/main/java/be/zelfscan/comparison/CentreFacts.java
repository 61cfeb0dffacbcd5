package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one centre answered, as the fact rows of its sent scan have it. Immutable. */
public final class CentreFacts {
    /**
     * Where a block was placed.
     *
     * @param ambition where the centre wants to go, the same stage to hold it; empty where that was not asked, or not given
     */
    public record Placed(String stage, Optional<String> ambition) {
        public boolean holds() {
            return ambition.filter(stage::equals).isPresent();
        }

        /** The other stage to which the centre wants to go. */
        public Optional<String> target() {
            return ambition.filter(to -> !to.equals(stage));
        }
    }

    /** An option chosen; {@code position} counts from 0 where the order means something. */
    public record Chosen(String section, String question, String option, int position) {}

    private final ComparedRound.Centre centre;
    private final Map<String, Placed> placements;
    private final Map<String, List<Chosen>> choices;

    CentreFacts(ComparedRound.Centre centre, Map<String, Placed> placements, List<Chosen> choices) {
        this.centre = centre;
        this.placements = Map.copyOf(placements);
        this.choices = choices.stream().sorted(Comparator.comparingInt(Chosen::position))
                .collect(Collectors.groupingBy(Chosen::section, Collectors.toUnmodifiableList()));
    }

    /** The same as a later version would have it: blocks by their id there, and without those that it does not continue. */
    CentreFacts as(Comparability later) {
        Map<String, String> ids = later.nowByThen();
        Map<String, Placed> renamed = placements.entrySet().stream().filter(one -> ids.containsKey(one.getKey()))
                .collect(Collectors.toMap(one -> ids.get(one.getKey()), Map.Entry::getValue));
        return new CentreFacts(centre, renamed, choices.values().stream().flatMap(List::stream)
                .map(one -> new Chosen(ids.getOrDefault(one.section(), one.section()), one.question(),
                        ids.getOrDefault(one.option(), one.option()), one.position()))
                .toList());
    }

    public ComparedRound.Centre centre() {
        return centre;
    }

    /** Empty when the centre did not send a scan. */
    public Optional<Placed> placed(String block) {
        return Optional.ofNullable(placements.get(block));
    }

    /** The options chosen for a question of a section, in their order. */
    public List<String> chosen(String section, String question) {
        return choices.getOrDefault(section, List.of()).stream().filter(one -> one.question().equals(question)).map(Chosen::option)
                .toList();
    }

    public List<String> chosen(Questionnaire.OverallQuestion asked) {
        return chosen(asked.section(), asked.question().id());
    }

    public boolean chose(Questionnaire.OverallQuestion asked, String option) {
        return chosen(asked).contains(option);
    }

    /**
     * Puts centres beside those that placed their blocks most alike: begins with the first and goes on with the one most like the last.
     * Those that sent nothing come at the end. It counts on how many blocks two centres differ and not by how much, since stages have no
     * equal distances; the order says nothing of more or less.
     *
     * @param centres in an order that settles what is equally alike; the work grows with the square of their number
     */
    static List<CentreFacts> byLikeness(List<CentreFacts> centres, Set<String> blocks) {
        List<CentreFacts> left = new ArrayList<>(centres.stream().filter(facts -> facts.centre().sent()).toList());
        List<CentreFacts> ordered = new ArrayList<>();
        Set<String> compared = new TreeSet<>(blocks);
        while (!left.isEmpty()) {
            CentreFacts next = ordered.isEmpty() ? left.getFirst()
                    : left.stream().min(Comparator.comparingLong(facts -> differences(ordered.getLast(), facts, compared))).orElseThrow();
            left.remove(next);
            ordered.add(next);
        }
        centres.stream().filter(facts -> !facts.centre().sent()).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static long differences(CentreFacts one, CentreFacts other, Set<String> blocks) {
        return blocks.stream().filter(block -> !one.placed(block).map(Placed::stage).equals(other.placed(block).map(Placed::stage)))
                .count();
    }
}
