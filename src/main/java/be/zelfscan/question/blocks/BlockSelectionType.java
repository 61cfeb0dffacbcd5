package be.zelfscan.question.blocks;

import be.zelfscan.question.Answer;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Part;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Widget;
import be.zelfscan.question.Word;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A few building blocks, or "not yet": two ways to answer. The codes of the answer are the blocks that are picked; {@link #NOT_YET}; and
 * behind it the blocks that are considered. No code at all says that blocks will be picked.
 */
@Singleton
public class BlockSelectionType implements QuestionType {
    public static final String ID = "block-selection";
    /** Stands for having no block to pick yet; no block has this id. */
    public static final String NOT_YET = "not-yet";
    /** What a form posts for the other way. */
    public static final String PICKED = "picked";
    /** The field of which way it is. */
    private static final String WAY = "way";
    /** The field of the blocks that are considered. */
    private static final String CONSIDERED = "considered";

    /**
     * @param picked label of the way that opens the choice of blocks; empty in an instrument that shows the blocks at once, with "not yet"
     *         below them
     */
    @Serdeable
    public record Own(int min, int max, NotYet notYet, String picked) {
        public Own {
            picked = picked == null ? "" : picked;
        }

        /** Whether one first says which way it is, and only the one of blocks asks more. */
        public boolean hasTwoWays() {
            return !picked.isEmpty();
        }
    }

    /**
     * The way out.
     *
     * @param considered label of the optional choice of blocks that goes with it; empty when it asks nothing more
     */
    @Serdeable
    public record NotYet(String label, String considered) {
        public NotYet {
            considered = considered == null ? "" : considered;
        }

        public boolean asksMore() {
            return !considered.isEmpty();
        }
    }

    /** "Not yet" together with picked blocks. */
    public record NotYetWithBlocks(Word block) implements BlockProblem {
        @Override
        public String sentence() {
            return "Je koos ‘nog niet’ en ook " + block.many() + ". Kies het ene of het andere.";
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

    @Override
    public Set<String> reservedIds() {
        return Set.of(NOT_YET);
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
        if (own(question).hasTwoWays() && own(question).notYet().asksMore()) {
            faults.add(pointer + "/notYet/considered", "'not yet' asks for blocks beside the way that opens them",
                    "either 'picked' or 'considered'");
        }
    }

    /** The blocks that an answer picks. */
    public static List<String> picked(Answer answer) {
        return BlockProblem.codes(answer).stream().takeWhile(code -> !code.equals(NOT_YET)).toList();
    }

    /** The blocks that an answer considers beside "not yet". */
    public static List<String> considered(Answer answer) {
        return BlockProblem.codes(answer).stream().dropWhile(code -> !code.equals(NOT_YET)).skip(1).toList();
    }

    /** The blocks to show as picked: those of the answer, or those behind a way that is not chosen now. */
    public static List<String> shown(Optional<Answer> answer, Map<String, List<String>> beside) {
        List<String> picked = answer.map(BlockSelectionType::picked).orElse(List.of());
        return picked.isEmpty() ? beside.getOrDefault(Fields.CHOICE, List.of()) : picked;
    }

    /** The blocks to show as considered. */
    public static List<String> shownConsidered(Optional<Answer> answer, Map<String, List<String>> beside) {
        List<String> considered = answer.map(BlockSelectionType::considered).orElse(List.of());
        return considered.isEmpty() ? beside.getOrDefault(CONSIDERED, List.of()) : considered;
    }

    public static boolean isNotYet(Answer answer) {
        return BlockProblem.codes(answer).contains(NOT_YET);
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        Own own = own(question);
        if (saysWay(own, fields) && way(own, fields).isEmpty()) {
            return Optional.empty();
        }
        boolean notYet = isNotYet(own, fields);
        List<String> codes = new ArrayList<>(notYet && own.hasTwoWays() ? List.of() : blocks(fields.choices()));
        if (codes.isEmpty() && !notYet && way(own, fields).isEmpty()) {
            return Optional.empty();
        }
        if (notYet) {
            codes.add(NOT_YET);
            codes.addAll(own.notYet().asksMore() ? fields.all(CONSIDERED) : List.of());
        }
        return Optional.of(new Answer.Coded(codes));
    }

    /** Whether the page asked which of two ways it is; what comes without a page can leave that out. */
    private static boolean saysWay(Own own, Fields fields) {
        return own.hasTwoWays() && fields.has(WAY);
    }

    /** Which of two ways was said; empty when none was. */
    private static String way(Own own, Fields fields) {
        return saysWay(own, fields) && !fields.cleared() ? fields.all(WAY).stream().findFirst().orElse("") : "";
    }

    private static boolean isNotYet(Own own, Fields fields) {
        String way = way(own, fields);
        return way.isEmpty() ? fields.choices().contains(NOT_YET) : way.equals(NOT_YET);
    }

    private static List<String> blocks(List<String> choices) {
        return choices.stream().filter(choice -> !choice.equals(NOT_YET)).toList();
    }

    @Override
    public Map<String, List<String>> fields(Question question, Answer answer) {
        if (own(question).hasTwoWays()) {
            return Map.of(WAY, List.of(isNotYet(answer) ? NOT_YET : PICKED), Fields.CHOICE, picked(answer));
        }
        return Map.of(Fields.CHOICE, Stream.concat(picked(answer).stream(), Stream.of(NOT_YET).filter(way -> isNotYet(answer))).toList(),
                CONSIDERED, considered(answer));
    }

    @Override
    public int least(Question question) {
        return own(question).min();
    }

    @Override
    public int most(Question question) {
        return own(question).max();
    }

    @Override
    public Optional<String> nothing(Question question) {
        return Optional.of(NOT_YET);
    }

    /** The blocks behind a way that was not chosen. */
    @Override
    public Map<String, List<String>> beside(Question question, Fields fields) {
        Own own = own(question);
        Map<String, List<String>> kept = new HashMap<>();
        List<String> shown = blocks(fields.all(Fields.CHOICE));
        boolean picking = read(question, fields).filter(answer -> picked(answer).equals(shown)).isPresent();
        if (own.hasTwoWays() && !picking && !shown.isEmpty() && !fields.cleared()) {
            kept.put(Fields.CHOICE, shown);
        }
        if (own.notYet().asksMore() && !fields.choices().contains(NOT_YET) && !fields.all(CONSIDERED).isEmpty()) {
            kept.put(CONSIDERED, fields.all(CONSIDERED));
        }
        return kept;
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        Own own = own(question);
        List<AnswerProblem> problems = new ArrayList<>(BlockProblem.of(question, picked(answer), own.max(), asked.in()));
        problems.addAll(BlockProblem.of(question, considered(answer), own.notYet().asksMore() ? asked.in().blockOptions().size() : 0,
                asked.in()));
        if (isNotYet(answer) && !picked(answer).isEmpty()) {
            problems.add(new NotYetWithBlocks(asked.in().words().block()));
        }
        return problems;
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Map<String, List<String>> beside, Asked asked) {
        int all = asked.in().blockOptions().size();
        return beside.values().stream().flatMap(blocks -> BlockProblem.of(question, blocks, all, asked.in()).stream()).toList();
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        return !isNotYet(answer) && picked(answer).size() < own(question).min()
                ? List.of(new BlockProblem.TooFew(own(question).min(), asked.in().words().block()))
                : List.of();
    }

    @Override
    public boolean canBeCleared(Question question) {
        return own(question).hasTwoWays();
    }

    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        if (!isNotYet(answer)) {
            return picked(answer).stream().map(block -> Part.of(block, in.sectionTitle(block))).toList();
        }
        NotYet notYet = own(question).notYet();
        return Stream.concat(Stream.of(Part.of(NOT_YET, notYet.label())),
                considered(answer).stream().map(block -> new Part(block, in.sectionTitle(block), "", "", notYet.considered()))).toList();
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        NotYet notYet = own(question).notYet();
        Stream<Column> picked = in.blockOptions().stream()
                .map(block -> Column.yesOrNo("." + block.id(), Column.TITLE + ": " + block.label(),
                        answer -> picked(answer).contains(block.id()),
                        (version, asked) -> has(version, block.id())));
        Stream<Column> none = Stream.of(Column.yesOrNo("." + NOT_YET, Column.TITLE + ": " + notYet.label(), BlockSelectionType::isNotYet,
                (version, asked) -> true));
        Stream<Column> considered = in.blockOptions().stream().filter(block -> notYet.asksMore())
                .map(block -> Column.yesOrNo("." + NOT_YET + "." + block.id(),
                        Column.TITLE + ", nog niet; " + notYet.considered() + ": " + block.label(),
                        answer -> considered(answer).contains(block.id()),
                        (version, asked) -> own(asked).notYet().asksMore() && has(version, block.id())));
        return Stream.of(picked, none, considered).flatMap(columns -> columns).toList();
    }

    private static boolean has(Instrument version, String block) {
        return version.blockOptions().stream().map(Option::id).anyMatch(block::equals);
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return new ApiAnswer.Selected(picked(answer), isNotYet(answer), considered(answer));
    }

    @Override
    public List<Fact> facts(Question question, Answer answer) {
        return Fact.chosen(question, isNotYet(answer) ? List.of(NOT_YET) : picked(answer));
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        Own own = own(question);
        Widget blocks = new Widget.Boxes(in.blockOptions().stream().map(Option::label).toList());
        if (own.hasTwoWays()) {
            return List.of(new Widget.Boxes(List.of(own.notYet().label(), own.picked())), blocks);
        }
        Widget none = new Widget.Boxes(List.of(own.notYet().label()));
        return own.notYet().asksMore() ? List.of(blocks, none, new Widget.Lines(own.notYet().considered(), 2)) : List.of(blocks, none);
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        Own own = own(question);
        if (random.nextInt(3) > 0) {
            return new Answer.Coded(BlockProblem.random(random, own.min(), own.max(), asked.in()));
        }
        List<String> codes = new ArrayList<>(List.of(NOT_YET));
        codes.addAll(own.notYet().asksMore() ? BlockProblem.random(random, 0, Math.min(2, asked.in().blockOptions().size()), asked.in())
                : List.of());
        return new Answer.Coded(codes);
    }
}
