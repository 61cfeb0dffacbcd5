package be.zelfscan.campaign;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.ChosenRecipient;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.web.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What whoever runs the rounds sees of them: the plan, the centres and how far each is. Not one transaction: only the service may look at the answers by
 * which progress is judged, and it works in transactions of its own.
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
    public record Followed(Round round, String instrument, List<Integer> reminderDays, Map<RoundMail, Set<Role>> recipients,
            List<Line> lines,
            List<CentreOfNet> others, LastDay lastDay) {
        Set<String> centreIds() {
            return lines.stream().map(line -> line.centre().id().toString()).collect(Collectors.toUnmodifiableSet());
        }
    }

    private final RoundRepository rounds;
    private final CampaignRepository campaign;
    private final ScanProgress progress;
    private final Instruments instruments;
    private final Clock clock;

    FollowRound(RoundRepository rounds, CampaignRepository campaign, ScanProgress progress, Instruments instruments, Clock clock) {
        this.rounds = rounds;
        this.campaign = campaign;
        this.progress = progress;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** All rounds, the newest first. */
    List<Summary> all() {
        Map<UUID, CampaignRepository.Count> counts = campaign.counts();
        return rounds.all().stream().map(round -> {
            CampaignRepository.Count count = counts.getOrDefault(round.id(), new CampaignRepository.Count(0, 0));
            return new Summary(round, count.centres(), count.sent());
        }).toList();
    }

    /** Every centre, by name. */
    List<CentreOfNet> net() {
        return campaign.centres(LocalDate.now(clock.withZone(BelgianDutch.ZONE)));
    }

    /** @throws RoundRefused when there is no such round */
    Followed of(UUID roundId) {
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        Set<UUID> centres = rounds.centres(roundId);
        Map<UUID, ScanProgress.OfCentre> scans = new Scope.Service().call(() -> progress.ofRound(roundId));
        List<CentreOfNet> net = net();
        List<Line> lines = net.stream().filter(centre -> centres.contains(centre.id()))
                .map(centre -> new Line(centre, scans.getOrDefault(centre.id(), ScanProgress.OfCentre.notStarted(centre.id())))).toList();
        List<CentreOfNet> others = net.stream().filter(centre -> !centre.ended() && !centres.contains(centre.id())).toList();
        String instrument = instruments.find(round.questionnaire()).map(found -> found.title() + ", versie " + found.version())
                .orElse(round.questionnaire().toString());
        return new Followed(round, instrument, rounds.reminderDays(roundId), recipients(rounds.chosenRecipients(roundId)), lines, others,
                new LastDay(round.closesOn(), LocalDate.now(clock.withZone(BelgianDutch.ZONE))));
    }

    static Map<RoundMail, Set<Role>> recipients(List<ChosenRecipient> chosen) {
        return Arrays.stream(RoundMail.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), mail -> chosen.stream()
                .filter(one -> one.kind().equals(mail.kind())).map(ChosenRecipient::role).collect(Collectors.toUnmodifiableSet())));
    }
}
