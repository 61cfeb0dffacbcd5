package be.zelfscan.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What comparing reads of an answer: something that was chosen, or a number. Free text gives none.
 *
 * @param question its id; for a cell of a table, that of the table, a dot, and that of the column
 * @param row key of the row of a table in which it stands; empty outside of tables
 * @param code what was chosen; empty for a number
 * @param position from 0, in the order of the answer
 * @param number empty for what was chosen
 */
public record Fact(String question, String row, String code, int position, Optional<BigDecimal> number) {
    /** One for each code, in their order. */
    public static List<Fact> chosen(Question question, List<String> codes) {
        return IntStream.range(0, codes.size()).mapToObj(i -> new Fact(question.id(), "", codes.get(i), i, Optional.empty())).toList();
    }

    static Fact counted(Question question, BigDecimal number) {
        return new Fact(question.id(), "", "", 0, Optional.of(number));
    }

    /** The same in a row of a table. */
    public Fact in(Question table, String key) {
        return new Fact(table.id() + "." + question, key, code, position, number);
    }
}
