package be.zelfscan.question.rows;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Column;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Faults;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Part;
import be.zelfscan.question.Place;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionType;
import be.zelfscan.question.Use;
import be.zelfscan.question.Widget;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that a team fills in, row by row; its columns are questions themselves. A row has a key of its own, which stays when the row
 * moves, so that two people can fill in rows of one table at once. A row in which nothing is answered is none.
 */
@Singleton
public class RowsType implements QuestionType {
    public static final String ID = "rows";
    /** Stands for the key of a row that a script is going to make. */
    public static final String NEW_KEY = "nieuwerij";
    /** The field with the keys of the rows, in order. */
    static final String ROW = "row";
    private static final String NUMBER = "{number}";
    private static final String KEY = "[a-z0-9]{8,40}";
    /** How many empty rows stand ready. */
    private static final int READY = 2;
    private static final int BLANK_ROWS = 6;
    private static final int USUAL_MOST = 30;
    private static final int KEY_LENGTH = 12;
    private static final RandomGenerator ANY = new SecureRandom();

    /**
     * @param columns the questions of a row
     * @param row label of one row; {@code {number}} stands for its number, from 1
     * @param add label of the button that adds a row
     * @param most rows that there is room for
     * @param min the fewest rows of a complete answer
     */
    @Serdeable
    public record Own(List<Question> columns, String row, String add, @Nullable Integer most, @Nullable Integer min) {
        public Own {
            columns = List.copyOf(columns);
            most = most == null ? USUAL_MOST : most;
            min = min == null ? 1 : min;
        }

        public String row(int number) {
            return row.replace(NUMBER, String.valueOf(number));
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    private static Own own(Question question) {
        return (Own) question.own();
    }

    @Override
    public List<Question> cells(Question question) {
        return own(question).columns();
    }

    @Override
    public String rowName(Question question, int number) {
        return own(question).row(number);
    }

    @Override
    public int most(Question question) {
        return own(question).most();
    }

    /** Anywhere but in a cell. */
    @Override
    public Set<Place> places() {
        return Set.of(Place.block, Place.section);
    }

    @Override
    public void check(Question question, String pointer, Instrument in, Faults faults) {
        Own own = own(question);
        if (!own.row().contains(NUMBER)) {
            faults.add(pointer + "/row", "the label '%s' has no {number}".formatted(own.row()), "the placeholder {number} in it");
        }
        if (own.min() > own.most()) {
            faults.add(pointer + "/min", "at least %d rows where there is room for %d".formatted(own.min(), own.most()),
                    "at most " + own.most());
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < own.columns().size(); i++) {
            Question column = own.columns().get(i);
            String at = "%s/columns/%d".formatted(pointer, i);
            if (!ids.add(column.id())) {
                faults.add(at + "/id", "the column '%s' occurs twice".formatted(column.id()), "each column once");
            }
            if (!column.type().places().contains(Place.cell)) {
                faults.add(at + "/type", "a question of type %s in the cell of a table".formatted(column.type().id()),
                        "a type that can stand in a cell");
                continue;
            }
            column.type().check(column, at, in, faults);
            if (column.hasNote()) {
                faults.add(at + "/note", "a column with a note of its own", "no note; a column for it, or the note of the table");
            }
            if (column.canBeLeftOpen()) {
                faults.add(at + "/notDiscussed", "a column that can be left open on purpose",
                        "no 'notDiscussed'; an empty cell says as much");
            }
            if (column.visibleWhen().isPresent()) {
                faults.add(at + "/visibleWhen", "a condition on a column", "no 'visibleWhen'; the whole table can have one");
            }
            if (!column.isFor(Use.OTHER)) {
                faults.add(at + "/role", "the role '%s' of a column".formatted(column.use()), "no role, or 'other'");
            }
        }
    }

    /** The keys of the rows that were on the page and were not taken away there. */
    private static List<String> keys(Fields fields) {
        List<String> removed = fields.all(Fields.REMOVE);
        return fields.all(ROW).stream().distinct().filter(key -> !removed.contains(key)).toList();
    }

    @Override
    public Optional<Answer> read(Question question, Fields fields) {
        List<Answer.Rows.Row> rows = keys(fields).stream().map(key -> row(question, key, fields.within(key)))
                .filter(row -> !row.cells().isEmpty()).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Answer.Rows(rows));
    }

    private Answer.Rows.Row row(Question question, String key, Fields fields) {
        SortedMap<String, Answer> cells = new TreeMap<>();
        cells(question).forEach(
                column -> column.read(fields.within(column.id())).ifPresent(cell -> cells.put(column.id(), cell)));
        return new Answer.Rows.Row(key, cells);
    }

