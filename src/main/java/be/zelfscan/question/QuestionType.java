package be.zelfscan.question;

import be.zelfscan.text.BelgianDutch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A type of question: all that the service has to know to ask it, judge it, show it, count it and take it out. Pure, and thread-safe. A new
 * type is a bean in a folder here, with its properties in the schema and a template; what is not said here follows from the shape of its
 * answers.
 */
public interface QuestionType {
    /** The type as a definition names it; also the name of its template. */
    String id();

    /** The record that holds the properties of a question that only this type reads. */
    default Class<?> own() {
        return Nothing.class;
    }

    /** Where such a question can stand. */
    default Set<Place> places() {
        return Set.of(Place.values());
    }

    /** The questions that are the columns of a table that such a question is; none for all others. */
    default List<Question> cells(Question question) {
        return List.of();
    }

    /** What a row of a table that such a question is is called, from 1. */
    default String rowName(Question question, int number) {
        return "Rij " + number;
    }

    /** Whether an answer can hold something that was typed. */
    default boolean isTyped(Question question) {
        return options(question).stream().anyMatch(Option::text) || cells(question).stream().anyMatch(cell -> cell.type().isTyped(cell));
    }

    /** What every question of this type is used for, see {@link Use}; {@code other} where the definition says it. */
    default String use() {
        return Use.OTHER;
    }

    /** Words that a form posts where it posts ids, so that no stage and no block may be called so. */
    default Set<String> reservedIds() {
        return Set.of();
    }

    /** Adds what is wrong with a question and cannot be seen by the schema. */
    default void check(Question question, String pointer, Instrument in, Faults faults) {}

    /** What was posted; empty when nothing was answered. */
    Optional<Answer> read(Question question, Fields fields);

    /**
     * The fields that a page posts with an answer on it, by their names without that of the question: {@link #read} gives the same answer.
     */
    default Map<String, List<String>> fields(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Coded coded -> Map.of(Fields.CHOICE, coded.codes());
            case Answer.Written written -> Map.of(Fields.TEXT, List.of(written.text().replace("\n", "\r\n")));
            case Answer.Counted counted -> Map.of(Fields.TEXT, List.of(counted.number().toPlainString().replace('.', ',')));
            case Answer.Dated dated -> Map.of(Fields.TEXT, List.of(dated.day().toString()));
            case Answer.Rows rows -> Map.of();
            case Answer.NotDiscussed open -> Map.of(Fields.NOT_DISCUSSED, List.of("1"));
        };
    }

    /** What the page held that is not part of the answer now, by field; it is kept beside the answer until the scan is sent. */
    default Map<String, List<String>> beside(Question question, Fields fields) {
        return Map.of();
    }

    /** Why an answer cannot be kept; empty when it can. */
    List<AnswerProblem> refusals(Question question, Answer answer, Asked asked);

    /** Why what stands beside an answer cannot be kept; empty when it can. */
    default List<AnswerProblem> refusals(Question question, Map<String, List<String>> beside, Asked asked) {
        return List.of();
    }

    /** What an answer that can be kept still lacks before the scan can be sent. */
    default List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        return List.of();
    }

    /** The questions of the same section by whose answers this one is judged. */
    default Set<String> dependsOn(Question question, Instrument in) {
        return Set.of();
    }

    /** Why an answer that was kept has to be given again, since another was changed; empty when it stands. */
    default Optional<String> askedAgain(Question question, Answer answer, Asked asked) {
        return Optional.empty();
    }

    /** Whether something chosen cannot be unchosen by pressing it again, so that the page offers to take it back. */
    default boolean canBeCleared(Question question) {
        return false;
    }

    /** A sentence that helps to answer, where the definition has none; empty for none. */
    default String hint(Question question) {
        return "";
    }

    /** The options of a question that has a fixed list of them. */
    default List<Option> options(Question question) {
        return List.of();
    }

    /** The most codes that an answer can have; for an order, the number of its places, and for a table, that of its rows. */
    default int most(Question question) {
        return Math.max(1, question.options().size());
    }

    /** The fewest codes of a complete answer that chooses something. */
    default int least(Question question) {
        return 1;
    }

    /** The code that says that there is nothing to choose yet, where the question has one. */
    default Optional<String> nothing(Question question) {
        return Optional.empty();
    }

    /** What can be chosen beside the other answers of the section; for ambitions, to stay first. */
    default List<Option> offered(Question question, Asked asked) {
        return options(question);
    }

    /** The label of a code. */
    default String label(Question question, String code, Instrument in) {
        return question.option(code).map(Option::label).orElse(code);
    }

    /** An answer taken apart. */
    default List<Part> parts(Question question, Answer answer, Instrument in) {
        return switch (answer) {
            case Answer.Coded coded -> coded.codes().stream()
                    .map(code -> new Part(code, label(question, code, in), typed(question, coded, code), "", "")).toList();
            case Answer.Written written -> List.of(written.text().isEmpty() ? Part.of("", "tekst hier niet te lezen")
                    : new Part("", "", written.text(), "", ""));
            case Answer.Counted counted -> List.of(Part.of("", BelgianDutch.number(counted.number())));
            case Answer.Dated dated -> List.of(Part.of("", BelgianDutch.date(dated.day())));
            case Answer.Rows rows -> List.of();
            case Answer.NotDiscussed open -> List.of(Part.of("not-discussed", "niet besproken"));
        };
    }

    private static String typed(Question question, Answer.Coded coded, String code) {
        return question.option(code).filter(Option::text).map(option -> coded.textOf(code)).orElse("");
    }

    /** What stands in the column of a question without options. */
    default Column.Kind holds() {
        return Column.Kind.text;
    }

    /** The columns of the question when data are taken out: one for what is answered, or one for each option where several can be. */
    default List<Column> columns(Question question, Instrument in) {
        List<Option> options = options(question);
        if (options.isEmpty()) {
            return List.of(Column.of("", Column.TITLE, holds(), Map.of(), Column::value));
        }
        if (most(question) == 1) {
            return List.of(Column.of("", Column.TITLE, Column.Kind.code, Option.labels(options), Column::codes));
        }
        return options.stream().map(option -> Column.yesOrNo("." + option.id(), Column.TITLE + ": " + option.label(),
                answer -> Column.has(answer, option.id()), (version, asked) -> asked.option(option.id()).isPresent())).toList();
    }

    /** What other programs are told of an answer. */
    default ApiAnswer forPrograms(Question question, Answer answer) {
        return ApiAnswer.of(answer);
    }

    /** What comparing reads. */
    default List<Fact> facts(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Coded coded -> Fact.chosen(question, coded.codes());
            case Answer.Counted counted -> List.of(Fact.counted(question, counted.number()));
            case Answer.Written written -> List.of();
            case Answer.Dated dated -> List.of();
            case Answer.Rows rows -> List.of();
            case Answer.NotDiscussed open -> List.of();
        };
    }

    /** How the question stands on paper. */
    default List<Widget> blank(Question question, Instrument in) {
        List<Option> options = options(question);
        return List.of(options.isEmpty() ? new Widget.Lines("", 1)
                : new Widget.Boxes(options.stream()
                        .map(option -> option.text() ? option.label() + ": " + "…".repeat(30) : option.label()).toList()));
    }

    /** Any complete answer that the rules allow. */
    Answer random(Question question, RandomGenerator random, Asked asked);

    /** Own properties of a type that has none. */
    @io.micronaut.serde.annotation.Serdeable
    record Nothing() {}
}
