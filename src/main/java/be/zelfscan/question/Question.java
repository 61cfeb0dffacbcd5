package be.zelfscan.question;

import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A question of an instrument. What is asked of it here is asked of its type, but for what every type has the same: that a question is
 * required or not, that a note goes with its answer, and that it can be left open on purpose.
 *
 * <p>{@link #refusals} says why an answer cannot be kept at all; {@link #openPoints} says what a kept answer still lacks before the scan
 * can be sent. An answer that is merely unfinished (two priorities of three) is kept, so that a team can stop in the middle. Pure: the same
 * answers give the same judgement everywhere.
 *
 * @param type what kind of question it is; it reads, judges, shows and counts the answers
 * @param id unique within the questions of a section
 * @param label as the instrument words it; the placeholder {@code {block}} stands for the building block
 * @param shortLabel for tables and reports
 * @param hint a sentence that helps to answer; empty when the definition gives none
 * @param required whether a scan can be sent without an answer
 * @param note label of the free text that goes with the answer; empty when the question has none
 * @param use what charts and comparisons use the answer for, see {@link Use}; {@code other} for nothing
 * @param notDiscussed label of the answer that leaves the question open on purpose; empty when that is not offered
 * @param visibleWhen when it is asked; empty for always
 * @param own the properties that only its type reads
 */
public record Question(QuestionType type, String id, String label, String shortLabel, String hint, String source, boolean required,
        String note, String use, String notDiscussed, Optional<Condition> visibleWhen, Object own) {
    /** Stands in the parts of an answer and in the name of a column for a question that was left open on purpose. */
    private static final String LEFT_OPEN = "not-discussed";

    /** The same question under another id: as the cell of a table, whose fields have the names of the table and the row before them. */
    public Question called(String other) {
        return new Question(type, other, label, shortLabel, hint, source, required, note, use, notDiscussed, visibleWhen, own);
    }

    public boolean hasNote() {
        return !note().isEmpty();
    }

    public boolean isFor(String wanted) {
        return use.equals(wanted);
    }

    /** The label with the title of a building block in it. */
    public String labelFor(String blockTitle) {
        return labelWith("‘" + blockTitle + "’");
    }

    /** The label for no block in particular, with a word for any of them. */
    public String labelWith(String anyBlock) {
        return label().replace("{block}", anyBlock);
    }

    /** What helps to answer: the sentence of the definition, or that of the type; empty when there is none. */
    public String help() {
        return hint.isEmpty() ? type.hint(this) : hint;
    }

    /** The options of a question that has a fixed list of them; empty for the others. */
    public List<Option> options() {
        return type.options(this);
    }

    /** The most codes that an answer can have; for an order, the number of its places, and for a table, that of its rows. */
    public int most() {
        return type.most(this);
    }

    /** An option by its id. */
    public Optional<Option> option(String optionId) {
        return options().stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    public boolean canBeLeftOpen() {
        return !notDiscussed.isEmpty();
    }

    private boolean leavesOpen(Fields fields) {
        return canBeLeftOpen() && !fields.cleared() && !fields.first(Fields.NOT_DISCUSSED).isEmpty();
    }

    /** What was posted; empty when nothing was answered. */
    public Optional<Answer> read(Fields fields) {
        return leavesOpen(fields) ? Optional.of(new Answer.NotDiscussed()) : type.read(this, fields);
    }

    /** The fields that a page posts with an answer on it, by their names without that of the question. */
    public Map<String, List<String>> fields(Answer answer) {
        return isOpen(answer) ? Map.of(Fields.NOT_DISCUSSED, List.of("1")) : type.fields(this, answer);
    }

    /** What the page held that is not part of the answer now, by field: of a question that is left open, the answer that stands there. */
    public Map<String, List<String>> beside(Fields fields) {
        Map<String, List<String>> kept = new HashMap<>(type.beside(this, fields));
        if (leavesOpen(fields)) {
            type.read(this, fields).ifPresent(answer -> type.fields(this, answer)
                    .forEach((field, values) -> kept.put(field, values.stream().map(value -> value.replace("\u0000", "")).toList())));
            kept.values().removeIf(List::isEmpty);
        }
        return kept;
    }

    /** The answer that stands beside one that leaves the question open; otherwise the answer itself. */
    public Optional<Answer> shown(Optional<Answer> answer, Map<String, List<String>> beside) {
        return answer.filter(Question::isOpen).isPresent() ? type.read(this, new Fields(beside, "")) : answer;
    }

    /** Why an answer with its note cannot be kept; empty when both can. */
    public List<AnswerProblem> refusals(Optional<Answer> answer, String typedNote, Asked asked) {
        List<AnswerProblem> problems = new ArrayList<>(AnswerProblem.noteTooLong(typedNote));
        answer.ifPresent(given -> problems.addAll(refusals(given, asked)));
        return problems.stream().distinct().toList();
    }

    /** Why an answer cannot be kept; empty when it can. */
    public List<AnswerProblem> refusals(Answer answer, Asked asked) {
        return !isOpen(answer) ? type.refusals(this, answer, asked)
                : canBeLeftOpen() ? List.of() : List.of(new AnswerProblem.OutsideOptions(this));
    }

    /**
     * Why what stands beside an answer cannot be kept; empty when it can. Beside a question that is left open anything can, within a limit.
     */
    public List<AnswerProblem> refusals(Optional<Answer> answer, Map<String, List<String>> beside, Asked asked) {
        return answer.filter(Question::isOpen).isEmpty() ? type.refusals(this, beside, asked)
                : AnswerProblem.tooLong(beside.values().stream().flatMap(List::stream).reduce("", String::concat));
    }

    /** What the answer that was given still lacks before the scan can be sent; empty when nothing. */
    public List<AnswerProblem> openPoints(Optional<Answer> answer, String typedNote, Asked asked) {
        if (answer.isEmpty()) {
            return required ? List.of(new AnswerProblem.Missing(BelgianDutch.inSentence(shortLabel))) : List.of();
        }
        List<AnswerProblem> problems = new ArrayList<>(refusals(answer, typedNote, asked));
        problems.addAll(lacking(answer.get(), asked));
        return problems;
    }

    /** What an answer that can be kept still lacks before the scan can be sent; nothing when the question was left open. */
    public List<AnswerProblem> lacking(Answer answer, Asked asked) {
        return isOpen(answer) ? List.of() : type.lacking(this, answer, asked);
    }

    /** Why an answer that was kept has to be given again, since another was changed; empty when it stands. */
    public Optional<String> askedAgain(Answer answer, Asked asked) {
        return isOpen(answer) ? Optional.empty() : type.askedAgain(this, answer, asked);
    }

    /** An answer taken apart. */
    public List<Part> parts(Answer answer, Instrument in) {
        return isOpen(answer) ? List.of(Part.of(LEFT_OPEN, canBeLeftOpen() ? notDiscussed : "Niet besproken"))
                : type.parts(this, answer, in);
    }

    /** The columns of the question when data are taken out, with one that says whether it was left open where it can be. */
    public List<Column> columns(Instrument in) {
        List<Column> columns = new ArrayList<>(type.columns(this, in).stream().map(Column::emptyWhereLeftOpen).toList());
        if (canBeLeftOpen()) {
            columns.add(Column.yesOrNo("." + LEFT_OPEN, Column.TITLE + ": " + notDiscussed, Question::isOpen,
                    (version, asked) -> asked.canBeLeftOpen()));
        }
        return columns;
    }

    /** What other programs are told of an answer. */
    public ApiAnswer forPrograms(Answer answer) {
        return isOpen(answer) ? ApiAnswer.of(answer) : type.forPrograms(this, answer);
    }

    /** What comparing reads; nothing of a question that was left open. */
    public List<Fact> facts(Answer answer) {
        return isOpen(answer) ? List.of() : type.facts(this, answer);
    }

    /** How the question stands on paper. */
    public List<Widget> blank(Instrument in) {
        List<Widget> widgets = new ArrayList<>(type.blank(this, in));
        if (canBeLeftOpen()) {
            widgets.add(new Widget.Boxes(List.of(notDiscussed)));
        }
        return widgets;
    }

    static boolean isOpen(Answer answer) {
        return answer instanceof Answer.NotDiscussed;
    }

    /** What stands in the table that an answer is, in words: by row, and there by column; empty for all other answers. */
    public Map<String, Map<String, String>> rows(Optional<Answer> answer, Instrument in) {
        return answer.map(given -> Part.rows(parts(given, in))).orElse(Map.of());
    }

    /** Whether an answer can hold something that was typed. */
    public boolean isTyped() {
        return type.isTyped(this);
    }

    /**
     * Beside what in an answer a text was typed, in words, such as "Partner 2, Naam"; empty when the text is the answer.
     *
     * @param place as {@link Answer#texts} tells it, after the place of the answer
     */
    public String besideText(Answer answer, String place, Instrument in) {
        String[] steps = place.split("\\.", 4);
        return switch (answer) {
            case Answer.Coded coded when steps.length > 1 -> steps[1].isEmpty()
                    ? options().stream().filter(option -> option.text() && coded.codes().contains(option.id())).map(Option::label)
                            .findFirst().orElse("")
                    : type.label(this, steps[1], in);
            case Answer.Rows rows when steps.length > 2 -> IntStream.range(0, rows.rows().size())
                    .filter(at -> rows.rows().get(at).key().equals(steps[1])).mapToObj(at -> inCell(rows, at, steps, in)).findFirst()
                    .orElse("");
            default -> "";
        };
    }

    private String inCell(Answer.Rows rows, int at, String[] steps, Instrument in) {
        String row = type.rowName(this, at + 1);
        return type.cells(this).stream().filter(column -> column.id().equals(steps[2])).findFirst().map(column -> {
            Answer cell = rows.rows().get(at).cells().get(column.id());
            String beside = cell == null || steps.length < 4 ? "" : column.besideText(cell, "." + steps[3], in);
            return row + ", " + column.shortLabel() + (beside.isEmpty() ? "" : ", " + beside);
        }).orElse(row);
    }

    /** An answer in the instrument's own words, a line a part; empty when nothing was answered. */
    public List<String> lines(Optional<Answer> answer, Instrument in) {
        return answer.map(given -> Part.lines(parts(given, in))).orElse(List.of());
    }
}
