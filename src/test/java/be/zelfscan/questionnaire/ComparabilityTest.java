package be.zelfscan.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparabilityTest {
    private static final String TEXT = Definitions.smallText();
    private static final Questionnaire THEN = Definitions.small();

    @Test
    void blocksWithTheSameIdAreComparedWhateverTheirTexts() {
        Questionnaire now = read(TEXT.replace("\"version\": \"1\"", "\"version\": \"2\"").replace("Wat vergaat en voedt.", "Wat voedt."));

        assertThat(Comparability.of(THEN, now).orElseThrow().nowByThen())
                .isEqualTo(Map.of("compost", "compost", "water", "water", "delen", "delen"));
    }

    @Test
    void aBlockThatAnotherOneContinuesIsComparedWithIt() {
        Questionnaire now = read(TEXT.replace("\"id\": \"compost\"", "\"id\": \"humus\"")
                .replace("\"version\": \"1\"", "\"version\": \"2\", \"continues\": { \"humus\": \"compost\" }"));

        assertThat(Comparability.of(THEN, now).orElseThrow().nowByThen())
                .isEqualTo(Map.of("compost", "humus", "water", "water", "delen", "delen"));
        assertThat(Comparability.then(THEN, now, now.section("humus").orElseThrow())).get().extracting(Section::id).isEqualTo("compost");
    }

    @Test
    void aBlockThatIsInOneVersionOnlyIsLeftOut() {
        Questionnaire now = read(
                TEXT.replace("\"id\": \"compost\"", "\"id\": \"humus\"").replace("\"version\": \"1\"", "\"version\": \"2\""));

        assertThat(Comparability.of(THEN, now).orElseThrow().nowByThen()).isEqualTo(Map.of("water", "water", "delen", "delen"));
        assertThat(Comparability.then(THEN, now, now.section("humus").orElseThrow())).isEmpty();
    }

    @Test
    void nothingIsComparedWhenTheStagesDiffer() {
        Questionnaire now = read(TEXT.replace("\"zaad\"", "\"pit\"").replace("\"version\": \"1\"", "\"version\": \"2\""));

        assertThat(Comparability.of(THEN, now)).isEmpty();
        assertThat(now.sections()).allMatch(section -> Comparability.then(THEN, now, section).isEmpty());
    }

    @Test
    void sectionsThatAreNotPlacedAreNotComparedButCanBeLaidBesideEachOther() throws IOException {
        Questionnaire unscaled = read(Files.readString(Path.of("questionnaires/gesprekskaarten-2026.json")));

        assertThat(unscaled.isScaled()).isFalse();
        assertThat(Comparability.of(unscaled, unscaled)).isEmpty();
        assertThat(unscaled.sections()).isNotEmpty()
                .allMatch(section -> Comparability.then(unscaled, unscaled, section).filter(section::equals).isPresent());
        Section closing = THEN.closing().orElseThrow();
        assertThat(Comparability.then(THEN, THEN, closing)).contains(closing);
    }

    private static Questionnaire read(String text) {
        return Definitions.read("later.json", text);
    }
}
