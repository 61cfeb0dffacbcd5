package be.zelfscan.report;

import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedCentre;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.comparison.NetFilter;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.comparison.Viewer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanReading;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports of a closed round. Each is made of what was frozen when the round closed, so that it says the same next year: names, figures, and the
 * snapshot of each centre that counts. {@code ...Itself} makes it without a reader, see {@link CentreComparison#ofItself}.
 */
@Singleton
public class ComparedReports {
    private static final String KIND = "vergelijking";

    private final CentreComparison centres;
    private final SchoolGroupComparison schoolGroups;
    private final NetComparison net;
    private final ScanReading scans;
    private final CentreReport centreReport;
    private final SchoolGroupReport schoolGroupReport;
    private final NetReport netReport;
    private final ReportRoom room;

    /**
     * A report that was made.
     *
     * @param name of its file, without ending
     * @param pdf not copied: nobody may change it
     */
    public record Made(String name, byte[] pdf) {
        /** The name of its file. */
        public String fileName() {
            return name + Pdf.ENDING;
        }
    }

    ComparedReports(CentreComparison centres, SchoolGroupComparison schoolGroups, NetComparison net, ScanReading scans,
            CentreReport centreReport, SchoolGroupReport schoolGroupReport, NetReport netReport, ReportRoom room) {
        this.centres = centres;
        this.schoolGroups = schoolGroups;
        this.net = net;
        this.scans = scans;
        this.centreReport = centreReport;
        this.schoolGroupReport = schoolGroupReport;
        this.netReport = netReport;
        this.room = room;
    }

    /**
     * The report of a centre with comparison.
     *
     * @throws be.zelfscan.access.NotAllowed when it is nothing of the person's
     * @throws be.zelfscan.comparison.ComparisonNotFound when the round is not closed, or the centre sent nothing in it
     * @throws ReportRoom.Full when too many documents are being made
     */
    public Made centre(UUID centreId, UUID roundId, Viewer viewer) {
        return centre(centres.of(centreId, roundId, viewer));
    }

    Made centreItself(UUID centreId, UUID roundId) {
        return centre(centres.ofItself(centreId, roundId));
    }

    /** The report of a centre in a round in which nothing is compared, for the service that makes reports without a reader. */
    Made centreAlone(UUID centreId, UUID roundId) {
        NetComparison.Named named = net.named(roundId, List.of(centreId.toString()));
        ComparedCentre centre = named.centres().stream().findFirst().orElseThrow(ComparisonNotFound::centre);
        ScanResult result = result(named.round(), named.questionnaire(), centre);
        return new Made(result.fileName(), room.make(List.of("alone", named.round(), result.sent().notesErasedAfter(),
                result.sent().sentBy(), centre), () -> centreReport.pdf(result)));
    }

    private Made centre(CentreComparison.Compared compared) {
        ScanResult result = result(compared.round(), compared.questionnaire(), compared.own().centre());
        return new Made(Slug.of(KIND, compared.own().centre().name(), compared.round().title()),
                room.make(
                        List.of(compared.round(), result.sent().notesErasedAfter(), result.sent().sentBy(), compared.own().centre(),
                                compared.groups(),
                                compared.earlier().map(earlier -> List.of(earlier.round(), earlier.own().centre()))),
                        () -> centreReport.pdf(result, compared)));
    }

    /** The report of a school group; throws what {@link #centre} does. */
    public Made schoolGroup(UUID schoolGroupId, UUID roundId, Viewer viewer) {
        return schoolGroup(schoolGroups.of(schoolGroupId, roundId, viewer));
    }

    Made schoolGroupItself(UUID schoolGroupId, UUID roundId) {
        return schoolGroup(schoolGroups.ofItself(schoolGroupId, roundId));
    }

    private Made schoolGroup(SchoolGroupComparison.Beside beside) {
        List<ScanResult> results = beside.sent().stream().map(CentreFacts::centre)
                .map(centre -> result(beside.round(), beside.questionnaire(), centre)).toList();
        return new Made(Slug.of(KIND, beside.group().name(), beside.round().title()),
                room.make(List.of(beside.round(), beside.group(), results.stream().map(one -> one.sent().notesErasedAfter()).toList(),
                        beside.centres().stream().map(CentreFacts::centre).toList(), beside.figures(), beside.net()),
                        () -> schoolGroupReport.pdf(beside, results)));
    }

    private ScanResult result(ComparedRound round, Questionnaire questionnaire, ComparedCentre centre) {
        return ScanResult.of(scans.sentScan(
                new ScanReading.Counted(centre.sentScanId().orElseThrow(), centre.id(), centre.name(), round.id())), questionnaire);
    }

    /** The report of the whole net, for who sees all of it. */
    Made net(UUID roundId) {
        NetComparison.Overview overview = net.overview(roundId, NetFilter.NONE);
        NetReport.Content content = new NetReport.Content(overview, net.groups(roundId).groups(),
                net.centres(roundId, NetFilter.NONE, 0, Math.max(1, overview.centres())), net.change(roundId, Optional.empty()),
                net.notComparable(roundId));
        return new Made(Slug.of(KIND, "het net", overview.round().title()), room.make(() -> netReport.pdf(content)));
    }
}
