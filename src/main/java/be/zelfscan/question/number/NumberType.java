package be.zelfscan.question.number;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Widget;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A number, written as in Belgium: a comma before the decimals, dots or spaces between thousands. A dot is taken for a comma where it
 * cannot stand between thousands. What cannot be read as a number is a text, which is refused and comes back as it was typed.
 */
@Singleton
public class NumberType implements QuestionType {
    private static final Pattern WITH_THOUSANDS = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3}){1,4}(,[0-9]{1,9})?");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,9})?");
    private static final int QUOTED = 40;
    /** Where a question has no bound, what is drawn at random stays within this of the other one. */
    private static final BigDecimal SPAN = BigDecimal.valueOf(500);

    /**
     * @param unit what is counted; empty for none
     * @param min the least; null for none
     * @param max the most; null for none
     * @param decimals how many digits can stand behind the comma
     */
    @Serdeable
    public record Own(@Nullable String unit, @Nullable BigDecimal min, @Nullable BigDecimal max, int decimals) {
        public Own {
            unit = unit == null ? "" : unit;
        }

        private boolean holds(BigDecimal number) {
            return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
        }

        private BigDecimal least() {
            BigDecimal least = min != null ? min : max == null ? BigDecimal.ZERO : max.subtract(SPAN);
            return least.setScale(decimals, RoundingMode.CEILING);
        }

        private BigDecimal most() {
            BigDecimal most = max != null ? max : least().add(SPAN);
            return most.setScale(decimals, RoundingMode.FLOOR);
        }

        private String range() {
            if (min != null && max != null) {
                return "een getal van " + BelgianDutch.number(min) + " tot " + BelgianDutch.number(max);
            }
            return min != null ? "een getal dat minstens " + BelgianDutch.number(min) + " is"
                    : "een getal dat hoogstens " + BelgianDutch.number(max) + " is";
        }
    }

    /** What was typed is no number. */
    public record NoNumber(String typed, int decimals) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "‘" + (typed.length() > QUOTED ? typed.substring(0, QUOTED).strip() + "…" : typed)
                    + "’ kunnen we niet lezen als een getal. Schrijf het in cijfers, bijvoorbeeld " + (decimals > 0 ? "12,5" : "12") + ".";
        }
    }

    /** A number that is too small or too large. */
    public record OutOfRange(Own own) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "Hier past " + own.range() + ".";
        }
    }

    /** A number with more decimals than are asked. */
    public record TooPrecise(int decimals) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return switch (decimals) {
                case 0 -> "Hier past een geheel getal, zonder cijfers na de komma.";
                case 1 -> "Hier past hoogstens één cijfer na de komma.";
                default -> "Hier passen hoogstens " + decimals + " cijfers na de komma.";
            };
        }
    }

    @Override
    public String id() {
        return "number";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        Own own = own(question);
        if (own.least().compareTo(own.most()) > 0) {
            faults.add(pointer + "/max", "no number with %d decimals lies from %s to %s".formatted(own.decimals(), own.min(), own.max()),
                    "a most that is not less than the least");
        }
    }

    @Override
    public String hint(Question question) {
        String range = own(question).min() == null && own(question).max() == null ? "" : own(question).range();
        return range.isEmpty() ? "" : BelgianDutch.capital(range) + ".";
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        String typed = fields.line(Fields.TEXT);
        return typed.isEmpty() ? Optional.empty() : Optional.of(number(typed).<Answer>map(Answer.Counted::new)
                .orElseGet(() -> new Answer.Written(typed)));
    }

    /** Reads what somebody typed; two ways to write the same number give the same. */
    static Optional<BigDecimal> number(String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '-');
        if (WITH_THOUSANDS.matcher(digits).matches()) {
            digits = digits.replace(".", "");
        } else if (!PLAIN.matcher(digits).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(digits.replace(',', '.')).stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        Own own = own(question);
        if (answer instanceof Answer.Written written) {
            return List.of(new NoNumber(written.text(), own.decimals()));
        }
        if (!(answer instanceof Answer.Counted counted)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        if (!own.holds(counted.number())) {
            return List.of(new OutOfRange(own));
        }
        return counted.number().scale() > own.decimals() ? List.of(new TooPrecise(own.decimals())) : List.of();
    }

    @Override
    public Column.Kind holds() {
        return Column.Kind.number;
    }

    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        return answer instanceof Answer.Counted counted
                ? List.of(Part.of("", (BelgianDutch.number(counted.number()) + " " + own(question).unit()).strip()))
                : QuestionType.super.parts(question, answer, in);
    }

    @Override
    public List<Widget> blank(Question question, Instrument in) {
        return List.of(new Widget.Lines(own(question).unit(), 1));
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        Own own = own(question);
        long least = own.least().unscaledValue().longValueExact();
        long most = own.most().unscaledValue().longValueExact();
        return new Answer.Counted(
                number(BigDecimal.valueOf(random.nextLong(least, most + 1), own.decimals()).toPlainString().replace('.', ','))
                        .orElseThrow());
    }
}
