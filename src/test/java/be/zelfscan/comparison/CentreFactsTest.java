package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Comparability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CentreFactsTest {
    @Test
    void whatACentreAnsweredThenIsReadUnderTheIdsOfNow() {
        Comparability both = new Comparability(Map.of("compost", "humus"));
        CentreFacts facts = new CentreFacts(new ComparedRound.Centre(UUID.randomUUID(), "Tuin", Optional.of(UUID.randomUUID())),
                Map.of("compost", new CentreFacts.Placed("kiem", Optional.empty())), List.of()).as(both);

        assertThat(facts.placed("humus")).get().extracting(CentreFacts.Placed::stage).isEqualTo("kiem");
        assertThat(facts.placed("compost")).isEmpty();
    }
}
