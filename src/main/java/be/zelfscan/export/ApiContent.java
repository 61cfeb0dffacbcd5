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
    record Rounds(List<Round> rounds) {}

    /** @param scans where its sent scans are */
    @Serdeable
    record Round(UUID id, String title, RoundState state, LocalDate opensOn, LocalDate closesOn, Version questionnaire, int centres,
            int sent, String scans) {
        static Round of(RoundSummary summary) {
            var round = summary.round();
            return new Round(round.id(), round.title(), round.state(), round.opensOn(), round.closesOn(), Version.of(round.questionnaire()),
                    summary.centres(), summary.sent(), "/api/v1/rondes/" + round.id() + "/zelfscans");
        }
    }

    /** @param address where its definition is */
    @Serdeable
    record Version(String id, String version, String address) {
        static Version of(QuestionnaireKey key) {
            return new Version(key.id(), key.version(), "/api/v1/vragenlijsten/" + key.id() + "/" + key.version());
        }
    }

    /** @param next where the next page is; none on the last */
    @Serdeable
    record Scans(int page, int size, int total, @Nullable String next, List<ScanLine> scans) {}

    @Serdeable
    record Centre(UUID id, String name, List<String> schoolGroups) {}

    /** @param address where its answers are */
    @Serdeable
    record ScanLine(UUID id, int number, Instant sentAt, Centre centre, Version questionnaire, String address) {
        ScanLine(UUID id, int number, Instant sentAt, Centre centre, Version questionnaire) {
            this(id, number, sentAt, centre, questionnaire, "/api/v1/zelfscans/" + id);
        }
    }

    @Serdeable
    record RoundName(UUID id, String title) {}

    /**
     * @param newest whether it is the newest that the centre sent in its round, the one that counts
     * @param notesErased whether its notes were erased, since they had been kept long enough
     */
    @Serdeable
    record Scan(UUID id, int number, boolean newest, Instant sentAt, RoundName round, Centre centre, Version questionnaire,
            boolean notesErased, List<Given> answers) {}

    /** @param answer none when only a note was given */
    @Serdeable
    record Given(String section, String question, @Nullable ApiAnswer answer, String note) {}
}
