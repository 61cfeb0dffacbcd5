package be.zelfscan.questionnaire;

import be.zelfscan.question.QuestionType;
import be.zelfscan.question.QuestionTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * The schema of a definition, and what it finds wrong in the words of somebody who writes one: what is expected comes from the description
 * beside the rule that was broken. It is composed of what every definition has and of what each type of question has;
 * {@code questionnaires/schema.json}, which editors read, is a copy of it. Thread-safe.
 */
final class DefinitionSchema {
    private static final String EVERY_DEFINITION = "/questionnaire/schema.json";
    private static final String OF_TYPE = "/question/%s.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int QUOTED = 60;

    private final JsonNode rules;
    private final JsonSchema schema;

    DefinitionSchema(QuestionTypes types) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
        rules = composed(types);
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(rules, config);
    }

    /** The whole schema, with the properties that each type of question has beside those of all questions. */
    static JsonNode composed(QuestionTypes types) {
        ObjectNode whole = read(EVERY_DEFINITION);
        ObjectNode definitions = whole.withObject("/$defs");
        ObjectNode question = definitions.withObject("/question");
        ArrayNode ids = question.withObject("/properties/type").putArray("enum");
        ArrayNode rulesOfTypes = question.putArray("allOf");
        for (QuestionType type : types.all()) {
            ObjectNode own = read(OF_TYPE.formatted(type.id()));
            String name = "question-" + type.id();
            own.withObject("/$defs").properties().forEach(entry -> add(definitions, entry.getKey(), entry.getValue()));
            own.remove("$defs");
            ObjectNode properties = MAPPER.createObjectNode();
            question.get("properties").fieldNames().forEachRemaining(property -> properties.put(property, true));
            own.withObject("/properties").properties().forEach(entry -> add(properties, entry.getKey(), entry.getValue()));
            own.put("additionalProperties", false).set("properties", properties);
            add(definitions, name, own);
            ids.add(type.id());
            ObjectNode rule = rulesOfTypes.addObject();
            rule.withObject("/if").set("required", MAPPER.createArrayNode().add("type"));
            rule.withObject("/if/properties/type").put("const", type.id());
            rule.withObject("/then").put("$ref", "#/$defs/" + name);
        }
        return whole;
    }

    private static void add(ObjectNode to, String name, JsonNode rule) {
        if (to.putIfAbsent(name, rule) != null) {
            throw new IllegalStateException("A type of question defines '%s' once more".formatted(name));
        }
    }

    private static ObjectNode read(String resource) {
        try (InputStream stream = DefinitionSchema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + resource + ", which says what may stand in a definition");
            }
            return (ObjectNode) MAPPER.readTree(stream);
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
