package be.zelfscan.start;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;

/**
 * Invented notes, in {@code src/main/resources/demonstration/notes.json}.
 *
 * @param texts by block (or {@link #ANY}), by question, by chosen option or by how far the block is
 */
record Notes(Map<String, Map<String, Map<String, List<String>>>> texts) {
    static final String ANY = "*";
    static final String EARLY = "early";
    static final String LATE = "late";

    static Notes read() {
        return new Notes(Cast.resource("notes.json", new TypeReference<>() {
        }));
    }

    List<String> of(String block, String question, String key) {
        return texts.getOrDefault(block, Map.of()).getOrDefault(question, Map.of()).getOrDefault(key, List.of());
    }
}