    @Override
    public Map<String, List<String>> fields(Question question, Answer answer) {
        Answer.Rows rows = (Answer.Rows) answer;
        Map<String, List<String>> fields = new HashMap<>();
        fields.put(ROW, rows.rows().stream().map(Answer.Rows.Row::key).toList());
        rows.rows().forEach(row -> cells(question, row).forEach(cell -> cell.column().fields(cell.answer())
                .forEach((field, values) -> fields.put(row.key() + "." + cell.column().id() + "." + field, values))));
        return fields;
    }

    /** What was answered in a column of a row. */
    private record Cell(Question column, Answer answer) {}

    /** The cells of a row that hold something, in the order of the columns. */
    private List<Cell> cells(Question question, Answer.Rows.Row row) {
        return cells(question).stream().filter(column -> row.cells().containsKey(column.id()))
                .map(column -> new Cell(column, row.cells().get(column.id()))).toList();
    }

    @Override
    public Map<String, List<String>> beside(Question question, Fields fields) {
        Map<String, List<String>> beside = new HashMap<>();
        keys(fields).forEach(key -> cells(question).forEach(column -> column.beside(fields.within(key).within(column.id()))
                .forEach((field, values) -> beside.put(key + "." + column.id() + "." + field, values))));
        return beside;
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Answer answer, Asked asked) {
        if (!(answer instanceof Answer.Rows rows) || !rows.rows().stream().allMatch(row -> fits(question, row))) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        List<AnswerProblem> problems = new ArrayList<>();
        if (rows.rows().size() > own(question).most()) {
            problems.add(new RowsProblem.TooManyRows(rows.rows().size(), own(question).most()));
        }
        forEachRow(question, rows, (row, label) -> cells(question, row).forEach(cell -> problems
                .addAll(inCell(label, row.key(), cell.column(), cell.column().refusals(cell.answer(), asked)))));
        return problems;
    }

    private boolean fits(Question question, Answer.Rows.Row row) {
        return row.key().matches(KEY)
                && cells(question).stream().map(Question::id).collect(Collectors.toSet()).containsAll(row.cells().keySet());
    }

    /** What is done with a row and what it is called. */
    private interface OfRow {
        void accept(Answer.Rows.Row row, String label);
    }

    private static void forEachRow(Question question, Answer.Rows rows, OfRow done) {
        for (int i = 0; i < rows.rows().size(); i++) {
            done.accept(rows.rows().get(i), own(question).row(i + 1));
        }
    }

    private static List<RowsProblem.InCell> inCell(String row, String key, Question column, List<AnswerProblem> problems) {
        return problems.stream().map(problem -> new RowsProblem.InCell(row, column.shortLabel(), key + "." + column.id(), problem))
                .toList();
    }

    @Override
    public List<AnswerProblem> refusals(Question question, Map<String, List<String>> beside, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>();
        Set<String> keys = keysIn(beside);
        if (!keys.stream().allMatch(key -> key.matches(KEY))) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        if (keys.size() > own(question).most()) {
            return List.of(new RowsProblem.TooManyRows(keys.size(), own(question).most()));
        }
        keys.forEach(key -> cells(question).forEach(column -> problems.addAll(inCell("Een rij", key, column,
                column.type().refusals(column, within(beside, key + "." + column.id() + "."), asked)))));
        return problems;
    }

