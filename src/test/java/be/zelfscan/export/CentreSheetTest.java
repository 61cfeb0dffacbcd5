package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundState;
import be.zelfscan.scan.Answers;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.RandomAnswers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One sheet over rounds that were answered in several versions of an instrument. */
class CentreSheetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BLOCK = "plg";
    private static final Round ROUND = new Round(UUID.randomUUID(), "ronde", "poolster-clb", "2026", LocalDate.EPOCH, LocalDate.EPOCH,
            RoundState.open, null, false, 3, 6);

    @Test
    void aBlockOfOneVersionOnlyIsEmptyAndNotZeroInTheRowsOfTheOther() throws IOException {
        Questionnaire with = Definitions.read("poolster-clb-2025.json", JSON.writeValueAsString(definition("2025")));
        JsonNode definition = definition("2026");
        definition.get("clusters").forEach(cluster -> remove((ArrayNode) cluster.get("blocks")));
        Questionnaire without = Definitions.read("poolster-clb-2026.json", JSON.writeValueAsString(definition));
        CentreInRound complete = centre(with);
        CentreInRound lacking = centre(without);
        List<ExportColumn<CentreInRound>> columns = CentreSheet.columns(List.of(with, without));

        List<ExportColumn<CentreInRound>> ofBlock = columns.stream()
                .filter(column -> column.name().startsWith(BLOCK + ".") || column.name().endsWith("." + BLOCK)).toList();
        assertThat(ofBlock).extracting(ExportColumn::name).contains("plg.stage", "slotvragen.inspiring." + BLOCK).hasSizeGreaterThan(10);
        assertThat(ofBlock).allSatisfy(column -> assertThat(column.value().apply(lacking)).as(column.name()).isEqualTo(ExportCell.EMPTY));
        assertThat(ofBlock).anySatisfy(column -> assertThat(column.value().apply(complete)).isEqualTo(ExportCell.of(false)));
        assertThat(columns).filteredOn(column -> column.name().startsWith("preventie."))
                .anySatisfy(column -> assertThat(column.value().apply(lacking)).isEqualTo(ExportCell.of(false)));
    }

    private static JsonNode definition(String version) throws IOException {
        return JSON.readTree(Files.readString(Path.of("questionnaires", "poolster-clb-" + version + ".json")));
    }

    private static void remove(ArrayNode blocks) {
        for (int at = blocks.size() - 1; at >= 0; at--) {
            if (blocks.get(at).get("id").asText().equals(BLOCK)) {
                blocks.remove(at);
            }
        }
    }

    private static CentreInRound centre(Questionnaire questionnaire) {
        Answers answers = new RandomAnswers(questionnaire, new Random(7)).complete();
        CentreInRound.Sent sent = CentreInRound.Sent.of(UUID.randomUUID(), 1, Instant.EPOCH, questionnaire, answers);
        return new CentreInRound(ROUND, UUID.randomUUID(), "centrum", List.of(), questionnaire.key(),
                Optional.of(sent));
    }
}
