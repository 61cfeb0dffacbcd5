package be.zelfscan.comparison;

import be.zelfscan.chart.Count;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Tells less exactly what would be an equal answer. Even of many centres a figure says what each of them answered, when it is none of them
 * or all of them: whoever subtracts the centres that they see by name would know it for certain. So none is not told apart from one, nor
 * all from all but one; and a figure with which a figure that is told already could be brought to such a remainder is not told. That nobody
 * stands on a stage is told: it says where centres are not, and a distribution cannot hide it. Pure.
 */
final class Discretion {
    /** More sets than that are not combined with each other; those beyond are kept back where there is anything to tell. */
    private static final int MOST_COMBINED = 6;

    /**
     * A set of centres that is published to somebody.
     *
     * @param all its figures
     * @param named the figures of those of its centres that the person sees by name
     */
    record Published(UUID key, Figures all, Figures named) {}

    /** Its figures as they are told: what is withheld is not in them. */
    record Told(Figures figures, GroupFigures.Withheld withheld) {}

    private enum Level {
        exact, few, nearly_all, not_shown
    }

    private final Questionnaire questionnaire;
    private final List<Guard.Cell<UUID>> cells;
    private final List<Published> sets;
    private final int[] sizes;

    /**
     * @param cells how the centres lie in the sets
     * @param sets in the order in which they were published, the most wanted first
     */
    Discretion(Questionnaire questionnaire, List<Guard.Cell<UUID>> cells, List<Published> sets) {
        this.questionnaire = questionnaire;
        this.cells = cells.stream().filter(cell -> cell.hidden() > 0).toList();
        this.sets = List.copyOf(sets);
        this.sizes = sets.stream().mapToInt(set -> this.cells.stream().filter(cell -> cell.sets().contains(set.key()))
                .mapToInt(Guard.Cell::hidden).sum()).toArray();
    }

    Map<UUID, Told> told() {
        List<Map<String, Optional<String>>> placements = each(HashMap::new);
        List<Map<List<String>, Count>> counts = each(HashMap::new);
        List<List<Figures.BlockFigures>> blocks = each(ArrayList::new);
        sets.getFirst().all().blocks().stream().map(Figures.BlockFigures::id).forEach(block -> {
            placements(block, placements);
            ambitions(block, placements, counts);
            choices(block, counts);
            Level[] inspiring = levels(figures -> figures.block(block).inspiring(), true);
            Level[] priorities = levels(figures -> figures.block(block).priorities(), true);
            for (int at = 0; at < sets.size(); at++) {
                blocks.get(at).add(block(at, block, placements.get(at), counts.get(at), inspiring[at], priorities[at]));
            }
        });
        Level[] notYet = levels(Figures::notYet, true);
        Map<UUID, Told> told = new LinkedHashMap<>();
        for (int at = 0; at < sets.size(); at++) {
            Figures from = notYet[at] == Level.exact ? sets.get(at).all() : sets.get(at).named();
            told.put(sets.get(at).key(), new Told(new Figures(sets.get(at).all().centres(), blocks.get(at), from.notYet()),
                    new GroupFigures.Withheld(placements.get(at), counts.get(at))));
        }
        return told;
    }

    private <T> List<T> each(Supplier<T> fresh) {
        return sets.stream().map(set -> fresh.get()).toList();
    }

    private void placements(String block, List<Map<String, Optional<String>>> withheld) {
        for (Stage stage : questionnaire.scale().stages()) {
            Level[] levels = levels(figures -> figures.block(block).at(stage.id()), false);
            for (int at = 0; at < levels.length; at++) {
                if (levels[at] == Level.nearly_all) {
                    withheld.get(at).putIfAbsent(block, Optional.of(stage.id()));
                } else if (levels[at] == Level.not_shown) {
                    withheld.get(at).put(block, Optional.empty());
                }
            }
        }
    }

    private void ambitions(String block, List<Map<String, Optional<String>>> placements, List<Map<List<String>, Count>> withheld) {
        if (questionnaire.ambition().isEmpty()) {
            return;
        }
        for (boolean holding : new boolean[]{true, false}) {
            ToIntFunction<Figures> count = figures -> holding ? figures.block(block).holding()
                    : figures.block(block).growing().stream().mapToInt(Figures.Flow::centres).sum();
            Level[] levels = levels(count, true);
            for (int at = 0; at < levels.length; at++) {
                if (placements.get(at).containsKey(block)) {
                    withheld.get(at).put(GroupFigures.Withheld.ambition(block, holding), new Count.NotShown());
                } else if (levels[at] != Level.exact) {
                    withheld.get(at).put(GroupFigures.Withheld.ambition(block, holding), lessExactly(at, levels[at], count));
                }
            }
        }
    }

    private void choices(String block, List<Map<List<String>, Count>> withheld) {
        for (Question question : questionnaire.blockQuestions()) {
            for (Option option : question.options()) {
                ToIntFunction<Figures> count = figures -> figures.block(block).chosen(question.id(), option.id());
                Level[] levels = levels(count, true);
                for (int at = 0; at < levels.length; at++) {
                    if (levels[at] != Level.exact) {
                        withheld.get(at).put(GroupFigures.Withheld.chosen(block, question.id(), option.id()),
                                lessExactly(at, levels[at], count));
                    }
                }
            }
        }
    }

