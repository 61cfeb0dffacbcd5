package be.zelfscan.export;

import be.zelfscan.question.ApiAnswer;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import be.zelfscan.round.RoundSummary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What programs read, as JSON; {@code openapi.yaml} describes it. */
final class ApiContent {
    private ApiContent() {}

    @Serdeable
    record ApiRounds(List<ApiRound> rounds) {}

    /** @param scans where its sent scans are */
    @Serdeable
    record ApiRound(UUID id, String title, RoundState state, LocalDate opensOn, LocalDate closesOn, ApiVersion questionnaire, int centres,
            int sent, String scans) {
        static ApiRound of(RoundSummary summary) {
            var round = summary.round();
            return new ApiRound(round.id(), round.title(), round.state(), round.opensOn(), round.closesOn(),
                    ApiVersion.of(round.questionnaire()),
                    summary.centres(), summary.sent(), "/api/v1/rondes/" + round.id() + "/zelfscans");
        }
    }

    /** @param address where its definition is */
    @Serdeable
    record ApiVersion(String id, String version, String address) {
        static ApiVersion of(QuestionnaireKey key) {
            return new ApiVersion(key.id(), key.version(), "/api/v1/vragenlijsten/" + key.id() + "/" + key.version());
        }
    }

    /** @param next where the next page is; none on the last */
    @Serdeable
    record ApiScans(int page, int size, int total, @Nullable String next, List<ApiScanLine> scans) {}

    @Serdeable
    record ApiCentre(UUID id, String name, List<String> schoolGroups) {}

    /** @param address where its answers are */
    @Serdeable
    record ApiScanLine(UUID id, int number, Instant sentAt, ApiCentre centre, ApiVersion questionnaire, String address) {
        ApiScanLine(UUID id, int number, Instant sentAt, ApiCentre centre, ApiVersion questionnaire) {
            this(id, number, sentAt, centre, questionnaire, "/api/v1/zelfscans/" + id);
        }
    }

    @Serdeable
    record ApiRoundName(UUID id, String title) {}

    /**
     * @param newest whether it is the newest that the centre sent in its round, the one that counts
     * @param notesErased whether its notes were erased, since they had been kept long enough
     */
    @Serdeable
    record ApiScan(UUID id, int number, boolean newest, Instant sentAt, ApiRoundName round, ApiCentre centre, ApiVersion questionnaire,
            boolean notesErased, List<ApiGivenAnswer> answers) {}

    /** @param answer none when only a note was given */
    @Serdeable
    record ApiGivenAnswer(String section, String question, @Nullable ApiAnswer answer, String note) {}
}
