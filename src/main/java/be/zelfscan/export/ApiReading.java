package be.zelfscan.export;

import be.zelfscan.question.ApiAnswer;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundSummary;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What programs read: rounds, what was sent in them, and the definitions that explain it. */
@Singleton
class ApiReading {
    private final ExportQueries data;
    private final Instruments instruments;

    ApiReading(ExportQueries data, Instruments instruments) {
        this.data = data;
        this.instruments = instruments;
    }

    @ReadOnly
    ApiContent.ApiRounds rounds() {
        return new ApiContent.ApiRounds(data.rounds().stream().map(ApiContent.ApiRound::of).toList());
    }

    /**
     * One page of what the centres of a round sent last.
     *
     * @param page from 1
     * @throws ExportRefused when there is no such round
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    ApiContent.ApiScans scans(UUID roundId, int page, int size) {
        RoundSummary round = data.rounds().stream().filter(one -> one.round().id().equals(roundId)).findFirst()
                .orElseThrow(ExportRefused::unknownRound);
        List<ApiContent.ApiScanLine> found = data.newest(roundId, size, (page - 1L) * size);
        boolean more = (long) page * size < round.sent();
        return new ApiContent.ApiScans(page, size, round.sent(),
                more ? "/api/v1/rondes/%s/zelfscans?pagina=%d&aantal=%d".formatted(roundId, page + 1, size) : null, found);
    }

    /** @throws ExportRefused when there is no such sent scan */
    @ReadOnly
    ApiContent.ApiScan scan(UUID sentId) {
        ExportQueries.FoundScan found = data.find(sentId).orElseThrow(ExportRefused::unknownScan);
        CentreInRound centre = found.centre();
        CentreInRound.Sent sent = found.sent();
        return new ApiContent.ApiScan(sent.id(), sent.number(), found.newest(), sent.at(),
                new ApiContent.ApiRoundName(centre.round().id(), centre.round().title()),
                new ApiContent.ApiCentre(centre.centreId(), centre.centre(), centre.schoolGroups()),
                ApiContent.ApiVersion.of(centre.questionnaire()), found.notesErased(), given(sent.questionnaire(), sent.answers()));
    }

    private static List<ApiContent.ApiGivenAnswer> given(Questionnaire questionnaire, Answers answers) {
        return answers.all().stream().sorted(Comparator.comparing(GivenAnswer::section).thenComparing(GivenAnswer::question))
                .map(one -> new ApiContent.ApiGivenAnswer(one.section(), one.question(), told(questionnaire, one).orElse(null), one.note()))
                .toList();
    }

    private static Optional<ApiAnswer> told(Questionnaire questionnaire, GivenAnswer given) {
        return given.answer().map(answer -> questionnaire.question(given.section(), given.question())
                .map(question -> question.forPrograms(answer)).orElseGet(() -> ApiAnswer.of(answer)));
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
