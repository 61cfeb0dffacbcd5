package be.zelfscan.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The invented answers of the demonstration, as the fields of each page. */
public final class SampleForms {
    private SampleForms() {}

    /** The fields by section, in the order of the instrument; the closing questions last. */
    public static Map<String, Map<String, List<String>>> all() {
        try (InputStream stream = SampleForms.class.getResourceAsStream("/demonstration/answers-vandaag.json")) {
            ObjectMapper mapper = new ObjectMapper();
            return mapper.convertValue(mapper.readTree(stream).get("sections"),
                    new TypeReference<LinkedHashMap<String, Map<String, List<String>>>>() {
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every note among them. */
    public static List<String> notes() {
        return all().values().stream().flatMap(fields -> fields.entrySet().stream()).filter(field -> field.getKey().endsWith(".note"))
                .flatMap(field -> field.getValue().stream()).toList();
    }
}
