package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionTypes;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a definition: first as JSON, then against the {@link DefinitionSchema}, then for meaning. The first step stops at its first
 * fault, the others report all they see at once; a later step runs only when the earlier found none. Thread-safe.
 */
@Singleton
public class DefinitionReader {
    private final Syntax syntax = new Syntax();
    private final DefinitionSchema schema;
    private final ObjectMapper records;
    private final Words usual;

    public DefinitionReader(ObjectMapper records) {
        this.records = records;
        this.schema = new DefinitionSchema(QuestionTypes.of(records));
        try (InputStream words = DefinitionReader.class.getResourceAsStream("/words.json")) {
            this.usual = records.readValue(words, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For who reads a definition without the rest of the service. */
    public static DefinitionReader alone() {
        return new DefinitionReader(ObjectMapper.create(Map.of(), Question.class.getPackageName()));
    }

    /**
     * Reads one definition.
     *
     * @param file the name by which faults mention it
     * @throws BrokenDefinition with every fault of the first step that finds any
     */
    public Questionnaire read(String file, byte[] content) {
        JsonNode document = syntax.read(file, content);
        FaultList faults = new FaultList(file);
        schema.check(document, faults);
        failOn(faults);
        DefinitionFile definition = toRecords(file, content);
        Questionnaire questionnaire = definition.questionnaire(usual);
        DefinitionCheck.check(definition, questionnaire, faults);
        TextCheck.check(document, faults);
        failOn(faults);
        return questionnaire;
    }

    private static void failOn(FaultList faults) {
        List<Fault> found = faults.toList();
        if (!found.isEmpty()) {
            throw new BrokenDefinition(found);
        }
    }

    private DefinitionFile toRecords(String file, byte[] content) {
        try {
            return records.readValue(content, DefinitionFile.class);
        } catch (IOException e) {
            throw new BrokenDefinition(List.of(new Fault(file, "", "cannot be read as a definition: " + e.getMessage(),
                    "what questionnaires/schema.json describes")));
        }
    }

    /** Reads a definition as JSON: UTF-8, strict, every property once. It stops at the first fault. Thread-safe. */
    static final class Syntax {
        private static final String EXPECTED = "well-formed JSON";

        private final JsonMapper mapper = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

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
                        ? broken(file, pointer, "the property '%s' occurs twice%s".formatted(parser.currentName(), place),
                                "each property once")
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
            return new BrokenDefinition(List.of(new Fault(file, pointer, wrong, expected)));
        }
    }

    /** Checks every text of a definition: placeholders where they are filled in, no characters that cannot be shown or stored. Pure. */
    static final class TextCheck {
        private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
        private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");
        private static final Pattern WITH_BLOCK = Pattern
                .compile("/(?:blockQuestions|questionSets/[^/]+)/[0-9]+/label|/scale/stages/[0-9]+/description/[0-9]+");
        private static final Pattern WITH_NUMBER = Pattern.compile(".*/[0-9]+/(?:item|row)");

        private static final Pattern WITH_CODE = Pattern.compile("/references/(?:expectations|developmentScales)/code");

        private TextCheck() {}

        static void check(JsonNode document, FaultList faults) {
            check("", document, faults);
        }

        private static void check(String pointer, JsonNode node, FaultList faults) {
            if (node.isTextual()) {
                text(pointer, node.textValue(), faults);
            }
            node.properties().forEach(property -> check(pointer + "/" + property.getKey(), property.getValue(), faults));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                check(pointer + "/" + i, node.get(i), faults);
            }
        }

        private static void text(String pointer, String text, FaultList faults) {
            Matcher unfit = UNFIT.matcher(text);
            if (unfit.find()) {
                faults.add(pointer, "the character U+%04X".formatted((int) unfit.group().charAt(0)),
                        "a text without control characters and line ends");
            }
            if (text.indexOf('{') < 0) {
                return;
            }
            String allowed = WITH_BLOCK.matcher(pointer).matches() ? "{block}"
                    : WITH_NUMBER.matcher(pointer).matches() ? "{number}"
                            : WITH_CODE.matcher(pointer).matches() ? References.Frame.CODE : "";
            PLACEHOLDER.matcher(text).results().map(found -> found.group()).filter(found -> !found.equals(allowed)).distinct()
                    .forEach(found -> faults.add(pointer, "the placeholder %s is not filled in here".formatted(found),
                            allowed.isEmpty() ? "a text without placeholders" : "no placeholder but " + allowed));
        }
    }
}