    private static Set<String> keysIn(Map<String, List<String>> beside) {
        return beside.keySet().stream().filter(field -> field.contains(".")).map(field -> field.split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> within(Map<String, List<String>> beside, String prefix) {
        return beside.entrySet().stream().filter(field -> field.getKey().startsWith(prefix))
                .collect(Collectors.toMap(field -> field.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    @Override
    public List<AnswerProblem> lacking(Question question, Answer answer, Asked asked) {
        Answer.Rows rows = (Answer.Rows) answer;
        List<AnswerProblem> problems = new ArrayList<>();
        if (rows.rows().size() < own(question).min()) {
            problems.add(new RowsProblem.TooFewRows(rows.rows().size(), own(question).min()));
        }
        forEachRow(question, rows, (row, label) -> cells(question).forEach(column -> {
            Answer cell = row.cells().get(column.id());
            if (cell != null) {
                problems.addAll(inCell(label, row.key(), column, column.lacking(cell, asked)));
            } else if (column.required()) {
                problems.add(new RowsProblem.CellMissing(label, column.shortLabel(), row.key() + "." + column.id()));
            }
        }));
        return problems;
    }

    /**
     * The keys of the rows that a page shows: those that hold something, also if it is only beside the answer, and new ones to fill in.
     *
     * @param room how many rows somebody asked for; 0 for as many as usual
     */
    public static List<String> shown(Question question, Optional<Answer> answer, Map<String, List<String>> beside, int room) {
        Set<String> keys = new LinkedHashSet<>();
        answer.ifPresent(given -> {
            if (given instanceof Answer.Rows rows) {
                rows.rows().forEach(row -> keys.add(row.key()));
            }
        });
        keys.addAll(keysIn(beside));
        int rows = Math.min(Math.max(Math.max(room, keys.size() + READY), own(question).min()), own(question).most());
        while (keys.size() < rows) {
            keys.add(key(ANY));
        }
        return List.copyOf(keys);
    }

    private static String key(RandomGenerator random) {
        return random.ints(KEY_LENGTH, 0, Character.MAX_RADIX)
                .mapToObj(digit -> String.valueOf(Character.forDigit(digit, Character.MAX_RADIX)))
                .collect(Collectors.joining());
    }

    @Override
    public List<Part> parts(Question question, Answer answer, Instrument in) {
        List<Part> parts = new ArrayList<>();
        if (answer instanceof Answer.Rows rows) {
            forEachRow(question, rows, (row, label) -> cells(question, row).forEach(
                    cell -> cell.column().parts(cell.answer(), in).forEach(part -> parts.add(part.in(label, cell.column().shortLabel())))));
            return parts;
        }
        return QuestionType.super.parts(question, answer, in);
    }

    @Override
    public List<Column> columns(Question question, Instrument in) {
        return List.of(
                Column.of("", Column.TITLE + ": alle rijen in woorden, een regel per rij", Column.Kind.text, Map.of(),
                        answer -> new Column.Value.Written(String.join("\n", question.lines(Optional.of(answer), in)))),
                Column.of(".aantal", Column.TITLE + ": aantal rijen", Column.Kind.number, Map.of(),
                        answer -> answer instanceof Answer.Rows rows
                                ? new Column.Value.Counted(BigDecimal.valueOf(rows.rows().size()))
                                : Column.Value.NONE));
    }

    @Override
    public ApiAnswer forPrograms(Question question, Answer answer) {
        return answer instanceof Answer.Rows rows ? new ApiAnswer.Rows(rows.rows().stream().map(row -> {
            Map<String, ApiAnswer> cells = new TreeMap<>();
            cells(question, row)
                    .forEach(cell -> cells.put(cell.column().id(), cell.column().forPrograms(cell.answer())));
            return cells;
        }).toList()) : ApiAnswer.of(answer);
    }

    @Override
    public List<Fact> facts(Question question, Answer answer) {
        return answer instanceof Answer.Rows rows ? rows.rows().stream().flatMap(row -> cells(question, row).stream()
                .flatMap(cell -> cell.column().facts(cell.answer()).stream().map(fact -> fact.in(question, row.key()))))
                .toList() : List.of();
    }

    /** Above the table stands what can be chosen in its columns. */
    @Override
    public List<Widget> blank(Question question, Instrument in) {
        int rows = Math.min(own(question).most(), Math.max(own(question).min(), BLANK_ROWS));
        Stream<Widget> choices = cells(question).stream().filter(column -> !column.options().isEmpty())
                .map(column -> new Widget.Text(column.shortLabel() + ": "
                        + column.options().stream().map(Option::label).collect(Collectors.joining(", "))));
        return Stream.concat(choices, Stream.of(new Widget.Table(cells(question).stream().map(Question::shortLabel).toList(), rows)))
                .toList();
    }

    /** Rows with all that is required and some of the rest. */
    @Override
    public Answer random(Question question, RandomGenerator random, Asked asked) {
        int least = Math.max(1, own(question).min());
        int rows = least + random.nextInt(Math.min(4, own(question).most() - least + 1));
        return new Answer.Rows(IntStream.range(0, rows).mapToObj(i -> {
            SortedMap<String, Answer> cells = new TreeMap<>();
            Stream.concat(cells(question).stream().filter(column -> column.required() || random.nextBoolean()),
                    cells(question).stream().limit(1))
                    .distinct().forEach(column -> cells.put(column.id(), column.type().random(column, random, asked)));
            return new Answer.Rows.Row(key(random), cells);
        }).toList());
    }
}
