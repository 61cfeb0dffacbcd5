package be.zelfscan.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionTypes;
import be.zelfscan.question.Words;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Reads a definition: first as JSON, then against the {@link DefinitionSchema}, then for meaning. The first step stops at its first
 * fault, the others report all they see at once; a later step runs only when the earlier found none. Thread-safe.
 */
@Singleton
public class DefinitionReader {
    private final DefinitionSyntax syntax = new DefinitionSyntax();
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
        DefinitionTexts.check(document, faults);
        failOn(faults);
        return questionnaire;
    }

    private static void failOn(FaultList faults) {
        List<DefinitionFault> found = faults.toList();
        if (!found.isEmpty()) {
            throw new BrokenDefinition(found);
        }
    }

    private DefinitionFile toRecords(String file, byte[] content) {
        try {
            return records.readValue(content, DefinitionFile.class);
        } catch (IOException e) {
            throw new BrokenDefinition(List.of(new DefinitionFault(file, "", "cannot be read as a definition: " + e.getMessage(),
                    "what questionnaires/schema.json describes")));
        }
    }
}
