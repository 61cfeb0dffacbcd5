package be.zelfscan.question.statement;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.OneAnswerType;
import be.zelfscan.question.Option;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.Widget;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far one agrees with a proposition. The codes are the numbers of the labels from 1, or {@code no-opinion}. */
@Singleton
public class StatementType extends OneAnswerType {
    private static final List<String> LABELS = List.of("Helemaal niet akkoord", "Eerder niet akkoord", "Eerder akkoord",
            "Helemaal akkoord");

    /**
     * @param statement the proposition
     * @param labels how far one agrees, in order
     * @param noOpinion label of having no opinion; null when that is not offered
     */
    @Serdeable
    public record Own(String statement, @Nullable List<String> labels, @Nullable String noOpinion) {
        public Own {
            labels = labels == null ? LABELS : List.copyOf(labels);
        }
    }

    @Override
    public String id() {
        return "statement";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    @Override
    public List<Option> options(Question question) {
        List<Option> options = new ArrayList<>(Option.numbered(own(question).labels()));
        if (own(question).noOpinion() != null) {
            options.add(Option.of("no-opinion", own(question).noOpinion()));
        }
        return options;
    }

    /** The proposition stands with the answer, which says little without it. */
    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        return super.parts(question, answer, in).stream()
                .map(part -> new Part(part.code(), part.label(), part.typed(), "‘" + own(question).statement() + "’", part.beside()))
                .toList();
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return Stream.concat(Stream.of(new Widget.Text("‘" + own(question).statement() + "’")), super.blank(question, in).stream())
                .toList();
    }
}
