package be.zelfscan.comparison;

import be.zelfscan.access.SignedIn;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Reads what a centre's comparison is made of. */
@Singleton
public class CompareCentre {
    /**
     * @param group with which the centre is compared now: the net, or one of its school groups
     * @param sent what counts of the centre in the round, with its notes
     * @param sentBefore the same of the earlier round, when there is one
     */
    public record Read(CentreComparison.Compared compared, GroupFigures group, SentScan sent, Optional<SentScan> sentBefore) {}

    private final CentreComparison comparison;
    private final ScanReading reading;

    CompareCentre(CentreComparison comparison, ScanReading reading) {
        this.comparison = comparison;
        this.reading = reading;
    }

    /**
     * @param group id of a school group; empty for the net
     * @throws ComparisonNotFound when the round is not closed, the centre sent nothing in it, or did not work for that school group
     * @throws be.zelfscan.access.NotAllowed when this is nothing of the person's
     */
    @ReadOnly
    public Read of(UUID centreId, UUID roundId, String group, SignedIn person) {
        CentreComparison.Compared compared = comparison.of(centreId, roundId, Viewer.of(person));
        GroupFigures chosen = group.isEmpty() ? compared.net()
                : compared.groups().stream().filter(one -> one.schoolGroupId().map(UUID::toString).filter(group::equals).isPresent())
                        .findFirst().orElseThrow(ComparisonNotFound::schoolGroupOfOthers);
        return new Read(compared, chosen, sent(compared.own().centre().sentScanId().orElseThrow(), person),
                compared.earlier().map(earlier -> sent(earlier.own().centre().sentScanId().orElseThrow(), person)));
    }

    private SentScan sent(UUID sentId, SignedIn person) {
        return reading.sentScan(sentId, person.personId());
    }
}
