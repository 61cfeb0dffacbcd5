package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Answer.Rows;
import be.zelfscan.question.Answer.Rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two people in one table: what becomes of both their changes. */
class MergedAnswerTest {
    @Test
    void rowsThatBothAddedAreBothThere() {
        assertThat(merged(rows("a1"), rows("a1", "b1"), rows("a1", "c1"))).contains(rows("a1", "c1", "b1"));
    }

    @Test
    void whatOneChangedAndTheOtherLeftIsChanged() {
        assertThat(merged(rows("a1", "b1"), rows("a2", "b1"), rows("a1", "b2"))).contains(rows("a2", "b2"));
    }

    @Test
    void whatOneTookAwayAndTheOtherLeftIsAway() {
        assertThat(merged(rows("a1", "b1", "c1"), rows("b1", "c1"), rows("a1", "b1"))).contains(rows("b1"));
    }

    @Test
    void whatBothChangedIsAConflict() {
        assertThat(merged(rows("a1"), rows("a2"), rows("a3"))).isEmpty();
        assertThat(merged(rows("a1"), rows(), rows("a3"))).as("away, and changed").isEmpty();
        assertThat(merged(rows("a1"), rows("a2"), rows())).as("changed, and away").isEmpty();
    }

    @Test
    void whatBothChangedInTheSameWayIsNone() {
        assertThat(merged(rows("a1", "b1"), rows("a2"), rows("a2"))).contains(rows("a2"));
    }

    @Test
    void theOrderIsThatOfWhoeverMovedARow() {
        assertThat(merged(rows("a1", "b1"), rows("b1", "a1"), rows("a1", "b2"))).contains(rows("b2", "a1"));
        assertThat(merged(rows("a1", "b1"), rows("a2", "b1"), rows("b1", "a1", "c1"))).contains(rows("b1", "a2", "c1"));
    }

    @Property
    void nothingThatEitherTypedDisappears(@ForAll("tables") Rows base, @ForAll("tables") Rows mine, @ForAll("tables") Rows theirs) {
        merged(base, mine, theirs).ifPresent(merged -> {
            assertThat(merged.rows()).containsAll(without(mine, base)).containsAll(without(theirs, base)).doesNotHaveDuplicates();
            assertThat(merged.rows()).extracting(Row::key).doesNotHaveDuplicates();
            assertThat(merged.rows()).as("nothing comes from nowhere").isSubsetOf(both(mine.rows(), theirs.rows()));
            assertThat(merged.rows()).as("what one took away stays away")
                    .allSatisfy(row -> assertThat(base.rows().contains(row) && !(mine.rows().contains(row) && theirs.rows().contains(row)))
                            .isFalse());
        });
    }

    @Property
    void whoIsFirstMakesNoDifferenceToWhatIsThere(@ForAll("tables") Rows base, @ForAll("tables") Rows mine,
            @ForAll("tables") Rows theirs) {
        Optional<Rows> one = merged(base, mine, theirs);
        Optional<Rows> other = merged(base, theirs, mine);

        assertThat(one.isPresent()).isEqualTo(other.isPresent());
        one.ifPresent(merged -> assertThat(merged.rows()).containsExactlyInAnyOrderElementsOf(other.get().rows()));
    }

    @Property
    void whoChangedNothingGetsWhatTheOtherMade(@ForAll("tables") Rows base, @ForAll("tables") Rows other) {
        assertThat(merged(base, base, other)).contains(other);
        assertThat(merged(base, other, base)).contains(other);
        assertThat(merged(base, other, other)).contains(other);
    }

    @Property
    void mergingOnceMoreChangesNothing(@ForAll("tables") Rows base, @ForAll("tables") Rows mine, @ForAll("tables") Rows theirs) {
        merged(base, mine, theirs).ifPresent(merged -> assertThat(merged(base, mine, merged)).contains(merged));
    }

    private static Optional<Rows> merged(Rows base, Rows mine, Rows theirs) {
        return MergedAnswer.mergedRows(base, mine, theirs);
    }

    private static List<Row> without(Rows rows, Rows others) {
        return rows.rows().stream().filter(row -> !others.rows().contains(row)).toList();
    }

    private static List<Row> both(List<Row> one, List<Row> other) {
        List<Row> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** Rows named by a letter that is their key, with a figure for what stands in them. */
    private static Rows rows(String... names) {
        return new Rows(List.of(names).stream()
                .map(name -> new Row(name.substring(0, 1), new TreeMap<>(Map.of("what", new Answer.Written(name))))).toList());
    }

    @Provide
    Arbitrary<Rows> tables() {
        Arbitrary<Integer> content = Arbitraries.integers().between(1, 2);
        return Arbitraries.shuffle("a", "b", "c", "d", "e").flatMap(keys -> Arbitraries.integers().between(0, 5)
                .flatMap(size -> content.list().ofSize(size).map(contents -> {
                    String[] names = new String[size];
                    for (int i = 0; i < size; i++) {
                        names[i] = keys.get(i) + contents.get(i);
                    }
                    return rows(names);
                })));
    }
}
