package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Example;

/** Nobody gets figures of fewer centres than the minimum, however what is published is combined. */
class GuardTest {
    private static final String NET = "net";

    /**
     * A net and somebody who looks at it. Centres are numbers.
     *
     * @param groups the candidates after the net, in order
     * @param named the centres seen by name, the own among them
     */
    record Seen(int centres, int minimum, Map<String, Set<Integer>> groups, Set<Integer> named, Set<Integer> own) {
        Map<String, Set<Integer>> sets() {
            Map<String, Set<Integer>> sets = new HashMap<>(groups);
            Set<Integer> all = new HashSet<>();
            for (int centre = 0; centre < centres; centre++) {
                all.add(centre);
            }
            sets.put(NET, all);
            return sets;
        }

        Set<String> published() {
            Map<String, Set<Integer>> sets = sets();
            Map<Set<String>, int[]> cells = new HashMap<>();
            for (int centre = 0; centre < centres; centre++) {
                Set<String> in = new TreeSet<>();
                for (Map.Entry<String, Set<Integer>> set : sets.entrySet()) {
                    if (set.getValue().contains(centre)) {
                        in.add(set.getKey());
                    }
                }
                int[] sums = cells.computeIfAbsent(in, none -> new int[2]);
                sums[0]++;
                sums[1] += named.contains(centre) ? 0 : 1;
            }
            List<String> candidates = new ArrayList<>(List.of(NET));
            groups.keySet().stream().sorted().forEach(candidates::add);
            return Guard.published(minimum, candidates, cells.entrySet().stream()
                    .map(cell -> new Guard.Cell<>(cell.getKey(), cell.getValue()[0], cell.getValue()[1])).toList());
        }
    }

    /**
     * Up to 26 centres and six groups, most of them small, as in the real net; a member of a centre, a leader, somebody who is both, or a
     * stranger.
     */
    @Provide
    Arbitrary<Seen> nets() {
        return Arbitraries.integers().between(1, 26).flatMap(centres -> {
            Arbitrary<Integer> centre = Arbitraries.integers().between(0, centres - 1);
            Arbitrary<Set<Integer>> few = centre.set().ofMinSize(0).ofMaxSize(Math.min(3, centres));
            Arbitrary<Set<Integer>> group = Arbitraries.oneOf(few, centre.set().ofMinSize(0).ofMaxSize(centres));
            return Combinators.combine(Arbitraries.integers().between(3, 7), group.list().ofMinSize(0).ofMaxSize(6), few, group,
                    Arbitraries.integers().between(0, 3)).as((minimum, groups, own, led, kind) -> {
                        Map<String, Set<Integer>> byName = new HashMap<>();
                        for (int at = 0; at < groups.size(); at++) {
                            byName.put("group" + at, Set.copyOf(groups.get(at)));
                        }
                        Set<Integer> mine = kind == 1 || kind == 3 ? own : Set.of();
                        Set<Integer> named = new HashSet<>(mine);
                        if (kind >= 2) {
                            named.addAll(led);
                        }
                        return new Seen(centres, minimum, byName, Set.copyOf(named), Set.copyOf(mine));
                    });
        });
    }

    /** Adds and subtracts published sets with every combination of -1, 0 and 1, and looks at the sets of centres that come out. */
    @Property(tries = 10_000)
    void whatAddingAndSubtractingLeavesIsNeverBelowTheMinimum(@ForAll("nets") Seen seen) {
        List<Set<Integer>> published = seen.published().stream().map(seen.sets()::get).toList();
        int combinations = (int) Math.pow(3, published.size());
        for (int combination = 0; combination < combinations; combination++) {
            int[] sum = new int[seen.centres()];
            int rest = combination;
            for (Set<Integer> set : published) {
                int sign = rest % 3 - 1;
                rest /= 3;
                set.forEach(centre -> sum[centre] += sign);
            }
            for (int value : Arrays.stream(sum).filter(v -> v != 0).distinct().toArray()) {
                assertEnough(seen, centresWith(sum, value));
            }
        }
    }

    /** Also not by union, intersection and difference, which need more than the figures, and so are harder to stand. */
    @Property(tries = 10_000)
    void noPartOfThePublishedSetsIsBelowTheMinimum(@ForAll("nets") Seen seen) {
        List<Set<Integer>> published = seen.published().stream().map(seen.sets()::get).toList();
        Map<List<Boolean>, Set<Integer>> parts = new HashMap<>();
        for (int centre = 0; centre < seen.centres(); centre++) {
            int one = centre;
            List<Boolean> where = published.stream().map(set -> set.contains(one)).toList();
            if (where.contains(true)) {
                parts.computeIfAbsent(where, none -> new HashSet<>()).add(centre);
            }
        }
        parts.values().forEach(part -> assertEnough(seen, part));
    }

    @Property(tries = 2_000)
    void theNetIsShownWheneverItAloneIsLargeEnough(@ForAll("nets") Seen seen) {
        long hidden = seen.centres() - seen.named().size();
        boolean enough = hidden == 0 || hidden >= seen.minimum();
        assertThat(seen.published().contains(NET)).isEqualTo(enough);
    }

    /** What the person does not know by name; the own centre is known, and counts for nobody. */
    private static void assertEnough(Seen seen, Set<Integer> centres) {
        long hidden = centres.stream().filter(centre -> !seen.named().contains(centre)).count();
        assertThat(hidden == 0 || hidden >= seen.minimum())
                .as(() -> "%s of %s, published %s".formatted(centres, seen, seen.published())).isTrue();
    }

    private static Set<Integer> centresWith(int[] sum, int value) {
        Set<Integer> centres = new HashSet<>();
        for (int centre = 0; centre < sum.length; centre++) {
            if (sum[centre] == value) {
                centres.add(centre);
            }
        }
        return centres;
    }

    @Example
    void aSmallGroupThatIsTheRestOfTheNetHidesTheOther() {
        Seen seen = new Seen(10, 5, Map.of("large", Set.of(0, 1, 2, 3, 4, 5, 6), "rest", Set.of(7, 8, 9)), Set.of(0), Set.of(0));
        assertThat(seen.published()).containsExactly(NET);
    }

    @Example
    void ownCentreHidesNobodyOfItsGroup() {
        Seen seen = new Seen(12, 5, Map.of("mine", Set.of(0, 1, 2, 3, 4)), Set.of(0), Set.of(0));
        assertThat(seen.published()).containsExactly(NET);
        Seen larger = new Seen(12, 5, Map.of("mine", Set.of(0, 1, 2, 3, 4, 5)), Set.of(0), Set.of(0));
        assertThat(larger.published()).containsExactly(NET, "mine");
    }

    @Example
    void whoSeesAllButAFewByNameDoesNotSeeTheNet() {
        Set<Integer> led = Set.of(0, 1, 2, 3, 4, 5, 6, 7);
        Seen seen = new Seen(12, 5, Map.of("led", led), led, Set.of());
        assertThat(seen.published()).containsExactly("led");
    }
}
