package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCentre;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.comparison.Viewer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads what two centres sent, for who sees both by name. */
@Singleton
public class ReadNamedOpposite {
    /** What stands opposite each other. */
    record Read(Questionnaire questionnaire, SentScan one, SentScan other) {}

    private final SchoolGroupComparison schoolGroups;
    private final NetComparison net;
    private final ScanReading reading;

    ReadNamedOpposite(SchoolGroupComparison schoolGroups, NetComparison net, ScanReading reading) {
        this.schoolGroups = schoolGroups;
        this.net = net;
        this.reading = reading;
    }

    /**
     * @throws be.zelfscan.access.NotAllowed when this is not the person's school group
     * @throws OpeningRefused when these are not two of its centres that sent a scan
     */
    @ReadOnly
    Read ofSchoolGroup(UUID schoolGroupId, UUID roundId, String one, String other, SignedIn person) {
        SchoolGroupComparison.Beside beside = schoolGroups.of(schoolGroupId, roundId, Viewer.of(person));
        List<ComparedCentre> sent = beside.sent().stream().map(CentreFacts::centre).toList();
        return read(beside.round(), beside.questionnaire(), sent, one, other);
    }

    /** Any two of the net, for the support team. @throws OpeningRefused when these are not two of its centres that sent a scan */
    @ReadOnly
    Read ofNet(UUID roundId, String one, String other) {
        NetComparison.Named named = net.named(roundId, List.of(one, other));
        return read(named.round(), named.questionnaire(), named.centres(), one, other);
    }

    private Read read(ComparedRound round, Questionnaire questionnaire, List<ComparedCentre> centres, String one, String other) {
        if (one.equals(other)) {
            throw OpeningRefused.notTwo();
        }
        return new Read(questionnaire, sent(round, centres, one), sent(round, centres, other));
    }

    private SentScan sent(ComparedRound round, List<ComparedCentre> centres, String id) {
        ComparedCentre centre = centres.stream().filter(one -> one.sent() && one.id().toString().equals(id)).findFirst()
                .orElseThrow(OpeningRefused::notTwo);
        return reading.sentScan(new ScanReading.Counted(centre.sentScanId().orElseThrow(), centre.id(), centre.name(), round.id()));
    }
}
