package be.zelfscan.question.blocks;

import be.zelfscan.question.Answer;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Part;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Widget;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Distinct building blocks in order of importance. The codes of the answer are the blocks by place, the first first; an empty code stands where a place
 * was left open, which is never so in what was sent.
 */
@Singleton
public class BlockRankingType implements QuestionType {
    public static final String ID = "block-ranking";
    private static final String NUMBER = "{number}";

    /** @param item label of one place in the order; {@code {number}} stands for its number, from 1 */
    @Serdeable
    public record Own(int min, int max, String item) {
        public String item(int place) {
            return item.replace(NUMBER, String.valueOf(place));
        }
    }

    /** A place of the order was left open, with something behind it. */
    public record OpenPlace(String place) implements BlockProblem {
        @Override
        public String sentence() {
            return "‘" + place + "’ is nog leeg. Vul dat in, of schuif op wat erna komt.";
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.section, Place.block);
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        BlockProblem.checkRange(pointer, own(question).min(), own(question).max(), in, faults);
        if (!own(question).item().contains(NUMBER)) {
            faults.add(pointer + "/item", "the label '%s' has no {number}".formatted(own(question).item()),
                    "the placeholder {number} in it");
        }
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        if (fields.choices().isEmpty()) {
            return Optional.empty();
        }
        List<String> places = new ArrayList<>(fields.raw(Fields.CHOICE));
        while (!places.isEmpty() && places.getLast().isEmpty()) {
            places.removeLast();
        }
        return Optional.of(new Answer.Coded(places));
    }

    @Override
    public int least(Question question) {
        return own(question).min();
    }

    @Override
    public int most(Question question) {
        return own(question).max();
    }

    /** The block at a place, from 1; empty when none is. */
    public static String at(Answer answer, int place) {
        List<String> blocks = BlockProblem.codes(answer);
        return place <= blocks.size() ? blocks.get(place - 1) : "";
    }

    /** The blocks that were put somewhere. */
    private static List<String> placed(Answer answer) {
        return BlockProblem.codes(answer).stream().filter(block -> !block.isEmpty()).toList();
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        int max = own(question).max();
        List<AnswerProblem> problems = BlockProblem.of(question, placed(answer), max, asked.in());
        if (coded.codes().size() > max && placed(answer).size() <= max) {
            problems.add(new BlockProblem.TooMany(max));
        }
        return problems;
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>();
        if (placed(answer).size() < own(question).min()) {
            problems.add(new BlockProblem.TooFew(own(question).min()));
        }
        int open = BlockProblem.codes(answer).indexOf("");
        if (open >= 0) {
            problems.add(new OpenPlace(own(question).item(open + 1)));
        }
        return problems;
    }

    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        List<String> blocks = BlockProblem.codes(answer);
        return IntStream.range(0, blocks.size()).filter(i -> !blocks.get(i).isEmpty())
                .mapToObj(i -> new Part(blocks.get(i), in.sectionTitle(blocks.get(i)), "", own(question).item(i + 1), "")).toList();
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        Map<String, String> titles = new LinkedHashMap<>();
        in.blockOptions().forEach((Option block) -> titles.put(block.id(), block.label()));
        return IntStream.rangeClosed(1, own(question).max())
                .mapToObj(place -> new Column("." + place, own(question).item(place), Column.Kind.code, titles,
                        "het centrum koos er minder", answer -> new Column.Value.Written(at(answer, place)), (version, asked) -> true))
                .toList();
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return new ApiAnswer.Ranked(BlockProblem.codes(answer));
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return List.of(new Widget.Places(IntStream.rangeClosed(1, own(question).max()).mapToObj(own(question)::item).toList()));
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        return new Answer.Coded(BlockProblem.random(random, own(question).min(), own(question).max(), asked.in()));
    }
}
