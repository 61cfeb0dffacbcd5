package be.zelfscan.question.date;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A day: as a browser posts it, or as somebody types it, the day first. What cannot be read as a day is a text, which is refused and comes
 * back as it was typed.
 */
@Singleton
public class DateType implements QuestionType {
    private static final List<DateTimeFormatter> WRITTEN = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d MMMM uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, BelgianDutch.LOCALE).withResolverStyle(ResolverStyle.STRICT)).toList();
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int QUOTED = 40;

    /**
     * @param earliest the first day that fits, as YYYY-MM-DD; null for none
     * @param latest the last one
     */
    @Serdeable
    public record Own(@Nullable String earliest, @Nullable String latest) {
        LocalDate first() {
            return earliest == null ? FIRST : LocalDate.parse(earliest);
        }

        LocalDate last() {
            return latest == null ? LAST : LocalDate.parse(latest);
        }
    }

    /** What was typed is no day. */
    public record NoDay(String typed) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "‘" + (typed.length() > QUOTED ? typed.substring(0, QUOTED).strip() + "…" : typed)
                    + "’ kunnen we niet lezen als een datum. Schrijf dag, maand en jaar, bijvoorbeeld 28/11/2026.";
        }
    }

    /** A day that is too early or too late. */
    public record OutOfRange(LocalDate first, LocalDate last) implements AnswerProblem {
        @Override
        public String field() {
            return Fields.TEXT;
        }

        @Override
        public String sentence() {
            return "Hier past een datum van " + BelgianDutch.date(first) + " tot en met " + BelgianDutch.date(last) + ".";
        }
    }

    @Override
    public String id() {
        return "date";
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
        boolean exist = exists(pointer + "/earliest", own.earliest(), faults) & exists(pointer + "/latest", own.latest(), faults);
        if (exist && own.first().isAfter(own.last())) {
            faults.add(pointer + "/latest", "the last day (%s) is before the first (%s)".formatted(own.last(), own.first()),
                    "a day from " + own.first() + " on");
        }
    }

    private static boolean exists(String pointer, @Nullable String day, Faults faults) {
        if (day == null || day(day).isPresent()) {
            return true;
        }
        faults.add(pointer, "there is no day '%s'".formatted(day), "a day as YYYY-MM-DD");
        return false;
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        String typed = fields.line(Fields.TEXT);
        return typed.isEmpty() ? Optional.empty()
                : Optional.of(day(typed).<Answer>map(Answer.Dated::new).orElseGet(() -> new Answer.Written(typed)));
    }

    /** Reads what a browser or somebody writes. */
    static Optional<LocalDate> day(String typed) {
        String day = typed.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return WRITTEN.stream().flatMap(form -> {
            try {
                return Stream.of(LocalDate.parse(day, form));
            } catch (DateTimeParseException other) {
                return Stream.empty();
            }
        }).findFirst();
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (answer instanceof Answer.Written written) {
            return List.of(new NoDay(written.text()));
        }
        if (!(answer instanceof Answer.Dated dated)) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        LocalDate first = own(question).first();
        LocalDate last = own(question).last();
        return dated.day().isBefore(first) || dated.day().isAfter(last) ? List.of(new OutOfRange(first, last)) : List.of();
    }

    @Override
    public Column.Kind holds() {
        return Column.Kind.day;
    }

    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        return new Answer.Dated(
                LocalDate.ofEpochDay(random.nextLong(own(question).first().toEpochDay(), own(question).last().toEpochDay() + 1)));
    }
}
