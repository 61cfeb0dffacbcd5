package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.Count;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Nobody learns for certain what a centre answered that they do not see by name, from any figure nor from figures together. */
class DiscretionTest {
    private static final Questionnaire GARDEN = Definitions.small();
    private static final String BLOCK = GARDEN.blocks().getFirst().id();
    private static final Question LEVERS = GARDEN.blockQuestionFor(Use.LEVER).orElseThrow();
    private static final String OPTION = LEVERS.options().getFirst().id();
    private static final UUID NET = FigureQueries.NET;
    private static final List<UUID> GROUPS = List.of(new UUID(0, 1), new UUID(0, 2));

    /** What a centre answered about one block: a lever or not, a stage, and where it wants to go. */
    private record Answers(boolean lever, String stage, String ambition) {}

    /** Centres by number, the sets that they are in, and those that somebody sees by name. */
    private record Net(List<Answers> centres, Map<UUID, Set<Integer>> sets, Set<Integer> named, int minimum) {
        Figures figures(Set<Integer> of) {
            FigureQueries.Tally tally = new FigureQueries.Tally(GARDEN, of.size());
            Map<Figures.Flow, Integer> flows = new HashMap<>();
            of.forEach(centre -> flows.merge(new Figures.Flow(centres.get(centre).stage(), centres.get(centre).ambition(), 0), 1,
                    Integer::sum));
            flows.forEach((flow, count) -> tally.placed(BLOCK, new Figures.Flow(flow.from(), flow.to(), count)));
            int levers = (int) of.stream().filter(centre -> centres.get(centre).lever()).count();
            if (levers > 0) {
                tally.chosen(BLOCK, new Figures.Choice(LEVERS.id(), OPTION, levers), 0);
            }
            return tally.figures();
        }

        Map<UUID, Discretion.Told> told() {
            List<Guard.Cell<UUID>> cells = cells();
            List<UUID> candidates = new ArrayList<>(List.of(NET));
            sets.keySet().stream().filter(set -> !set.equals(NET)).sorted().forEach(candidates::add);
            List<Discretion.Published> published = Guard.published(minimum, candidates, cells).stream().map(set -> {
                Set<Integer> known = new HashSet<>(sets.get(set));
                known.retainAll(named);
                return new Discretion.Published(set, figures(sets.get(set)), figures(known));
            }).toList();
            return published.isEmpty() ? Map.of() : new Discretion(GARDEN, cells, published).told();
        }

        List<Guard.Cell<UUID>> cells() {
            Map<Set<UUID>, List<Integer>> bySets = new HashMap<>();
            for (int centre = 0; centre < centres.size(); centre++) {
                Set<UUID> in = new TreeSet<>();
                for (Map.Entry<UUID, Set<Integer>> set : sets.entrySet()) {
                    if (set.getValue().contains(centre)) {
                        in.add(set.getKey());
                    }
                }
                bySets.computeIfAbsent(in, none -> new ArrayList<>()).add(centre);
            }
            return bySets.entrySet().stream().map(cell -> new Guard.Cell<>(cell.getKey(), cell.getValue().size(),
                    (int) cell.getValue().stream().filter(centre -> !named.contains(centre)).count())).toList();
        }

        Set<Integer> hidden(UUID set) {
            Set<Integer> hidden = new HashSet<>(sets.get(set));
            hidden.removeAll(named);
            return hidden;
        }
    }

    private static Net net(long seed, int size, int minimum) {
        Random random = new Random(seed);
        List<String> stages = GARDEN.scale().stages().stream().map(Stage::id).toList();
        double levers = random.nextInt(5) / 4.0;
        int favourite = random.nextInt(stages.size());
        List<Answers> centres = new ArrayList<>();
        Set<Integer> all = new HashSet<>();
        for (int centre = 0; centre < size; centre++) {
            int stage = random.nextInt(4) > 0 ? favourite : random.nextInt(stages.size());
            int to = random.nextInt(3) == 0 ? stage + random.nextInt(stages.size() - stage) : stage;
            centres.add(new Answers(random.nextDouble() < levers, stages.get(stage), random.nextInt(12) == 0 ? null : stages.get(to)));
            all.add(centre);
        }
        Map<UUID, Set<Integer>> sets = new HashMap<>(Map.of(NET, all));
        for (UUID set : GROUPS.subList(0, random.nextInt(3))) {
            Set<Integer> members = new HashSet<>(Set.of(0));
            all.stream().filter(centre -> random.nextBoolean()).forEach(members::add);
            sets.put(set, members);
        }
        Set<Integer> named = new HashSet<>(Set.of(0));
        all.stream().filter(centre -> random.nextInt(6) == 0).forEach(named::add);
        return new Net(centres, sets, named, minimum);
    }

