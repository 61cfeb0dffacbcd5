package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static org.jooq.impl.DSL.count;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.round.RoundPlanQueries;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.round.RoundSummary;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * What whoever runs the rounds sees of them: the plan, the centres and how far each is. Not one transaction: only the service may
 * look at the answers by which progress is judged, and it works in transactions of its own.
 */
@Singleton
public class FollowRound {
    /** A school group by which one chooses, with the number of the centres in question that work for it. */
    public record SchoolGroupChoice(UUID id, String name, int centres) {
        /**
         * Those for which some of these centres work.
         *
         * @param groups in the order in which they are shown
         */
        static List<SchoolGroupChoice> of(List<Centre> centres, List<SchoolGroup> groups) {
            return groups.stream()
                    .map(group -> new SchoolGroupChoice(group.id(), group.name(),
                            (int) centres.stream().filter(centre -> centre.schoolGroups().contains(group.id())).count()))
                    .filter(choice -> choice.centres() > 0).toList();
        }
    }

    /** A centre in a round, with how far it is. */
    public record Line(Centre centre, ScanProgress.OfCentre progress) {
        boolean isSent() {
            return progress.state() == ScanProgress.State.sent;
        }
    }

    /**
     * A round with all that belongs to it.
     *
     * @param instrument title of its questionnaire
     * @param lines its centres, by name
     * @param others the centres that can still join it, by name
     * @param schoolGroups all of the net, by name
     * @param lastDay of its plan, which may be past while it is open
     */
    public record Followed(Round round, String instrument, RoundPlan plan, List<Line> lines, List<Centre> others,
            List<SchoolGroup> schoolGroups, LastDay lastDay) {
        List<Centre> centres() {
            return lines.stream().map(Line::centre).toList();
        }

        Set<String> centreIds() {
            return lines.stream().map(line -> line.centre().id().toString()).collect(Collectors.toUnmodifiableSet());
        }

        private Followed with(Map<UUID, ScanProgress.OfCentre> scans) {
            return new Followed(round, instrument, plan, lines.stream()
                    .map(line -> new Line(line.centre(), scans.getOrDefault(line.centre().id(), line.progress()))).toList(), others,
                    schoolGroups, lastDay);
        }
    }

    private final RoundRepository rounds;
    private final RoundPlanQueries plans;
    private final NetRepository net;
    private final ScanProgress progress;
    private final Instruments instruments;
    private final DSLContext sql;
    private final Clock clock;

    FollowRound(RoundRepository rounds, RoundPlanQueries plans, NetRepository net, ScanProgress progress, Instruments instruments,
            DSLContext sql, Clock clock) {
        this.rounds = rounds;
        this.plans = plans;
        this.net = net;
        this.progress = progress;
        this.instruments = instruments;
        this.sql = sql;
        this.clock = clock;
    }

    /** All rounds, the newest first, with how many centres sent and were not opened again since. */
    @ReadOnly
    List<RoundSummary> all() {
        var counts = sql.select(ROUND_CENTRE.ROUND_ID, count(), count().filterWhere(SCAN.STATE.eq("sent"))).from(ROUND_CENTRE)
                .leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID).and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID))).groupBy(ROUND_CENTRE.ROUND_ID)
                .fetchMap(ROUND_CENTRE.ROUND_ID);
        return rounds.all().stream().map(round -> Optional.ofNullable(counts.get(round.id()))
                .map(found -> new RoundSummary(round, found.value2(), found.value3())).orElse(new RoundSummary(round, 0, 0))).toList();
    }

    /** @throws Refusal when there is no such round */
    Followed of(UUID roundId) {
        Followed planned = planned(roundId);
        return planned.with(new Scope.Service().call(() -> progress.ofRound(roundId)));
    }

    /**
     * @param what cannot be done otherwise, as a verb
     * @throws Refusal unless the round is open
     */
    Followed open(UUID roundId, String what) {
        Followed followed = of(roundId);
        if (!followed.round().isOpen()) {
            throw Refusal.conflict("Alleen een open ronde kan je %s; deze ronde is %s.".formatted(what, followed.round().state().label()));
        }
        return followed;
    }

    @ReadOnly
    Followed planned(UUID roundId) {
        Round round = rounds.get(roundId);
        Set<UUID> centres = rounds.centres(roundId);
        List<Centre> all = net.centres();
        List<Line> lines = all.stream().filter(centre -> centres.contains(centre.id()))
                .map(centre -> new Line(centre, ScanProgress.OfCentre.notStarted(centre.id()))).toList();
        List<Centre> others = all.stream().filter(centre -> centre.isActive() && !centres.contains(centre.id())).toList();
        String instrument = instruments.find(round.questionnaire()).map(found -> found.title() + ", versie " + found.version())
                .orElse(round.questionnaire().toString());
        return new Followed(round, instrument, plans.of(round), lines, others, net.schoolGroups(),
                new LastDay(round.closesOn(), BelgianDutch.today(clock)));
    }
}
