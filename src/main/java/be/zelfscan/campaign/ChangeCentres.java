package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lets centres join or leave a round that is open. */
@Singleton
public class ChangeCentres {
    private final RoundRepository rounds;
    private final CampaignRepository campaign;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    ChangeCentres(RoundRepository rounds, CampaignRepository campaign, MailOut mails, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.campaign = campaign;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Adds a centre, which is invited at once.
     *
     * @return the number of invitations
     * @throws RoundRefused unless the round is open and the centre can join
     */
    @Transactional
    public int add(UUID roundId, String centreId) {
        Round round = open(roundId);
        CentreOfNet centre = campaign.centres(LocalDate.now(clock.withZone(BelgianDutch.ZONE))).stream()
                .filter(one -> !one.ended() && one.id().toString().equals(centreId)).findFirst()
                .orElseThrow(() -> RoundRefused.filledIn("Kies een centrum uit de lijst."));
        if (rounds.takesPart(roundId, centre.id())) {
            throw RoundRefused.now("%s doet al mee aan deze ronde.".formatted(centre.name()));
        }
        rounds.addCentre(roundId, centre.id());
        log.note(Action.round_changed, roundId, "%s: %s toegevoegd".formatted(round.title(), centre.name()));
        return mails.put(round, RoundMail.invitation, List.of(centre.id()));
    }

    /**
     * Takes out a centre that has not started.
     *
     * @throws RoundRefused unless the round is open and the centre can leave
     */
    @Transactional
    public void remove(UUID roundId, String chosen) {
        Round round = open(roundId);
        Set<UUID> centres = rounds.centres(roundId);
        UUID centreId = centres.stream().filter(centre -> centre.toString().equals(chosen)).findFirst()
                .orElseThrow(() -> RoundRefused.filledIn("Kies een centrum dat aan deze ronde meedoet."));
        if (centres.size() == 1) {
            throw RoundRefused.now(
                    "Dit is het laatste centrum van de ronde, en een ronde zonder centra kan niet. Sluit de ronde af, of voeg eerst een ander centrum toe.");
        }
        String name = campaign.centres(LocalDate.now(clock.withZone(BelgianDutch.ZONE))).stream().filter(one -> one.id().equals(centreId))
                .map(CentreOfNet::name).findFirst().orElseThrow(RoundRefused::notFound);
        if (!campaign.removeNotStarted(roundId, centreId)) {
            throw RoundRefused.now("%s is al begonnen. Wat het invulde, blijft bewaard: het centrum blijft in deze ronde.".formatted(name));
        }
        log.note(Action.round_changed, roundId, "%s: %s weggehaald".formatted(round.title(), name));
    }

    private Round open(UUID roundId) {
        rounds.holdAlone(roundId);
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        if (!round.isOpen()) {
            throw RoundRefused
                    .now("Alleen van een open ronde kan je hier de centra veranderen; deze ronde is %s.".formatted(round.state().label()));
        }
        return round;
    }
}
