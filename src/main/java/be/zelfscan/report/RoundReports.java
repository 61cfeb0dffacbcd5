package be.zelfscan.report;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All reports of a closed round: asked for by the support team, made by {@link RoundReportJob}, fetched as one file. */
@Singleton
class RoundReports {
    private final RoundReportRepository reports;
    private final NetComparison net;
    private final ActivityLog log;
    private final Clock clock;

    /**
     * How far they are.
     *
     * @param subjects the school groups and the centres that can have a report; none while the round is open
     */
    record State(ComparedRound round, List<RoundReportRepository.Subject> subjects, Optional<RoundReportRepository.Standing> standing) {}

    /** A file with all of them. */
    record Zip(String name, InputStream content) {}

    RoundReports(RoundReportRepository reports, NetComparison net, ActivityLog log, Clock clock) {
        this.reports = reports;
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /** @throws ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    public State of(UUID roundId) {
        ComparedRound round = net.rounds().stream().filter(one -> one.id().equals(roundId)).findFirst()
                .orElseThrow(ComparisonNotFound::round);
        return new State(round, reports.subjects(roundId), reports.standing(roundId));
    }

    /**
     * Has all reports made, also when they were made before.
     *
     * @throws ComparisonNotFound unless the round is closed and some centre sent a scan
     */
    @Transactional
    public void order(UUID roundId, UUID personId) {
        State state = of(roundId);
        if (!state.round().isFrozen()) {
            throw ComparisonNotFound.notYet(state.round());
        }
        if (state.subjects().isEmpty()) {
            throw ComparisonNotFound.nobodySent("het net", state.round().title());
        }
        UUID orderId = UUID.randomUUID();
        reports.order(orderId, roundId, personId, clock.instant());
        Set<String> names = new HashSet<>();
        int position = 1;
        reports.add(new RoundReportRepository.Item(orderId, position, RoundReportRepository.Kind.net, Optional.empty(), roundId),
                unique(names, "het-net"));
        for (RoundReportRepository.Subject subject : state.subjects()) {
            reports.add(new RoundReportRepository.Item(orderId, ++position, subject.kind(), Optional.of(subject.id()), roundId),
                    unique(names, folder(subject.kind()) + Slug.of(subject.name())));
        }
        log.note(Action.exported, roundId, "%s: %d rapporten gevraagd".formatted(state.round().title(), position));
    }

    private static String folder(RoundReportRepository.Kind kind) {
        return switch (kind) {
            case net -> "";
            case school_group -> "scholengroepen/";
            case centre -> "centra/";
        };
    }

    private static String unique(Set<String> taken, String name) {
        String unique = name;
        for (int number = 2; !taken.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique + Pdf.ENDING;
    }

    /**
     * All reports that are made, read one by one while the file is.
     *
     * @throws RoundReportsNotReady unless they all were made or given up
     */
    @Transactional
    public Zip zip(UUID roundId) {
        State state = of(roundId);
        RoundReportRepository.Standing standing = state.standing().orElseThrow(RoundReportsNotReady::notOrdered);
        if (standing.isBusy()) {
            throw RoundReportsNotReady.busy(standing);
        }
        log.note(Action.exported, roundId, "%s: alle rapporten".formatted(state.round().title()));
        Scope reader = Scope.current();
        return new Zip(Slug.of("rapporten", state.round().title()) + ".zip",
                new ReportZip(reports.made(standing.orderId()),
                        entry -> reader.call(() -> reports.pdf(standing.orderId(), entry.position())),
                        state.round().frozenAt().orElseThrow().atZone(BelgianDutch.ZONE).toLocalDateTime()));
    }
}
