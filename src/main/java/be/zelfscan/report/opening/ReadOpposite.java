package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.Viewer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads what two centres show each other. */
@Singleton
public class ReadOpposite {
    /** What stands opposite each other; of each only what it opened. */
    record Read(Questionnaire questionnaire, Opening opening, SentScan own, SentScan other) {}

    private final CentreComparison comparison;
    private final ScanReading reading;
    private final OpeningRepository openings;

    ReadOpposite(CentreComparison comparison, ScanReading reading, OpeningRepository openings) {
        this.comparison = comparison;
        this.reading = reading;
        this.openings = openings;
    }

    /**
     * @throws be.zelfscan.access.NotAllowed when the person is not of {@code centreId}
     * @throws OpeningRefused when these two are not open to each other in that round
     */
    @ReadOnly
    Read of(UUID centreId, UUID otherId, UUID roundId, SignedIn person) {
        CentreComparison.Compared compared = comparison.of(centreId, roundId, Viewer.of(person));
        Opening opening = openings.of(centreId).stream()
                .filter(one -> one.state() == Opening.State.mutual && one.isAbout(roundId, otherId)).findFirst()
                .orElseThrow(OpeningRefused::notOpen);
        SentScan other = reading.openedScan(roundId, centreId, otherId, person.personId()).orElseThrow(OpeningRefused::notOpen);
        SentScan own = reading.sentScan(compared.own().centre().sentScanId().orElseThrow(), person.personId());
        return new Read(compared.questionnaire(), opening, opening.ownNotes() ? own : Untyped.of(own), other);
    }
}
