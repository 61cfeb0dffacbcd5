package be.zelfscan.scan;

import static be.zelfscan.database.schema.Tables.ANSWER;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * How far the scans of a round are, and nothing of what they say. Judging whether a scan is complete takes its answers, which nobody
 * outside the centre reads: only the service itself sees them here.
 */
@Singleton
public class ScanProgress {
    /** How far a scan is. */
    public enum State {
        not_started("niet begonnen"), started("begonnen"), complete("volledig, niet verzonden"), sent("verzonden");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }
    }

    /** A snapshot that was sent. */
    public record Sent(UUID id, int number, Instant at) {}

    /**
     * One centre's scan.
     *
     * @param sent the newest snapshot; it is there too when the scan was opened again
     */
    public record OfCentre(UUID centreId, State state, Optional<Sent> sent) {
        public static OfCentre notStarted(UUID centreId) {
            return new OfCentre(centreId, State.not_started, Optional.empty());
        }

        /** Whether it was sent and opened again. */
        public boolean isReopened() {
            return state != State.sent && sent.isPresent();
        }
    }

    private record Started(UUID id, UUID centreId, boolean isSent, Optional<Sent> sent) {}

    private final DSLContext sql;
    private final AnswerJson json;
    private final RoundRepository rounds;
    private final Instruments instruments;

    ScanProgress(DSLContext sql, AnswerJson json, RoundRepository rounds, Instruments instruments) {
        this.sql = sql;
        this.json = json;
        this.rounds = rounds;
        this.instruments = instruments;
    }

    /**
     * How far the scans that were started are, by centre; to be called in the scope of the service, which sees the answers by which it is
     * judged.
     */
    @ReadOnly
    public Map<UUID, OfCentre> ofRound(UUID roundId) {
        Optional<QuestionnaireKey> questionnaire = rounds.find(roundId).map(round -> round.questionnaire());
        if (questionnaire.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<GivenAnswer>> answers = answersOfUnsent(roundId);
        return started(roundId).stream().map(scan -> new OfCentre(scan.centreId(),
                scan.isSent() ? State.sent : state(questionnaire.get(), answers.getOrDefault(scan.id(), List.of())), scan.sent()))
                .collect(Collectors.toUnmodifiableMap(OfCentre::centreId, Function.identity()));
    }

    /** The centres that sent and whose scan was not opened again since. */
    @ReadOnly
    public Set<UUID> sentCentres(UUID roundId) {
        return started(roundId).stream().filter(Started::isSent).map(Started::centreId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Started> started(UUID roundId) {
        return sql.select(SCAN.ID, SCAN.CENTRE_ID, SCAN.STATE, SENT_SCAN.ID, SENT_SCAN.NUMBER, SENT_SCAN.SENT_AT).distinctOn(SCAN.ID)
                .from(SCAN).leftJoin(SENT_SCAN).on(SENT_SCAN.SCAN_ID.eq(SCAN.ID)).where(SCAN.ROUND_ID.eq(roundId))
                .orderBy(SCAN.ID, SENT_SCAN.NUMBER.desc())
                .fetch(row -> new Started(row.value1(), row.value2(), row.value3().equals("sent"),
                        Optional.ofNullable(row.value4()).map(id -> new Sent(id, row.value5(), row.value6()))));
    }

    /**
     * The answers in force of the scans that can still be sent, as far as it is judged by them what is open: without their notes and who
     * gave them.
     */
    private Map<UUID, List<GivenAnswer>> answersOfUnsent(UUID roundId) {
        return sql.select(ANSWER.SCAN_ID, ANSWER.SECTION, ANSWER.QUESTION, ANSWER.REVISION, ANSWER.VALUE, ANSWER.ANSWERED_AT).from(ANSWER)
                .join(SCAN).on(SCAN.ID.eq(ANSWER.SCAN_ID)).where(SCAN.ROUND_ID.eq(roundId), SCAN.STATE.eq("open"))
                .fetchGroups(row -> row.value1(),
                        row -> new GivenAnswer(row.value2(), row.value3(), row.value4(), json.answer(row.value5()),
                                "", "", row.value6()));
    }

    private State state(QuestionnaireKey questionnaire, List<GivenAnswer> answers) {
        if (answers.isEmpty()) {
            return State.started;
        }
        return new Progress(instruments.get(questionnaire), new Answers(answers)).isComplete() ? State.complete : State.started;
    }
}
