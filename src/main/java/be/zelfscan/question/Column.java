package be.zelfscan.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A column that a question has in the row of a centre, when data are taken out.
 *
 * @param ending of its name, after that of the question; empty for the only one
 * @param sentence that says what stands in it; {@value #TITLE} in it stands for the titles of the section and the question
 * @param codes with their labels; empty when anything can stand in it
 * @param missing what else an empty cell can mean; empty when nothing
 * @param value what stands in it for an answer
 * @param askedIn whether a version of the instrument asks it; the question is that of the version
 */
public record Column(String ending, String sentence, Kind kind, Map<String, String> codes, String missing, Function<Answer, Value> value,
        BiPredicate<Instrument, Question> askedIn) {
    /** Stands in a sentence for the titles of the section and the question. */
    public static final String TITLE = "{title}";

    /** What stands in a column. */
    public enum Kind {
        code, yes_or_no, number, day, text
    }

    /** What stands in a cell. */
    public sealed interface Value {
        /** Nothing. */
        Value NONE = new Written("");

        record Written(String text) implements Value {}

        record Codes(java.util.List<String> codes) implements Value {}

        record YesOrNo(boolean yes) implements Value {}

        record Counted(java.math.BigDecimal number) implements Value {}

        record Dated(java.time.LocalDate day) implements Value {}
    }

    /** One that every version that has the question asks. */
    public static Column of(String ending, String sentence, Kind kind, Map<String, String> codes, Function<Answer, Value> value) {
        return new Column(ending, sentence, kind, codes, "", value, (version, question) -> true);
    }

    /** One of 0 or 1. */
    public static Column yesOrNo(String ending, String sentence, Predicate<Answer> yes, BiPredicate<Instrument, Question> askedIn) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("1", "gekozen");
        codes.put("0", "niet gekozen");
        return new Column(ending, sentence, Kind.yes_or_no, codes, "", answer -> new Value.YesOrNo(yes.test(answer)), askedIn);
    }

    /** The same, empty for an answer that leaves the question open. */
    Column emptyWhereLeftOpen() {
        return new Column(ending, sentence, kind, codes, missing, answer -> Question.isOpen(answer) ? Value.NONE : value.apply(answer),
                askedIn);
    }

    /** An answer that is one thing, as the value of a column. */
    public static Value value(Answer answer) {
        return switch (answer) {
            case Answer.Coded coded -> new Value.Codes(coded.codes());
            case Answer.Written written -> new Value.Written(written.text());
            case Answer.Counted counted -> new Value.Counted(counted.number());
            case Answer.Dated dated -> new Value.Dated(dated.day());
            case Answer.Rows rows -> Value.NONE;
            case Answer.NotDiscussed open -> Value.NONE;
        };
    }

    /** The codes of an answer, as the value of a column. */
    public static Value codes(Answer answer) {
        return answer instanceof Answer.Coded coded ? new Value.Codes(coded.codes()) : Value.NONE;
    }

    /** Whether a code is in an answer. */
    public static boolean has(Answer answer, String code) {
        return answer instanceof Answer.Coded coded && coded.codes().contains(code);
    }
}
