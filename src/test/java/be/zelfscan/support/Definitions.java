package be.zelfscan.support;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Asked;
import be.zelfscan.questionnaire.DefinitionReader;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The definitions that tests work with, read as the service reads them. */
public final class Definitions {
    private static final String SMALL = "/definitions/small.json";
    private static final String FRENCH = "/definitions/french.json";
    private static final String SHIPPED = "/questionnaires/poolster-clb-2026.json";

    /** Reads what the service reads, questions and answers among it. */
    public static final ObjectMapper MAPPER = ObjectMapper.create(Map.of(), "be.zelfscan.question");

    private static final DefinitionReader READER = new DefinitionReader(MAPPER);

    private Definitions() {}

    /** Two clusters, three blocks, three stages, a question of every type; invented. */
    public static Questionnaire small() {
        return read("small.json", smallText());
    }

    /** The file of {@link #small}, for tests that break it. */
    public static String smallText() {
        return text(SMALL);
    }

    /** An instrument in French with words of its own, three stages; invented. */
    public static Questionnaire french() {
        return read("french.json", text(FRENCH));
    }

    /** The instrument that the service ships. */
    public static Questionnaire shipped() {
        return read("poolster-clb-2026.json", text(SHIPPED));
    }

    /** Those of which each shows types of questions; a new type brings one of its own. */
    public static List<Questionnaire> ofTypes() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/definitions/types"))) {
            return files.sorted().map(file -> read(file.getFileName().toString(), text("/definitions/types/" + file.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws be.zelfscan.questionnaire.BrokenDefinition when it is wrong */
    public static Questionnaire read(String file, String text) {
        return READER.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is known in a section of blocks where this stage was chosen, and nothing else. */
    public static Asked asked(Questionnaire questionnaire, Optional<String> stage) {
        return new Asked(questionnaire, questionnaire.blocks().getFirst().id(),
                question -> question.equals(questionnaire.placement().id()) ? stage.map(Answer.Coded::of) : Optional.empty());
    }

    static String text(String resource) {
        try (InputStream stream = Definitions.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
