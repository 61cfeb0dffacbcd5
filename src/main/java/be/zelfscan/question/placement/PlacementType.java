package be.zelfscan.question.placement;

import be.zelfscan.question.Answer;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.Widget;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Places a building block on the stages of the instrument. The code of the answer is the stage. */
@Singleton
public class PlacementType implements QuestionType {
    public static final String ID = "placement";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String use() {
        return Use.PLACEMENT;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.block);
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        List<String> choices = fields.choices();
        return choices.isEmpty() ? Optional.empty() : Optional.of(new Answer.Coded(choices));
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Coded coded) || !coded.codes().stream().allMatch(code -> asked.in().stageOf(code).isPresent())) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        return coded.codes().size() == 1 ? List.of() : List.of(new AnswerProblem.MoreThanOne());
    }

    @Override
    public boolean canBeCleared(Question question) {
        return true;
    }

    @Override
    public String label(Question question, String code, Instrument in) {
        return in.stageOf(code).map(Stage::label).orElse(code);
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        Map<String, String> stages = new LinkedHashMap<>();
        in.stages().forEach(stage -> stages.put(stage.id(), stage.label()));
        return List.of(Column.of("", Column.TITLE, Column.Kind.code, stages, Column::codes));
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return new ApiAnswer.Placed(((Answer.Coded) answer).codes().getFirst());
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return List.of(new Widget.Stages());
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        List<Stage> stages = asked.in().stages();
        return Answer.Coded.of(stages.get(random.nextInt(stages.size())).id());
    }
}
