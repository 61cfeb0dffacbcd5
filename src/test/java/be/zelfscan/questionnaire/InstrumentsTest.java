package be.zelfscan.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Instruments.Definition;
import be.zelfscan.support.Definitions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstrumentsTest {
    @Test
    void theNewestVersionIsTheOneThatCountsFurthest() {
        String small = Definitions.smallText();
        String version = "\"version\": \"" + Definitions.small().version() + "\"";
        assertThat(small).contains(version);
        List<Definition> definitions = Stream.of("9", "2025", "10", "2026.9", "2026", "2026.10")
                .map(one -> small.replace(version, "\"version\": \"" + one + "\""))
                .map(text -> new Definition(Definitions.read("small.json", text), text)).toList();

        assertThat(new Instruments(definitions).all()).extracting(one -> one.questionnaire().version())
                .containsExactly("2026.10", "2026.9", "2026", "2025", "10", "9");
    }
}
