package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two people made of the same table, from the same revision, when each worked in rows of their own. Pure. */
record MergedAnswer(Optional<Answer> answer, String note, Aside aside) {
    private static final Answer.Rows NONE = new Answer.Rows(List.of());

    /**
     * Both together.
     *
     * @param base from which both started
     * @return empty when both changed the same row, or the note; also for answers that have no rows
     */
    static Optional<MergedAnswer> of(GivenAnswer base, SaveAnswers.Posted mine, GivenAnswer theirs) {
        List<Optional<Answer>> all = List.of(base.answer(), mine.answer(), theirs.answer());
        if (all.stream().allMatch(Optional::isEmpty)
                || !all.stream().flatMap(Optional::stream).allMatch(Answer.Rows.class::isInstance)) {
            return Optional.empty();
        }
        Optional<String> note = note(base.note(), mine.note(), theirs.note());
        Optional<Aside> aside = merged(base.aside().fields(), mine.aside().fields(), theirs.aside().fields()).map(Aside::new);
        return mergedRows(rows(base.answer()), rows(mine.answer()), rows(theirs.answer()))
                .flatMap(rows -> note.flatMap(oneNote -> aside.map(oneAside -> new MergedAnswer(
                        rows.rows().isEmpty() ? Optional.empty() : Optional.of(rows), oneNote, oneAside))));
    }

    private static Answer.Rows rows(Optional<Answer> answer) {
        return answer.map(given -> (Answer.Rows) given).orElse(NONE);
    }

    private static Optional<String> note(String base, String mine, String theirs) {
        return mine.equals(theirs) || theirs.equals(base) ? Optional.of(mine)
                : mine.equals(base) ? Optional.of(theirs) : Optional.empty();
    }

    /** Whether an answer is this one. */
    boolean isIn(GivenAnswer given) {
        return given.sameContent(answer, note, aside);
    }

    /**
     * Both changes of a table together: a row that one of them added, changed or took away is so in the result too, as long as the other
     * one left it as it was.
     *
     * @param base from which both started
     * @return empty when both changed the same row, each in another way
     */
    static Optional<Answer.Rows> mergedRows(Answer.Rows base, Answer.Rows mine, Answer.Rows theirs) {
        return merged(byKey(base), byKey(mine), byKey(theirs)).map(merged -> new Answer.Rows(List.copyOf(merged.values())));
    }

    private static SequencedMap<String, Answer.Rows.Row> byKey(Answer.Rows rows) {
        return rows.rows().stream()
                .collect(Collectors.toMap(Answer.Rows.Row::key, Function.identity(), (one, again) -> again, LinkedHashMap::new));
    }

    /**
     * The same for anything that has keys. The order is that of whoever changed the order; what the other one added comes after it.
     *
     * @return empty when both changed what stands under one key, each in another way
     */
    private static <V> Optional<SequencedMap<String, V>> merged(Map<String, V> base, Map<String, V> mine, Map<String, V> theirs) {
        boolean moved = !keepsOrder(base, mine) || List.copyOf(theirs.keySet()).equals(List.copyOf(base.keySet()));
        Map<String, V> first = moved ? mine : theirs;
        Map<String, V> second = moved ? theirs : mine;
        SequencedMap<String, V> merged = new LinkedHashMap<>();
        for (String key : Stream.of(first, second, base).flatMap(one -> one.keySet().stream()).distinct().toList()) {
            Optional<V> was = Optional.ofNullable(base.get(key));
            Optional<V> here = Optional.ofNullable(mine.get(key));
            Optional<V> there = Optional.ofNullable(theirs.get(key));
            if (!here.equals(there) && !here.equals(was) && !there.equals(was)) {
                return Optional.empty();
            }
            (here.equals(was) ? there : here).ifPresent(value -> merged.put(key, value));
        }
        return Optional.of(merged);
    }

    private static boolean keepsOrder(Map<String, ?> base, Map<String, ?> mine) {
        return common(base, mine).equals(common(mine, base));
    }

    private static List<String> common(Map<String, ?> ordered, Map<String, ?> other) {
        return ordered.keySet().stream().filter(other::containsKey).toList();
    }
}
