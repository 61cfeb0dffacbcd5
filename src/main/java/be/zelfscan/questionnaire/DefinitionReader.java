package be.zelfscan.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a definition: first as JSON, then against {@code questionnaires/schema.json}, then for meaning. Each step reports all the faults it
 * sees at once; a later step runs only when the earlier found none. Thread-safe.
 */
@Singleton
public class DefinitionReader {
    private static final String SCHEMA = "/questionnaires/schema.json";

    private final ObjectMapper syntax = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final io.micronaut.serde.ObjectMapper records;
    private final JsonSchema schema = loadSchema();

    public DefinitionReader(io.micronaut.serde.ObjectMapper records) {
        this.records = records;
    }

    /**
     * Reads one definition.
     *
     * @param file the name by which faults mention it
     * @throws BrokenDefinition with every fault of the first step that finds any
     */
    public Questionnaire read(String file, byte[] content) {
        JsonNode document = parse(file, content);
        List<DefinitionFault> faults = againstSchema(file, document);
        if (faults.isEmpty()) {
            Questionnaire questionnaire = toRecords(file, content);
            faults = new DefinitionCheck(file, questionnaire).faults();
            if (faults.isEmpty()) {
                return questionnaire;
            }
        }
        throw new BrokenDefinition(faults);
    }

    private JsonNode parse(String file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            JsonNode document = syntax.readTree(text);
            if (document == null || document.isMissingNode()) {
                throw broken(file, "", "the file is empty", "a definition as a JSON object");
            }
            return document;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? ""
                    : " at line %d, column %d".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw broken(file, "", "not JSON%s: %s".formatted(place, e.getOriginalMessage().lines().findFirst().orElse("")),
                    "well-formed JSON");
        } catch (CharacterCodingException e) {
            throw broken(file, "", "not UTF-8", "a text file in UTF-8");
        }
    }

    private List<DefinitionFault> againstSchema(String file, JsonNode document) {
        Set<ValidationMessage> messages = schema.validate(document);
        return messages.stream()
                .map(message -> new DefinitionFault(file, message.getInstanceLocation().toString(), wrong(message), expected(message)))
                .distinct().toList();
    }

    private static String wrong(ValidationMessage message) {
        String text = message.getMessage();
        String location = message.getInstanceLocation().toString();
        return text.startsWith(location + ": ") ? text.substring(location.length() + 2) : text;
    }

    private static String expected(ValidationMessage message) {
        JsonNode rule = message.getSchemaNode();
        String keyword = message.getType();
        return switch (keyword) {
            case "required" -> "the property '" + message.getProperty() + "'";
            case "additionalProperties", "unevaluatedProperties" -> "only the properties that the schema names";
            case "enum" -> "one of " + rule;
            case "pattern" -> "a text that matches " + rule.asText();
            case "type" -> rule.asText() + " here";
            case null -> "a value that the schema allows";
            default -> keyword + " " + rule;
        };
    }

    private Questionnaire toRecords(String file, byte[] content) {
        try {
            return records.readValue(content, Questionnaire.class);
        } catch (IOException e) {
            throw broken(file, "", "cannot be read as a definition: " + e.getMessage(), "what questionnaires/schema.json describes");
        }
    }

    private static BrokenDefinition broken(String file, String pointer, String wrong, String expected) {
        return new BrokenDefinition(List.of(new DefinitionFault(file, pointer, wrong, expected)));
    }

    private static JsonSchema loadSchema() {
        try (InputStream stream = DefinitionReader.class.getResourceAsStream(SCHEMA)) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
