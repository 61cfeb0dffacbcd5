package be.zelfscan.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts centres beside those that placed their blocks most alike. It counts on how many blocks two centres differ and not by how much, since stages have no
 * equal distances; the order says nothing of more or less. Pure.
 */
final class Likeness {
    private Likeness() {}

    /**
     * Begins with the first and goes on with the one most like the last. Those that sent nothing come at the end.
     *
     * @param centres in an order that settles what is equally alike; the work grows with the square of their number
     */
    static List<CentreFacts> ordered(List<CentreFacts> centres, Set<String> blocks) {
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
        return blocks.stream().filter(block -> !one.placed(block).map(CentreFacts.Placed::stage)
                .equals(other.placed(block).map(CentreFacts.Placed::stage))).count();
    }
}
