package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        Comparability both = Comparability.of(THEN, now).orElseThrow();

        assertThat(both.nowByThen()).isEqualTo(Map.of("compost", "humus", "water", "water", "delen", "delen"));
        CentreFacts facts = new CentreFacts(new ComparedRound.Centre(UUID.randomUUID(), "Tuin", Optional.of(UUID.randomUUID())),
                Map.of("compost", new CentreFacts.Placed("kiem", Optional.empty())), java.util.List.of()).as(both);
        assertThat(facts.placed("humus")).get().extracting(CentreFacts.Placed::stage).isEqualTo("kiem");
        assertThat(facts.placed("compost")).isEmpty();
    }

    @Test
    void aBlockThatIsInOneVersionOnlyIsLeftOut() {
        Questionnaire now = read(
                TEXT.replace("\"id\": \"compost\"", "\"id\": \"humus\"").replace("\"version\": \"1\"", "\"version\": \"2\""));

        assertThat(Comparability.of(THEN, now).orElseThrow().nowByThen()).isEqualTo(Map.of("water", "water", "delen", "delen"));
    }

    @Test
    void nothingIsComparedWhenTheStagesDiffer() {
        Questionnaire now = read(TEXT.replace("\"zaad\"", "\"pit\"").replace("\"version\": \"1\"", "\"version\": \"2\""));

        assertThat(Comparability.of(THEN, now)).isEmpty();
    }

    private static Questionnaire read(String text) {
        return Definitions.read("later.json", text);
    }
}
