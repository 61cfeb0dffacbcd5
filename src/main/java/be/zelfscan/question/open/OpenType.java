package be.zelfscan.question.open;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Widget;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A text of several lines, which questions can help to write. */
@Singleton
public class OpenType implements QuestionType {
    private static final int LINES = 6;
    private static final List<String> TEXTS = List.of("Kort.", "We zaaien in maart.\nWe oogsten in juli. 🙂", "=SOM(A1:A9)",
            "{block} & <b>co</b>");

    /**
     * @param prompts questions that help to answer
     * @param lines how many lines the text is given on paper
     */
    @Serdeable
    public record Own(@Nullable List<String> prompts, @Nullable Integer lines) {
        public Own {
            prompts = prompts == null ? List.of() : List.copyOf(prompts);
            lines = lines == null ? Integer.valueOf(LINES) : lines;
        }
    }

    @Override
    public String id() {
        return "open";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public boolean isTyped(Question question) {
        return true;
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        String text = fields.typed(Fields.TEXT);
        return text.isBlank() ? Optional.empty() : Optional.of(new Answer.Written(text));
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        return answer instanceof Answer.Written written ? AnswerProblem.tooLong(written.text())
                : List.of(new AnswerProblem.OutsideOptions(question));
    }

    /** Every question that helps with lines of its own. */
    @Override
    public List<Widget> blank(Question question, Instrument in) {
        Own own = (Own) question.own();
        return own.prompts().isEmpty() ? List.of(new Widget.Lines("", own.lines()))
                : own.prompts().stream().<Widget>map(prompt -> new Widget.Lines(prompt, Math.max(2, own.lines() / own.prompts().size())))
                        .toList();
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        return new Answer.Written(TEXTS.get(random.nextInt(TEXTS.size())));
    }
}
