package be.zelfscan.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a definition as JSON: UTF-8, strict, every property once. It stops at the first fault. Thread-safe. */
final class DefinitionSyntax {
    private static final String EXPECTED = "well-formed JSON";

    private final ObjectMapper mapper = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    /** @throws BrokenDefinition for anything that is not JSON as it should be */
    JsonNode read(String file, byte[] content) {
        String text = decode(file, content);
        if (text.startsWith("\uFEFF")) {
            throw broken(file, "", "the file begins with a byte order mark", "UTF-8 without one");
        }
        if (text.isBlank()) {
            throw broken(file, "", "the file is empty", "a definition as a JSON object");
        }
        try (JsonParser parser = mapper.createParser(text)) {
            return read(file, parser);
        } catch (java.io.IOException e) {
            throw broken(file, "", "not JSON: " + e.getMessage(), EXPECTED);
        }
    }

    private JsonNode read(String file, JsonParser parser) throws java.io.IOException {
        try {
            JsonNode document = mapper.readTree(parser);
            if (parser.nextToken() != null) {
                throw broken(file, "", "something stands after the end of the object at line %d, column %d"
                        .formatted(parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr()),
                        "one JSON object");
            }
            return document;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? ""
                    : " at line %d, column %d".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw reason.startsWith("Duplicate field")
                    ? broken(file, pointer, "the property '%s' occurs twice%s".formatted(parser.currentName(), place), "each property once")
                    : broken(file, pointer, "not JSON%s: %s".formatted(place, reason), EXPECTED);
        }
    }

    private static String decode(String file, byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        if (decoder.decode(bytes, text, true).isError()) {
            long line = text.flip().chars().filter(character -> character == '\n').count() + 1;
            throw broken(file, "", "not UTF-8 at line " + line, "a text file in UTF-8");
        }
        return text.flip().toString();
    }

    private static BrokenDefinition broken(String file, String pointer, String wrong, String expected) {
        return new BrokenDefinition(List.of(new DefinitionFault(file, pointer, wrong, expected)));
    }
}
