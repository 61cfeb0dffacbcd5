package be.zelfscan.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps figures of too few centres from a person. Published sets are added and subtracted at will, so it is not enough that each of them is
 * large: whatever is made of them by adding and subtracting is made of the cells into which they divide the net together. So each cell must
 * hold, apart from the centres that the person sees by name anyway, their own among them, none or at least the minimum. What equal answers
 * would tell {@link Discretion} keeps back. Pure.
 */
final class Guard {
    private Guard() {}

    /**
     * Centres that lie in the same sets.
     *
     * @param sets the candidates that they are part of
     * @param centres how many there are
     * @param hidden how many of them the person does not see by name
     */
    record Cell<S extends Comparable<S>>(Set<S> sets, int centres, int hidden) {
        Cell {
            sets = Set.copyOf(sets);
        }
    }

    /**
     * Takes the candidates one by one, and publishes each that keeps the minimum together with those before it.
     *
     * @param minimum the fewest centres of which figures may be had
     * @param candidates the most wanted first
     * @param cells how the centres lie in the candidates
     */
    static <S extends Comparable<S>> Set<S> published(int minimum, List<S> candidates, List<Cell<S>> cells) {
        Set<S> published = new LinkedHashSet<>();
        for (S candidate : candidates) {
            List<S> together = new ArrayList<>(published);
            together.add(candidate);
            if (keeps(minimum, together, cells)) {
                published.add(candidate);
            }
        }
        return published;
    }

    private static <S extends Comparable<S>> boolean keeps(int minimum, List<S> published, List<Cell<S>> finest) {
        Map<Set<S>, Integer> hidden = new HashMap<>();
        for (Cell<S> cell : finest) {
            Set<S> in = new TreeSet<>(cell.sets());
            in.retainAll(published);
            if (!in.isEmpty()) {
                hidden.merge(in, cell.hidden(), Integer::sum);
            }
        }
        return hidden.values().stream().allMatch(centres -> centres == 0 || centres >= minimum);
    }
}
