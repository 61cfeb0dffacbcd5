package be.zelfscan.comparison;

import java.util.List;
import java.util.Map;

/**
 * What was counted by hand of {@link HandComputedRound}, as hand-computed-figures.json holds it: the rules of counting stand in the file.
 * Groups are "net", the letters of the school groups, and "A+B" for their union; blocks, stages and options are those of the questionnaire,
 * centres are numbers.
 *
 * @param change of the centres that sent in both rounds, by group
 * @param changeOfCentres the same by number of the centre, then by block
 * @param formerPriorities what became of the priorities of the earlier round, by number of the centre
 * @param inspiration by block
 * @param viewers who may see which distributions of the round
 */
public record HandComputedFigures(String how, Map<String, String> rules, int minimumGroupSize, Map<String, Group> round,
        Map<String, Group> earlier, Map<String, Change> change, Map<String, Map<String, StageChange>> changeOfCentres,
        Map<String, List<FormerPriority>> formerPriorities, Map<String, Inspiration> inspiration, List<Viewer> viewers,
        List<Viewer> earlierViewers, NoteSearch noteSearch) {

    /**
     * The figures of a group of centres.
     *
     * @param n how many of them count
     * @param notSent which of them take part and do not count
     * @param notYet how many have no inspiring practice yet
     */
    public record Group(int n, List<Integer> centres, List<Integer> notSent, int notYet, Map<String, Block> blocks) {
        public Block block(String id) {
            return blocks.get(id);
        }
    }

    /**
     * The figures of one block; each map has every stage or option, also those that nobody chose.
     *
     * @param percentages of the stages, as shown
     * @param flows only those that occur
     */
    public record Block(Map<String, Integer> stages, Map<String, Integer> percentages, List<Flow> flows, Map<String, Integer> motive,
            Map<String, Integer> levers, Map<String, Integer> bottlenecks, Map<String, Integer> differences, int inspiring,
            Priority priority) {
        /** How many centres want to go from a stage to another, or hold it. */
        public int flow(String from, String to) {
            return flows.stream().filter(flow -> flow.from().equals(from) && flow.to().equals(to)).mapToInt(Flow::count).sum();
        }
    }

    public record Flow(String from, String to, int count) {}

    /** @param places how many centres put it first, second, and so on */
    public record Priority(int count, int points, List<Integer> places) {}

    public record Change(int n, List<Integer> centres, Map<String, Directions> blocks) {}

    /** Which centres stand at a later, the same or an earlier stage than then. */
    public record Directions(List<Integer> later, List<Integer> same, List<Integer> earlier) {}

    /** @param direction later, same or earlier */
    public record StageChange(String then, String now, String direction) {}

    /** @param placeNow 0 when it is no priority any more */
    public record FormerPriority(int place, String block, String stageThen, String ambitionThen, String stageNow, String direction,
            int placeNow) {}

    /** Which centres offer a practice, and which made the block a priority. */
    public record Inspiration(List<Integer> inspire, List<Integer> seek) {}

    /**
     * Somebody, and what the guard does for them.
     *
     * @param role member, leader or support
     * @param of the number of the centre or the letter of the school group; empty for support
     * @param byName the centres that they see by name
     * @param shown the groups whose distributions they see
     * @param hidden those of their groups, the net among them, whose distributions they do not see
     */
    public record Viewer(String viewer, String role, String of, List<Integer> byName, List<String> shown, List<String> hidden, String why) {
        @Override
        public String toString() {
            return viewer;
        }
    }

    /** @param hits by query */
    public record NoteSearch(String how, Map<String, List<Hit>> hits) {}

    public record Hit(int centre, String block, String question) {}
}
