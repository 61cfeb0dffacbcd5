package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.MergedRows;
import java.util.List;
import java.util.Optional;

/** What two people made of the same table, from the same revision, when each worked in rows of their own. Pure. */
record MergedAnswer(Optional<Answer> answer, String note, Aside aside) {
    private static final Answer.Rows NONE = new Answer.Rows(List.of());

    /**
     * Both together.
     *
     * @param base from which both started
     * @return empty when both changed the same row, or the note; also for answers that have no rows
     */
    static Optional<MergedAnswer> of(GivenAnswer base, AnswerForm.Posted mine, GivenAnswer theirs) {
        List<Optional<Answer>> all = List.of(base.answer(), mine.answer(), theirs.answer());
        if (all.stream().allMatch(Optional::isEmpty) || !all.stream().flatMap(Optional::stream).allMatch(Answer.Rows.class::isInstance)) {
            return Optional.empty();
        }
        Optional<String> note = note(base.note(), mine.note(), theirs.note());
        Optional<Aside> aside = MergedRows.of(base.aside().fields(), mine.aside().fields(), theirs.aside().fields()).map(Aside::new);
        return MergedRows.of(rows(base.answer()), rows(mine.answer()), rows(theirs.answer()))
                .flatMap(rows -> note.flatMap(oneNote -> aside.map(oneAside -> new MergedAnswer(
                        rows.rows().isEmpty() ? Optional.empty() : Optional.of(rows), oneNote, oneAside))));
    }

    private static Answer.Rows rows(Optional<Answer> answer) {
        return answer.map(given -> (Answer.Rows) given).orElse(NONE);
    }

    private static Optional<String> note(String base, String mine, String theirs) {
        return mine.equals(theirs) || theirs.equals(base) ? Optional.of(mine) : mine.equals(base) ? Optional.of(theirs) : Optional.empty();
    }

    /** Whether an answer is this one. */
    boolean isIn(GivenAnswer given) {
        return given.sameContent(answer, note, aside);
    }
}
