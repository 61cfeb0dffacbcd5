package be.zelfscan.report;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.comparison.NetFilter;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.team.KeepHelp;
import be.zelfscan.team.TeamResult;
import be.zelfscan.text.Slug;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The reports, for whoever may see them and for the mail: of a sent scan, and of a closed round. Those of a round are made of what was
 * frozen when it closed, so that they say the same next year: names, figures, and the snapshot of each centre that counts.
 * {@code ...Itself} makes it without a reader, see {@link CentreComparison#withoutReader}.
 */
@Singleton
public class Reports {
    private static final String KIND = "vergelijking";

    private final CentreComparison centres;
    private final SchoolGroupComparison schoolGroups;
    private final NetComparison net;
    private final ScanReading scans;
    private final CentreReport centreReport;
    private final SchoolGroupReport schoolGroupReport;
    private final NetReport netReport;
    private final TeamResult.Reading teams;
    private final ReportRoom room;
    private final KeepHelp help;
    private final Instruments instruments;

    Reports(CentreComparison centres, SchoolGroupComparison schoolGroups, NetComparison net, ScanReading scans,
            CentreReport centreReport, SchoolGroupReport schoolGroupReport, NetReport netReport, TeamResult.Reading teams,
            ReportRoom room, KeepHelp help, Instruments instruments) {
        this.centres = centres;
        this.schoolGroups = schoolGroups;
        this.net = net;
        this.scans = scans;
        this.centreReport = centreReport;
        this.schoolGroupReport = schoolGroupReport;
        this.netReport = netReport;
        this.teams = teams;
        this.room = room;
        this.help = help;
        this.instruments = instruments;
    }

    /**
     * What a centre sent.
     *
     * @throws be.zelfscan.scan.ScanNotFound when there is no such sent scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    ScanResult result(UUID sentId, UUID personId) {
        return result(scans.sentScan(sentId, personId));
    }

    /** For the service itself, which mails it to whom the sending named. */
    ScanResult resultForMail(UUID sentId) {
        return result(scans.sentScanForMail(sentId));
    }

    private ScanResult result(SentScan sent) {
        return withHelp(ScanResult.of(sent, instruments.get(sent.questionnaire())));
    }

    /** What helps is what is shown when the report is made, also of a round that was closed before. */
    private ScanResult withHelp(ScanResult result) {
        return result.with(help.shown(result.questionnaire()));
    }

    /**
     * The report of what a centre sent, for its reader: with what the team made of it when that is the reader's own.
     *
     * @throws ReportRoom.Full when too many documents are being made
     */
    Pdf of(ScanResult result) {
        return of(result, teams.of(result.sent()));
    }

    /** The report of what a centre sent, for somebody of whom the caller knows that it is of the centre. */
    Pdf ofOwn(ScanResult result) {
        return of(result, teams.ofOwn(result.sent()));
    }

    private Pdf of(ScanResult result, TeamResult team) {
        SentScan sent = result.sent();
        return new Pdf(result.fileName(), room.make(
                List.of(sent.id(), sent.centreName(), sent.sentBy(), sent.notesErasedAfter(), result.help(), team),
                () -> centreReport.pdf(result, team)));
    }

    /**
     * The datagrafiek with what the team made of it beside it, for the centre itself.
     *
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's own centre
     */
    Pdf conversation(UUID sentId, UUID personId) {
        ScanResult result = result(sentId, personId);
        Permission.see_scan.require(result.sent().roles());
        TeamResult team = teams.of(result.sent());
        return new Pdf(Slug.of("gesprek", result.sent().centreName(), result.sent().roundTitle()),
                room.make(List.of("conversation", result.sent().id(), result.sent().centreName(), team),
                        () -> centreReport.conversation(result, team)));
    }

    /**
     * The report of a centre with comparison.
     *
     * @throws be.zelfscan.access.NotAllowed when it is nothing of the person's
     * @throws be.zelfscan.comparison.ComparisonNotFound when the round is not closed, or the centre sent nothing in it
     * @throws ReportRoom.Full when too many documents are being made
     */
    public Pdf centre(UUID centreId, UUID roundId, UUID personId) {
        return centre(centres.of(centreId, roundId, personId), teams::ofOwn);
    }

    Pdf centreItself(UUID centreId, UUID roundId) {
        return centre(centres.withoutReader(centreId, roundId), sent -> TeamResult.NONE);
    }

    /** The report of a centre in a round in which nothing is compared, for the service that makes reports without a reader. */
    Pdf centreAlone(UUID centreId, UUID roundId) {
        NetComparison.NamedCentres named = net.named(roundId, List.of(centreId.toString()));
        ComparedRound.Centre centre = named.centres().stream().findFirst().orElseThrow(ComparisonNotFound::centre);
        ScanResult result = withHelp(result(named.round(), named.questionnaire(), centre));
        return new Pdf(result.fileName(), room.make(List.of("alone", named.round(), result.sent().notesErasedAfter(),
                result.sent().sentBy(), result.help(), centre), () -> centreReport.pdf(result)));
    }

    private Pdf centre(CentreComparison.Compared compared, Function<SentScan, TeamResult> ofTeam) {
        ScanResult result = withHelp(result(compared.round(), compared.questionnaire(), compared.own().centre()));
        TeamResult team = ofTeam.apply(result.sent());
        return new Pdf(Slug.of(KIND, compared.own().centre().name(), compared.round().title()),
                room.make(
                        List.of(compared.round(), result.sent().notesErasedAfter(), result.sent().sentBy(), result.help(),
                                compared.own().centre(),
                                compared.groups(),
                                compared.earlier().map(earlier -> List.of(earlier.round(), earlier.own().centre())), team),
                        () -> centreReport.pdf(result, compared, team)));
    }

    /** The report of a school group; throws what {@link #centre} does. */
    Pdf schoolGroup(UUID schoolGroupId, UUID roundId, SignedIn person) {
        return schoolGroup(schoolGroups.of(schoolGroupId, roundId, person));
    }

    /** The same for who leads it, by mail. */
    public Pdf schoolGroupOfLeader(UUID schoolGroupId, UUID roundId, UUID leaderId) {
        return schoolGroup(schoolGroups.ofLeader(schoolGroupId, roundId, leaderId));
    }

    Pdf schoolGroupItself(UUID schoolGroupId, UUID roundId) {
        return schoolGroup(schoolGroups.withoutReader(schoolGroupId, roundId));
    }

    private Pdf schoolGroup(SchoolGroupComparison.Compared beside) {
        List<ScanResult> results = beside.sent().stream().map(CentreFacts::centre)
                .map(centre -> result(beside.round(), beside.questionnaire(), centre)).toList();
        return new Pdf(Slug.of(KIND, beside.group().name(), beside.round().title()),
                room.make(List.of(beside.round(), beside.group(), results.stream().map(one -> one.sent().notesErasedAfter()).toList(),
                        beside.centres().stream().map(CentreFacts::centre).toList(), beside.figures(), beside.net()),
                        () -> schoolGroupReport.pdf(beside, results)));
    }

    private ScanResult result(ComparedRound round, Questionnaire questionnaire, ComparedRound.Centre centre) {
        return ScanResult.of(scans.sentScan(
                new ScanReading.Counted(centre.sentScanId().orElseThrow(), centre.id(), centre.name(), round.id())), questionnaire);
    }

    /** The report of the whole net, for who sees all of it. */
    Pdf net(UUID roundId) {
        NetComparison.Overview overview = net.overview(roundId, NetFilter.NONE);
        NetReport.Content content = new NetReport.Content(overview, net.groups(roundId).groups(),
                net.centres(roundId, NetFilter.NONE, 0, Math.max(1, overview.centres())), net.change(roundId, Optional.empty()),
                net.notComparable(roundId));
        return new Pdf(Slug.of(KIND, "het net", overview.round().title()), room.make(() -> netReport.pdf(content)));
    }
}
