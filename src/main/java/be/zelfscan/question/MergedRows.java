package be.zelfscan.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a table in which two people worked at once: a row that one of them added, changed or took away is so in the result too, as long as
 * the other one left it as it was. Pure.
 */
public final class MergedRows {
    private MergedRows() {}

    /**
     * Both changes together.
     *
     * @param base from which both started
     * @return empty when both changed the same row, each in another way
     */
    public static Optional<Answer.Rows> of(Answer.Rows base, Answer.Rows mine, Answer.Rows theirs) {
        return of(byKey(base), byKey(mine), byKey(theirs)).map(merged -> new Answer.Rows(List.copyOf(merged.values())));
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
    public static <V> Optional<SequencedMap<String, V>> of(Map<String, V> base, Map<String, V> mine, Map<String, V> theirs) {
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