    /** Of every set, and of whatever sets leave of each other that are told exactly. */
    @Property(tries = 3_000)
    void noRemainderThatIsToldExactlyIsNoneOrAllOfTheOthers(@ForAll long seed, @ForAll @IntRange(min = 4, max = 24) int size,
            @ForAll @IntRange(min = 3, max = 5) int minimum) {
        Net net = net(seed, size, minimum);
        Map<UUID, Discretion.Told> told = net.told();
        List<UUID> exact = told.keySet().stream().filter(set -> told.get(set).withheld().ofChosen(BLOCK, LEVERS.id(), OPTION).isEmpty())
                .toList();
        int combinations = (int) Math.pow(3, exact.size());
        for (int combination = 0; combination < combinations; combination++) {
            int[] values = new int[size];
            int sum = 0;
            int rest = combination;
            for (UUID set : exact) {
                int sign = rest % 3 - 1;
                rest /= 3;
                net.sets().get(set).forEach(centre -> values[centre] += sign);
                sum += sign * told.get(set).figures().block(BLOCK).chosen(LEVERS.id(), OPTION);
            }
            Set<Integer> hidden = new HashSet<>();
            Set<Integer> distinct = new HashSet<>();
            for (int centre = 0; centre < size; centre++) {
                if (net.centres().get(centre).lever() && net.named().contains(centre)) {
                    sum -= values[centre];
                }
                if (values[centre] != 0 && !net.named().contains(centre)) {
                    hidden.add(centre);
                    distinct.add(values[centre]);
                }
            }
            if (distinct.size() == 1) {
                assertThat(sum / distinct.iterator().next()).as("%s in %s", hidden, net).isBetween(2, hidden.size() - 2);
            }
        }
    }

    /** Two nets that differ only in whether one of the others answered differently look the same. */
    @Property(tries = 2_000)
    void noneAndOneLookTheSameAndSoDoAllAndAllButOne(@ForAll long seed, @ForAll @IntRange(min = 5, max = 16) int size,
            @ForAll boolean all) {
        Net net = net(seed, size, 3);
        List<Answers> equal = net.centres().stream().map(answers -> new Answers(all, answers.stage(), answers.ambition())).toList();
        List<Answers> oneApart = new ArrayList<>(equal);
        oneApart.set(size - 1, new Answers(!all, equal.getLast().stage(), equal.getLast().ambition()));
        Set<Integer> named = new HashSet<>(net.named());
        named.remove(size - 1);
        Map<UUID, Set<Integer>> sets = Map.of(NET, net.sets().get(NET));
        assertThat(new Net(oneApart, sets, named, 3).told()).isEqualTo(new Net(equal, sets, named, 3).told());
    }

    @Property(tries = 2_000)
    void whereAllStandOnOneStageOrHoldItIsNotTold(@ForAll long seed, @ForAll @IntRange(min = 4, max = 24) int size) {
        Net net = net(seed, size, 3);
        net.told().forEach((set, told) -> {
            Set<Integer> hidden = net.hidden(set);
            if (hidden.isEmpty()) {
                return;
            }
            for (Stage stage : GARDEN.scale().stages()) {
                long there = hidden.stream().filter(centre -> net.centres().get(centre).stage().equals(stage.id())).count();
                if (there >= hidden.size() - 1) {
                    assertThat(told.withheld().ofPlacement(BLOCK)).isPresent();
                    assertThat(told.figures().block(BLOCK).at(stage.id())).isZero();
                }
            }
            long holding = hidden.stream().filter(centre -> net.centres().get(centre).stage().equals(net.centres().get(centre).ambition()))
                    .count();
            if (holding <= 1 || holding >= hidden.size() - 1) {
                assertThat(told.withheld().ofAmbition(BLOCK, true)).isPresent();
            }
        });
    }

    @Example
    void fourOthersThatAnsweredAlike() {
        List<Answers> centres = new ArrayList<>();
        for (int centre = 0; centre < 5; centre++) {
            centres.add(new Answers(centre == 0, "zaad", "kiem"));
        }
        GroupFigures.Withheld withheld = new Net(centres, Map.of(NET, Set.of(0, 1, 2, 3, 4)), Set.of(0), 4).told().get(NET).withheld();
        assertThat(withheld.ofChosen(BLOCK, LEVERS.id(), OPTION)).contains(new Count.FewerThan(3));
        assertThat(withheld.ofPlacement(BLOCK)).contains(Optional.of("zaad"));
        assertThat(withheld.ofAmbition(BLOCK, true)).contains(new Count.NotShown());
    }

    @Example
    void whoSeesEverybodyByNameIsToldEverything() {
        List<Answers> centres = new ArrayList<>();
        for (int centre = 0; centre < 3; centre++) {
            centres.add(new Answers(true, "zaad", "zaad"));
        }
        assertThat(new Net(centres, Map.of(NET, Set.of(0, 1, 2)), Set.of(0, 1, 2), 3).told().get(NET).withheld())
                .isEqualTo(GroupFigures.Withheld.NONE);
    }
}
