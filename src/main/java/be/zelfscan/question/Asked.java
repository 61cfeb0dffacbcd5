package be.zelfscan.question;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is known when an answer is judged: the instrument, and what is answered to the other questions of the section.
 *
 * @param given the answer to a question of the same section, by its id
 */
public record Asked(Instrument in, String section, Function<String, Optional<Answer>> given) {

    /** The stage that was chosen for the block; empty when none was, or when the instrument has none. */
    public Optional<Stage> stage() {
        return in.placing().flatMap(question -> given.apply(question.id()))
                .flatMap(answer -> answer instanceof Answer.Coded coded && coded.codes().size() == 1 ? in.stageOf(coded.codes().getFirst())
                        : Optional.empty());
    }
}
