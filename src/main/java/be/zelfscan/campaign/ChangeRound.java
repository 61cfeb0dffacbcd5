package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.campaign.FollowRound.CentreOfNet;
import be.zelfscan.campaign.RoundForm.RoundFormCheck;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes what still can be changed of an open round: it gets a later last day, and centres join or leave it. */
@Singleton
public class ChangeRound {
    private final RoundRepository rounds;
    private final CampaignQueries campaign;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    ChangeRound(RoundRepository rounds, CampaignQueries campaign, MailOut mails, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.campaign = campaign;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param lastDay as it was filled in
     * @param seen the version of the last day so far, as the form showed it
     * @throws Refusal unless the round is open and the day is later than the last day so far, and not in the past
     * @throws Overtaken when somebody gave it another last day meanwhile
     */
    @Transactional
    public void extend(UUID roundId, String lastDay, String seen) {
        Round round = rounds.get(roundId);
        if (!round.isOpen()) {
            throw Refusal.conflict("Alleen een open ronde kan je verlengen; deze ronde is %s.".formatted(round.state().label()));
        }
        LocalDate last = BelgianDutch.read(lastDay)
                .orElseThrow(() -> Refusal.invalid(RoundFormCheck.dateSentence("nieuwe laatste", lastDay)));
        Overtaken.check(seen, lastDay(round.closesOn()), lastDay(last));
        if (!last.isAfter(round.closesOn())) {
            throw Refusal.invalid("De nieuwe laatste dag moet na %s vallen: een ronde wordt nooit korter. Kies een latere dag."
                    .formatted(BelgianDutch.date(round.closesOn())));
        }
        if (last.isBefore(today())) {
            throw Refusal.invalid(RoundFormCheck.pastSentence(last));
        }
        if (rounds.extend(roundId, last, round.closesOn()) == 0) {
            throw Refusal.conflict("Intussen veranderde iemand anders deze ronde. Kijk na wat er nu staat.");
        }
        log.note(Action.round_extended, roundId, "%s: tot en met %s".formatted(round.title(), BelgianDutch.date(last)));
    }

    /** What the form to extend a round edits. */
    static FormContent lastDay(LocalDate day) {
        return FormContent.of("Laatste dag", BelgianDutch.date(day));
    }

    /**
     * Adds a centre, which is invited at once.
     *
     * @return the number of invitations
     * @throws Refusal unless the round is open and the centre can join
     */
    @Transactional
    public int add(UUID roundId, String centreId) {
        Round round = holdOpen(roundId);
        CentreOfNet centre = campaign.centres(today()).stream().filter(one -> !one.ended() && one.id().toString().equals(centreId))
                .findFirst().orElseThrow(() -> Refusal.invalid("Kies een centrum uit de lijst."));
        if (rounds.takesPart(roundId, centre.id())) {
            throw Refusal.conflict("%s doet al mee aan deze ronde.".formatted(centre.name()));
        }
        rounds.addCentre(roundId, centre.id());
        log.note(Action.round_changed, roundId, "%s: %s toegevoegd".formatted(round.title(), centre.name()));
        return mails.put(round, RoundMail.invitation, List.of(centre.id()));
    }

    /**
     * Takes out a centre that has not started.
     *
     * @throws Refusal unless the round is open and the centre can leave
     */
    @Transactional
    public void remove(UUID roundId, String chosen) {
        Round round = holdOpen(roundId);
        Set<UUID> centres = rounds.centres(roundId);
        CentreOfNet centre = campaign.centres(today()).stream()
                .filter(one -> centres.contains(one.id()) && one.id().toString().equals(chosen)).findFirst()
                .orElseThrow(() -> Refusal.invalid("Kies een centrum dat aan deze ronde meedoet."));
        if (centres.size() == 1) {
            throw Refusal.conflict("Dit is het laatste centrum van de ronde, en een ronde zonder centra kan niet. "
                    + "Sluit de ronde af, of voeg eerst een ander centrum toe.");
        }
        if (!campaign.removeNotStarted(roundId, centre.id())) {
            throw Refusal.conflict(
                    "%s is al begonnen. Wat het invulde, blijft bewaard: het centrum blijft in deze ronde.".formatted(centre.name()));
        }
        log.note(Action.round_changed, roundId, "%s: %s weggehaald".formatted(round.title(), centre.name()));
    }

    /** Nobody answers in the round, or closes it, until the transaction ends. */
    private Round holdOpen(UUID roundId) {
        rounds.holdAlone(roundId);
        Round round = rounds.get(roundId);
        if (!round.isOpen()) {
            throw Refusal.conflict(
                    "Alleen van een open ronde kan je hier de centra veranderen; deze ronde is %s.".formatted(round.state().label()));
        }
        return round;
    }

    private LocalDate today() {
        return BelgianDutch.today(clock);
    }
}
