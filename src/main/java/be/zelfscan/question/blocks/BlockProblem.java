package be.zelfscan.question.blocks;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What can be wrong where building blocks are picked, and how they are judged. */
public interface BlockProblem extends AnswerProblem {
    /** The same block twice. */
    record Twice(String title, Word block) implements BlockProblem {
        @Override
        public String sentence() {
            return "‘" + title + "’ staat er twee keer. Kies " + block.everyOne() + " maar één keer.";
        }
    }

    /** Fewer blocks than asked. */
    record TooFew(int min, Word block) implements BlockProblem {
        @Override
        public String sentence() {
            return "Kies minstens " + (min == 1 ? "één " + block.one() : min + " " + block.many()) + ".";
        }
    }

    /** More blocks than asked. */
    record TooMany(int max, Word block) implements BlockProblem {
        @Override
        public String sentence() {
            return "Kies hoogstens " + (max == 1 ? "één " + block.one() : max + " " + block.many()) + ".";
        }
    }

    /** Why these blocks cannot be kept; empty when they can. */
    static List<AnswerProblem> of(Question question, List<String> blocks, int max, Instrument in) {
        List<AnswerProblem> problems = new ArrayList<>();
        Set<String> known = new HashSet<>(in.blockOptions().stream().map(Option::id).toList());
        Set<String> seen = new HashSet<>();
        for (String block : blocks) {
            if (!known.contains(block)) {
                problems.add(new OutsideOptions(question));
            } else if (!seen.add(block)) {
                problems.add(new Twice(in.sectionTitle(block), in.words().block()));
            }
        }
        if (blocks.size() > max) {
            problems.add(new TooMany(max, in.words().block()));
        }
        return problems;
    }

    /** Adds what is wrong with how many blocks are asked. */
    static void checkRange(String pointer, int min, int max, Instrument in, Faults faults) {
        int blocks = in.blockOptions().size();
        if (min > max) {
            faults.add(pointer + "/max", "the most (%d) is less than the least (%d)".formatted(max, min), "at least " + min);
        }
        if (max > blocks) {
            faults.add(pointer + "/max", "%d blocks are asked, the instrument has %d".formatted(max, blocks), "at most " + blocks);
        }
    }

    /** The codes of an answer; none of another shape. */
    static List<String> codes(Answer answer) {
        return answer instanceof Answer.Coded coded ? coded.codes() : List.of();
    }

    /** Some blocks, at least and at most so many. */
    static List<String> random(RandomGenerator random, int min, int max, Instrument in) {
        List<String> ids = new ArrayList<>(in.blockOptions().stream().map(Option::id).toList());
        Collections.shuffle(ids, new Random(random.nextLong()));
        return List.copyOf(ids.subList(0, Math.min(ids.size(), min + random.nextInt(max - min + 1))));
    }
}
