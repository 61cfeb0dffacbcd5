package be.zelfscan.scan;

import be.zelfscan.question.Fields;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a question holds that is not part of its answer now: the text of an option that is not chosen, blocks behind a choice that is not
 * made. It is kept beside the answer until the scan is sent, and is never sent.
 *
 * @param fields by the name of the field of the question, see {@link Fields}; a field without value is not there
 */
@Serdeable
public record Aside(Map<String, List<String>> fields) {
    /** Nothing. */
    public static final Aside NONE = new Aside(Map.of());

    /** Fields of what was typed, also in the cells of a table. */
    private static final Pattern TYPED = Pattern.compile("(?:.*\\.)?" + Fields.TEXT + "(?:\\..*)?");

    public Aside {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** The values of a field; empty when there are none. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** What stands beside a part of the answer: the cell of a table. */
    Aside within(String part) {
        String prefix = part + ".";
        return new Aside(fields.entrySet().stream().filter(field -> field.getKey().startsWith(prefix))
                .collect(Collectors.toMap(field -> field.getKey().substring(prefix.length()), Map.Entry::getValue)));
    }

    /** All texts that were typed. */
    List<String> texts() {
        return fields.entrySet().stream().filter(field -> TYPED.matcher(field.getKey()).matches()).sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream()).toList();
    }
}
