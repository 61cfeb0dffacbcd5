package be.zelfscan.scan;

import be.zelfscan.question.Fields;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What a question holds that is not part of its answer now: the text of an option that is not chosen, blocks behind a choice that is not made. It
 * is kept beside the answer until the scan is sent, and is never sent.
 *
 * @param fields by the name of the field of the question, see {@link Fields}; a field without value is not there
 */
@Serdeable
public record Aside(Map<String, List<String>> fields) {
    /** Nothing. */
    public static final Aside NONE = new Aside(Map.of());

    public Aside {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** The values of a field; empty when there are none. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** All texts that were typed. */
    List<String> texts() {
        return fields.entrySet().stream().filter(field -> field.getKey().startsWith(Fields.TEXT)).sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream()).toList();
    }
}
