package be.zelfscan.campaign;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.round.RoundPlanQueries;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What whoever runs the rounds sees of them: the plan, the centres and how far each is. Not one transaction: only the service may
 * look at the answers by which progress is judged, and it works in transactions of its own.
 */
@Singleton
public class FollowRound {
    /** A round in the list of all. */
    record Summary(Round round, int centres, int sent) {}

    /** A centre in a round, with how far it is. */
    public record Line(CentreOfNet centre, ScanProgress.OfCentre progress) {}

    /**
     * A round with all that belongs to it.
     *
     * @param instrument title of its questionnaire
     * @param lines its centres, by name
     * @param others the centres that can still join it, by name
     * @param lastDay of its plan, which may be past while it is open
     */
    public record Followed(Round round, String instrument, RoundPlan plan, List<Line> lines, List<CentreOfNet> others, LastDay lastDay) {
        Set<String> centreIds() {
            return lines.stream().map(line -> line.centre().id().toString()).collect(Collectors.toUnmodifiableSet());
        }

        private Followed with(Map<UUID, ScanProgress.OfCentre> scans) {
            return new Followed(round, instrument, plan, lines.stream()
                    .map(line -> new Line(line.centre(), scans.getOrDefault(line.centre().id(), line.progress()))).toList(), others,
                    lastDay);
        }
    }

    private final RoundRepository rounds;
    private final RoundPlanQueries plans;
    private final CampaignQueries campaign;
    private final ScanProgress progress;
    private final Instruments instruments;
    private final Clock clock;

    FollowRound(RoundRepository rounds, RoundPlanQueries plans, CampaignQueries campaign, ScanProgress progress, Instruments instruments,
            Clock clock) {
        this.rounds = rounds;
        this.plans = plans;
        this.campaign = campaign;
        this.progress = progress;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** All rounds, the newest first. */
    @ReadOnly
    List<Summary> all() {
        Map<UUID, CampaignQueries.Count> counts = campaign.counts();
        return rounds.all().stream().map(round -> {
            CampaignQueries.Count count = counts.getOrDefault(round.id(), CampaignQueries.Count.NONE);
            return new Summary(round, count.centres(), count.sent());
        }).toList();
    }

    /** Every centre, by name. */
    @ReadOnly
    List<CentreOfNet> net() {
        return campaign.centres(today());
    }

    /** @throws be.zelfscan.web.Refusal when there is no such round */
    Followed of(UUID roundId) {
        Followed planned = planned(roundId);
        return planned.with(new Scope.Service().call(() -> progress.ofRound(roundId)));
    }

    @ReadOnly
    Followed planned(UUID roundId) {
        Round round = rounds.get(roundId);
        Set<UUID> centres = rounds.centres(roundId);
        List<CentreOfNet> net = net();
        List<Line> lines = net.stream().filter(centre -> centres.contains(centre.id()))
                .map(centre -> new Line(centre, ScanProgress.OfCentre.notStarted(centre.id()))).toList();
        List<CentreOfNet> others = net.stream().filter(centre -> !centre.ended() && !centres.contains(centre.id())).toList();
        String instrument = instruments.find(round.questionnaire()).map(found -> found.title() + ", versie " + found.version())
                .orElse(round.questionnaire().toString());
        return new Followed(round, instrument, plans.of(round), lines, others, new LastDay(round.closesOn(), today()));
    }

    private LocalDate today() {
        return BelgianDutch.today(clock);
    }

    /**
     * A centre as POC+ chooses and follows it.
     *
     * @param schoolGroups for which it works, by name
     */
    public record CentreOfNet(UUID id, String name, boolean ended, List<SchoolGroup> schoolGroups) {
        /** A school group by which one chooses, with the number of the centres in question that work for it. */
        public record OfSchoolGroup(UUID id, String name, int centres) {}

        public CentreOfNet {
            schoolGroups = List.copyOf(schoolGroups);
        }

        CentreOfNet with(List<SchoolGroup> others) {
            return new CentreOfNet(id, name, ended, others);
        }

        boolean worksFor(UUID schoolGroupId) {
            return schoolGroups.stream().anyMatch(group -> group.id().equals(schoolGroupId));
        }

        /** The names of its school groups. */
        public String schoolGroupNames() {
            return String.join(", ", schoolGroups.stream().map(SchoolGroup::name).toList());
        }

        /** The school groups of these centres, by name. */
        static List<OfSchoolGroup> bySchoolGroup(List<CentreOfNet> centres) {
            return Names.inOrder(centres.stream().flatMap(centre -> centre.schoolGroups().stream())
                    .collect(Collectors.groupingBy(group -> group, Collectors.counting())).entrySet().stream()
                    .map(counted -> new OfSchoolGroup(counted.getKey().id(), counted.getKey().name(), counted.getValue().intValue()))
                    .sorted(Comparator.comparing(OfSchoolGroup::id)).toList(), OfSchoolGroup::name);
        }
    }
}
