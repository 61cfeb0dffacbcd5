package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a page posted into answers. The fields of a question are {@code <question>.revision} (the revision that the page was made from, without
 * which nothing of the question is saved), {@code .note}, {@code .clear} to take the choice back, after a conflict {@code .mine} or {@code .theirs} with
 * the revision that was chosen against or for, and those of its type. Pure: judges nothing, forgets nothing.
 */
final class AnswerForm {
    /**
     * One question as it was posted.
     *
     * @param shown the revision that the page was made from; empty when that is not said, or not clearly
     * @param over the newer revision over which one's own answer was chosen, after a conflict
     * @param aside what the page held that is not part of the answer
     * @param theirs whether the answer of somebody else was chosen over one's own
     */
    record Posted(Question question, Optional<Integer> shown, Optional<Integer> over, Optional<Answer> answer, String note, Aside aside,
            boolean theirs) {
        /** The revision that it may replace, 0 for none. */
        int base() {
            return over.or(() -> shown).orElse(0);
        }
    }

    private final Map<String, List<String>> posted;

    AnswerForm(Map<String, List<String>> posted) {
        this.posted = posted;
    }

    /** The questions that were on the page, in the order of the definition. */
    List<Posted> posted(List<Question> questions) {
        return questions.stream().filter(question -> Fields.of(posted, question.id()).any()).map(this::posted).toList();
    }

    private Posted posted(Question question) {
        Fields fields = Fields.of(posted, question.id());
        return new Posted(question, revision(fields, "revision"), revision(fields, "mine"), question.read(fields),
                question.hasNote() ? fields.typed("note") : "", new Aside(question.beside(fields)),
                !fields.first("theirs").isEmpty());
    }

    private static Optional<Integer> revision(Fields fields, String field) {
        List<String> values = fields.raw(field);
        return values.size() == 1 && values.getFirst().matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(values.getFirst()))
                : Optional.empty();
    }
}
