package be.zelfscan.export;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What programs read: rounds, what was sent in them, and the definitions that explain it. */
@Singleton
class ApiReading {
    private final ExportRepository rounds;
    private final ApiRepository scans;
    private final Instruments instruments;

    ApiReading(ExportRepository rounds, ApiRepository scans, Instruments instruments) {
        this.rounds = rounds;
        this.scans = scans;
        this.instruments = instruments;
    }

    @ReadOnly
    ApiContent.Rounds rounds() {
        return new ApiContent.Rounds(rounds.rounds().stream().map(ApiContent.Round::of).toList());
    }

    /**
     * One page of what the centres of a round sent last.
     *
     * @param page from 1
     * @throws ExportRefused when there is no such round
     */
    @ReadOnly
    ApiContent.Scans scans(UUID roundId, int page, int size) {
        RoundOfData round = rounds.rounds().stream().filter(one -> one.id().equals(roundId)).findFirst()
                .orElseThrow(ExportRefused::unknownRound);
        List<ApiContent.ScanLine> found = scans.newest(roundId, size, (page - 1L) * size);
        boolean more = (long) page * size < round.sent();
        return new ApiContent.Scans(page, size, round.sent(),
                more ? "/api/v1/rondes/%s/zelfscans?pagina=%d&aantal=%d".formatted(roundId, page + 1, size) : null, found);
    }

    /** @throws ExportRefused when there is no such sent scan */
    @ReadOnly
    ApiContent.Scan scan(UUID sentId) {
        return scans.find(sentId).orElseThrow(ExportRefused::unknownScan);
    }

    /**
     * A definition, as its file holds it.
     *
     * @throws ExportRefused when there is no such version
     */
    String definition(QuestionnaireKey key) {
        return instruments.definition(key).map(Instruments.Definition::content).orElseThrow(ExportRefused::unknownVersion);
    }
}
