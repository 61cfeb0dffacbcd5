package be.zelfscan.scan;

import be.zelfscan.access.AccessRepository;
import be.zelfscan.access.Permission;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Starts a centre's scan in a round in which it takes part; a scan that was started before goes on. */
@Singleton
public class StartScan {
    private final ScanRepository scans;
    private final RoundRepository rounds;
    private final AccessRepository access;
    private final Clock clock;

    StartScan(ScanRepository scans, RoundRepository rounds, AccessRepository access, Clock clock) {
        this.scans = scans;
        this.rounds = rounds;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @return the id of the scan
     * @throws ScanNotFound when the centre takes no part in the round
     */
    @Transactional
    public UUID start(UUID roundId, UUID centreId, UUID personId) {
        Permission.answer.require(access.roles(personId, centreId));
        if (!rounds.takesPart(roundId, centreId)) {
            throw ScanNotFound.scan();
        }
        scans.start(UUID.randomUUID(), roundId, centreId, clock.instant());
        return scans.find(roundId, centreId, personId).orElseThrow().id();
    }
}