    private Count lessExactly(int at, Level level, ToIntFunction<Figures> count) {
        int named = count.applyAsInt(sets.get(at).named());
        int most = named + sizes[at];
        return switch (level) {
            case exact -> new Count.Exactly(count.applyAsInt(sets.get(at).all()));
            case few -> new Count.FewerThan(named + 2);
            case nearly_all -> new Count.AtLeast(most - 1, most == sets.get(at).all().centres());
            case not_shown -> new Count.NotShown();
        };
    }

    private Figures.BlockFigures block(int at, String id, Map<String, Optional<String>> placements, Map<List<String>, Count> counts,
            Level inspiring,
            Level priorities) {
        Figures.BlockFigures all = sets.get(at).all().block(id);
        Figures.BlockFigures named = sets.get(at).named().block(id);
        boolean ambitions = !counts.containsKey(GroupFigures.Withheld.ambition(id, true))
                && !counts.containsKey(GroupFigures.Withheld.ambition(id, false));
        List<Figures.Flow> flows = placements.containsKey(id) ? List.of() : ambitions ? all.flows() : withoutAmbition(all);
        List<Figures.Choice> choices = new ArrayList<>(all.choices().stream()
                .filter(choice -> !counts.containsKey(GroupFigures.Withheld.chosen(id, choice.question(), choice.option()))).toList());
        counts.forEach((key, count) -> {
            if (key.size() == 3 && key.getFirst().equals(id) && count.drawn() > 0) {
                choices.add(new Figures.Choice(key.get(1), key.get(2), count.drawn()));
            }
        });
        return new Figures.BlockFigures(id, flows, choices, (inspiring == Level.exact ? all : named).inspiring(),
                (priorities == Level.exact ? all : named).priorities(), (priorities == Level.exact ? all : named).points());
    }

    private List<Figures.Flow> withoutAmbition(Figures.BlockFigures block) {
        return questionnaire.scale().stages().stream().map(Stage::id).filter(stage -> block.at(stage) > 0)
                .map(stage -> new Figures.Flow(stage, null, block.at(stage))).toList();
    }

    /** For each set, how exactly a count of it can be told. @param noneTells whether that it is none says what centres answered */
    private Level[] levels(ToIntFunction<Figures> count, boolean noneTells) {
        int[] hidden = sets.stream().mapToInt(set -> count.applyAsInt(set.all()) - count.applyAsInt(set.named())).toArray();
        Level[] levels = new Level[hidden.length];
        List<Integer> exact = new ArrayList<>();
        for (int at = 0; at < hidden.length; at++) {
            levels[at] = level(at, hidden, exact, noneTells);
            if (levels[at] == Level.exact) {
                exact.add(at);
            }
        }
        return levels;
    }

    private Level level(int at, int[] hidden, List<Integer> exact, boolean noneTells) {
        if (sizes[at] == 0) {
            return Level.exact;
        }
        if (exact.size() > MOST_COMBINED || combinedTells(at, hidden, exact, noneTells)) {
            return Level.not_shown;
        }
        return !tells(hidden[at], sizes[at], noneTells) ? Level.exact : noneTells && hidden[at] <= 1 ? Level.few : Level.nearly_all;
    }

    /** Whether this set, added to and subtracted from what is told exactly, leaves centres of which the remainder tells. */
    private boolean combinedTells(int at, int[] hidden, List<Integer> exact, boolean noneTells) {
        int combinations = (int) Math.pow(3, exact.size());
        for (int combination = 0; combination < combinations; combination++) {
            int[] signs = new int[sets.size()];
            signs[at] = 1;
            int rest = combination;
            boolean alone = true;
            for (int other : exact) {
                signs[other] = rest % 3 - 1;
                rest /= 3;
                alone &= signs[other] == 0;
            }
            if (!alone && remainderTells(signs, hidden, noneTells)) {
                return true;
            }
        }
        return false;
    }

    private boolean remainderTells(int[] signs, int[] hidden, boolean noneTells) {
        int times = 0;
        int centres = 0;
        for (Guard.Cell<UUID> cell : cells) {
            int value = 0;
            for (int at = 0; at < signs.length; at++) {
                value += cell.sets().contains(sets.get(at).key()) ? signs[at] : 0;
            }
            if (value != 0 && times != 0 && value != times) {
                return false;
            }
            times = value == 0 ? times : value;
            centres += value == 0 ? 0 : cell.hidden();
        }
        int sum = 0;
        for (int at = 0; at < signs.length; at++) {
            sum += signs[at] * hidden[at];
        }
        return times != 0 && tells(sum / times, centres, noneTells);
    }

    private static boolean tells(int hidden, int centres, boolean noneTells) {
        return hidden >= centres - 1 || noneTells && hidden <= 1;
    }
}
