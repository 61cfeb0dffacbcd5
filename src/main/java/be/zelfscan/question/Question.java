package be.zelfscan.question;

import java.util.List;
import java.util.Optional;

/**
 * A question of an instrument.
 *
 * @param type what kind of question it is; it reads, judges, shows and counts the answers
 * @param id unique within the questions of a section
 * @param label as the instrument words it; the placeholder {@code {block}} stands for the building block
 * @param shortLabel for tables and reports
 * @param hint a sentence that helps to answer; empty when the definition gives none
 * @param required whether a scan can be sent without an answer
 * @param note label of the free text that goes with the answer; empty when the question has none
 * @param use what charts and comparisons use the answer for, see {@link Use}; {@code other} for nothing
 * @param own the properties that only its type reads
 */
public record Question(QuestionType type, String id, String label, String shortLabel, String hint, String source, boolean required,
        String note, String use, Object own) {

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

    /** The most codes that an answer can have; for an order, the number of its places. */
    public int most() {
        return type.most(this);
    }

    /** An option by its id. */
    public Optional<Option> option(String optionId) {
        return options().stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    /** An answer in the instrument's own words, a line a part; empty when nothing was answered. */
    public List<String> lines(Optional<Answer> answer, Instrument in) {
        return answer.map(given -> Part.lines(type.parts(this, given, in))).orElse(List.of());
    }
}
