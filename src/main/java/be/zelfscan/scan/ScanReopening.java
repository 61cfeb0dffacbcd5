package be.zelfscan.scan;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_REOPENING;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/** Opens a sent scan again, for whoever runs the round; who may, and who hears of it, is judged there. */
@Singleton
public class ScanReopening {
    /** That a sent scan was opened again: what was sent before stays, and sending it again makes the next number. */
    public record Reopening(UUID id, UUID scanId, String reason, Instant at) {}

    /** A reopening with what it is about. */
    public record OfCentre(Reopening reopening, UUID centreId, String centreName, String roundTitle, LocalDate closesOn) {}

    private final DSLContext sql;
    private final ApplicationEventPublisher<ScanChanged> events;
    private final Clock clock;

    ScanReopening(DSLContext sql, ApplicationEventPublisher<ScanChanged> events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the sent scan of a centre again, in the transaction of the caller. Its snapshots stay, its answers in force are those that were
     * sent.
     *
     * @param reason why, 1 to 2000 characters; the centre reads it
     * @return the reopening; empty when the centre has no sent scan in the round, or the round is not open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reopening> reopen(UUID roundId, UUID centreId, UUID personId, String reason) {
        return sql.update(SCAN).set(SCAN.STATE, "open")
                .where(SCAN.ROUND_ID.eq(roundId), SCAN.CENTRE_ID.eq(centreId), SCAN.STATE.eq("sent"), ScanRepository.isRoundOpen())
                .returningResult(SCAN.ID).fetchOptional(SCAN.ID).map(scanId -> {
                    Reopening reopening = new Reopening(UUID.randomUUID(), scanId, reason, clock.instant());
                    sql.insertInto(SCAN_REOPENING).set(SCAN_REOPENING.ID, reopening.id()).set(SCAN_REOPENING.SCAN_ID, scanId)
                            .set(SCAN_REOPENING.REASON, reason).set(SCAN_REOPENING.REOPENED_BY, personId)
                            .set(SCAN_REOPENING.REOPENED_AT, reopening.at()).execute();
                    events.publishEvent(ScanChanged.asWhole(scanId, personId));
                    return reopening;
                });
    }

    /** A reopening, for the mail about it. */
    @ReadOnly
    public Optional<OfCentre> ofCentre(UUID reopeningId) {
        return sql
                .select(SCAN_REOPENING.ID, SCAN_REOPENING.SCAN_ID, SCAN_REOPENING.REASON, SCAN_REOPENING.REOPENED_AT, CENTRE.ID,
                        CENTRE.NAME,
                        ROUND.TITLE, ROUND.CLOSES_ON)
                .from(SCAN_REOPENING).join(SCAN).on(SCAN.ID.eq(SCAN_REOPENING.SCAN_ID)).join(CENTRE).on(CENTRE.ID.eq(SCAN.CENTRE_ID))
                .join(ROUND).on(ROUND.ID.eq(SCAN.ROUND_ID)).where(SCAN_REOPENING.ID.eq(reopeningId))
                .fetchOptional(row -> new OfCentre(new Reopening(row.value1(), row.value2(), row.value3(), row.value4()), row.value5(),
                        row.value6(), row.value7(), row.value8()));
    }

    /** Why a scan was opened again after it was sent; empty when it was not, or was sent again. */
    @ReadOnly
    public Optional<Reopening> of(Scan scan) {
        return scan.sent() ? Optional.empty() : sql
                .select(SCAN_REOPENING.ID, SCAN_REOPENING.SCAN_ID, SCAN_REOPENING.REASON, SCAN_REOPENING.REOPENED_AT).from(SCAN_REOPENING)
                .where(SCAN_REOPENING.SCAN_ID.eq(scan.id())).orderBy(SCAN_REOPENING.REOPENED_AT.desc()).limit(1)
                .fetchOptional(Records.mapping(Reopening::new));
    }
}
