package be.zelfscan.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code questionnaires/schema.json}, and what it finds wrong in the words of somebody who writes a definition: what is expected comes from the
 * description beside the rule that was broken. Thread-safe.
 */
final class DefinitionSchema {
    private static final String RESOURCE = "/questionnaires/schema.json";
    private static final int QUOTED = 60;

    private final JsonNode rules;
    private final JsonSchema schema;

    DefinitionSchema() {
        try (InputStream stream = DefinitionSchema.class.getResourceAsStream(RESOURCE)) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
            rules = new ObjectMapper().readTree(stream);
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(rules, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(JsonNode document, FaultList faults) {
        schema.validate(document).forEach(message -> add(document, message, faults));
    }

    private void add(JsonNode document, ValidationMessage message, FaultList faults) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode given = document.at(pointer);
        JsonNode rule = message.getSchemaNode();
        JsonNode beside = rules.at(message.getSchemaLocation().getFragment().getParent().toString());
        switch (message.getType()) {
            case "required" ->
                faults.add(pointer, "the property '%s' is missing".formatted(message.getProperty()), "the properties " + list(rule));
            case "additionalProperties" -> faults.add(pointer + "/" + escaped(message.getProperty()),
                    "unknown property '%s'".formatted(message.getProperty()), "one of " + names(beside.path("properties")));
            case "propertyNames" -> faults.add(pointer + "/" + escaped(message.getProperty()),
                    "the property name '%s'".formatted(message.getProperty()), described(rules.at("/$defs/id"), "another name"));
            case "enum" -> faults.add(pointer, "the value " + quoted(given), "one of " + list(rule));
            case "type" -> faults.add(pointer, kind(given), switch (rule.asText()) {
                case "object" -> "an object";
                case "array" -> "an array";
                case "boolean" -> "true or false";
                default -> described(beside, rule.asText());
            });
            case "minItems", "minProperties" -> faults.add(pointer, "%d items".formatted(given.size()), "at least " + rule);
            case "maxItems" -> faults.add(pointer, "%d items".formatted(given.size()), "at most " + rule);
            case "pattern", "maxLength", "minimum", "maximum" ->
                faults.add(pointer, "the value " + quoted(given), described(beside, message.getType() + " " + rule));
            default -> faults.add(pointer, message.getMessage(), described(beside, message.getType() + " " + rule));
        }
    }

    private static String described(JsonNode rules, String otherwise) {
        return rules.path("description").asText(otherwise);
    }

    private static String kind(JsonNode given) {
        return switch (given.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> "the value " + quoted(given);
        };
    }

    private static String quoted(JsonNode given) {
        String text = given.toString();
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "… (%d characters)".formatted(given.asText().length());
    }

    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts.toString();
    }

    private static String names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names.toString();
    }

    /** A property name as a part of a JSON pointer (RFC 6901). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
