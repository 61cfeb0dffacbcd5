package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundClosed;
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
    private final OrganisationRepository organisations;
    private final ActivityLog log;
    private final Clock clock;

    StartScan(ScanRepository scans, RoundRepository rounds, OrganisationRepository organisations, ActivityLog log, Clock clock) {
        this.scans = scans;
        this.rounds = rounds;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @return the id of the scan
     * @throws ScanNotFound when the centre takes no part in the round
     * @throws RoundClosed when the round is closed and the scan was not started
     */
    @Transactional
    public UUID start(UUID roundId, UUID centreId, UUID personId) {
        Permission.answer.require(organisations.roles(personId, centreId));
        rounds.hold(roundId);
        Round round = rounds.find(roundId).filter(found -> !found.isDraft() && rounds.takesPart(roundId, centreId))
                .orElseThrow(ScanNotFound::scan);
        UUID fresh = UUID.randomUUID();
        if (scans.start(fresh, roundId, centreId, clock.instant())) {
            log.note(Action.scan_started, fresh, round.title());
        }
        return scans.find(roundId, centreId).orElseThrow(() -> new RoundClosed(round.title(), round.closedOn()));
    }
}
