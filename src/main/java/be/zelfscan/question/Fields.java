package be.zelfscan.question;

import be.zelfscan.text.Texts;
import java.util.List;
import java.util.Map;

/**
 * What a page posted for one question: the fields whose names begin with its prefix. Pure: judges nothing, forgets nothing.
 *
 * @param prefix of the names, with the dot after it
 */
public record Fields(Map<String, List<String>> posted, String prefix) {
    /** The field of what is chosen, repeated, in order. */
    public static final String CHOICE = "choice";
    /** The field of what is typed. */
    public static final String TEXT = "text";
    /** The field that says that the question was left open on purpose. */
    public static final String NOT_DISCUSSED = "open";
    /** The field that takes the choice back. */
    public static final String CLEAR = "clear";
    /** The field that asks for room for one more: how many there are to be then. */
    public static final String ADD = "add";
    /** The field that takes a part of the answer away, by its key. */
    public static final String REMOVE = "remove";

    /** The fields of a question. */
    public static Fields of(Map<String, List<String>> posted, String question) {
        return new Fields(posted, question + ".");
    }

    /** The fields of a part of the question: a row, and a cell within it. */
    public Fields within(String part) {
        return new Fields(posted, prefix + part + ".");
    }

    /** Whether any field of the question was on the page. */
    public boolean any() {
        return posted.keySet().stream().anyMatch(field -> field.startsWith(prefix));
    }

    public boolean has(String field) {
        return posted.containsKey(prefix + field);
    }

    /** Whether the choice was taken back. */
    public boolean cleared() {
        return has(CLEAR);
    }

    /** The values as they came; empty ones too. */
    public List<String> raw(String field) {
        return posted.getOrDefault(prefix + field, List.of());
    }

    /** The values that are not empty. */
    public List<String> all(String field) {
        return raw(field).stream().filter(value -> !value.isEmpty()).toList();
    }

    /** What is chosen; nothing when the choice was taken back. */
    public List<String> choices() {
        return cleared() ? List.of() : all(CHOICE);
    }

    /** The first value; empty when there is none. */
    public String first(String field) {
        return raw(field).stream().findFirst().orElse("");
    }

    /** One line that was typed, without signs that nobody sees. */
    public String line(String field) {
        return Texts.clean(first(field));
    }

    /** What was typed: a browser posts line ends as CR LF; kept is LF, and no character that PostgreSQL cannot hold. */
    public String typed(String field) {
        return first(field).replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "").stripTrailing();
    }
}
