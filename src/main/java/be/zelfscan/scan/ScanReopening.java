package be.zelfscan.scan;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Opens a sent scan again, for whoever runs the round; who may, and who hears of it, is judged there. */
@Singleton
public class ScanReopening {
    /** A reopening with what it is about. */
    public record OfCentre(Reopening reopening, UUID centreId, String centreName, String roundTitle, LocalDate closesOn) {}

    private final ReopeningRepository reopenings;
    private final Clock clock;

    ScanReopening(ReopeningRepository reopenings, Clock clock) {
        this.reopenings = reopenings;
        this.clock = clock;
    }

    /**
     * Opens the sent scan of a centre again, in the transaction of the caller. Its snapshots stay, its answers in force are those that were sent.
     *
     * @param reason why, 1 to 2000 characters; the centre reads it
     * @return the reopening; empty when the centre has no sent scan in the round, or the round is not open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reopening> reopen(UUID roundId, UUID centreId, UUID personId, String reason) {
        return reopenings.open(roundId, centreId).map(scanId -> {
            Reopening reopening = new Reopening(UUID.randomUUID(), scanId, reason, clock.instant());
            reopenings.add(reopening, personId);
            return reopening;
        });
    }

    /** A reopening, for the mail about it. */
    @ReadOnly
    public Optional<OfCentre> ofCentre(UUID reopeningId) {
        return reopenings.ofCentre(reopeningId);
    }
}
