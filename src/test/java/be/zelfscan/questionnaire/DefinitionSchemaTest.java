package be.zelfscan.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Question;
import be.zelfscan.question.QuestionTypes;
import be.zelfscan.support.Definitions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionSchemaTest {
    private static final Path FOR_EDITORS = Path.of("questionnaires/schema.json");
    private static final QuestionTypes TYPES = QuestionTypes.of(Definitions.MAPPER);

    @Test
    void theSchemaThatEditorsReadIsTheOneThatTheServiceComposes() throws IOException {
        String composed = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(DefinitionSchema.composed(TYPES)) + "\n";
        if (System.getProperty("schema", "").equals("write")) {
            Files.writeString(FOR_EDITORS, composed);
        }

        assertThat(Files.readString(FOR_EDITORS))
                .as("what the types of questions make of it; write it anew with: mvn test -Dtest=DefinitionSchemaTest -Dschema=write")
                .isEqualToNormalizingNewlines(composed);
    }

    @Test
    void everyTypeThatIsFoundCanBeNamedAndHasItsOwnProperties() {
        JsonNode schema = DefinitionSchema.composed(TYPES);
        List<String> named = schema.at("/$defs/question/properties/type/enum").valueStream().map(JsonNode::asText).toList();

        assertThat(named).isNotEmpty().containsExactlyElementsOf(TYPES.all().stream().map(type -> type.id()).toList());
        assertThat(TYPES.all()).allSatisfy(type -> assertThat(schema.at("/$defs/question-" + type.id() + "/properties").properties())
                .extracting(property -> property.getKey()).contains("id", "label", "required"));
    }

    @Test
    void theQuestionsOfADefinitionHaveTheTypesThatAreFound() {
        assertThat(Definitions.small().blockQuestions()).extracting(Question::type)
                .allSatisfy(type -> assertThat(TYPES.all()).contains(type));
    }
}
