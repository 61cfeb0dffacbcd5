package be.zelfscan.question.blocks;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.ranking.RankingType;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Building blocks in order of importance. */
@Singleton
public class BlockRankingType extends RankingType {
    public static final String ID = "block-ranking";

    /** @param item label of one place in the order */
    @Serdeable
    public record Own(int min, int max, String item) implements Places {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.section, Place.block);
    }

    @Override
    protected List<Option> things(Question question, Instrument in) {
        return in.blockOptions();
    }

    @Override
    protected AnswerProblem twice(String label, Instrument in) {
        return new BlockProblem.Twice(label, in.words().block());
    }

    @Override
    protected AnswerProblem tooFew(int min, Instrument in) {
        return new BlockProblem.TooFew(min, in.words().block());
    }

    @Override
    protected AnswerProblem tooMany(int max, Instrument in) {
        return new BlockProblem.TooMany(max, in.words().block());
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        BlockProblem.checkRange(pointer, least(question), most(question), in, faults);
        super.check(question, pointer, in, faults);
    }

    @Override
    public String label(Question question, String code, Instrument in) {
        return in.sectionTitle(code);
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return new ApiAnswer.Ranked(BlockProblem.codes(answer));
    }
}
