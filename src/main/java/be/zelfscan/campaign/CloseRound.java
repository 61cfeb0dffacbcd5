package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Gives an open round a later end, or ends it. */
@Singleton
public class CloseRound {
    private final RoundRepository rounds;
    private final CampaignRepository campaign;
    private final FreezeComparison comparison;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    CloseRound(RoundRepository rounds, CampaignRepository campaign, FreezeComparison comparison, MailOut mails, ActivityLog log,
            Clock clock) {
        this.rounds = rounds;
        this.campaign = campaign;
        this.comparison = comparison;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Closes a round: what is being sent at that moment still counts, nothing that comes after it does. What the round is compared by is fixed with it.
     *
     * @return the number of closing mails
     * @throws RoundRefused unless the round is open
     */
    @Transactional
    public int close(UUID roundId) {
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        campaign.holdScans(roundId);
        if (rounds.close(roundId, clock.instant()) == 0) {
            throw RoundRefused
                    .now(round.isDraft() ? "De ronde ‘%s’ is nog niet geopend en kan dus niet afgesloten worden.".formatted(round.title())
                            : "De ronde ‘%s’ is al afgesloten; er zijn geen nieuwe mails gemaakt.".formatted(round.title()));
        }
        comparison.freeze(roundId);
        log.note(Action.round_closed, roundId, round.title());
        return mails.put(round, RoundMail.round_closed, rounds.centres(roundId));
    }

    /**
     * @param lastDay as it was filled in
     * @throws RoundRefused unless the round is open and the day is later than the last day so far, and not in the past
     */
    @Transactional
    public void extend(UUID roundId, String lastDay) {
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        if (!round.isOpen()) {
            throw RoundRefused.now("Alleen een open ronde kan je verlengen; deze ronde is %s.".formatted(round.state().label()));
        }
        LocalDate last = BelgianDutch.read(lastDay)
                .orElseThrow(() -> RoundRefused.filledIn(RoundFormCheck.dateSentence("nieuwe laatste", lastDay)));
        if (!last.isAfter(round.closesOn())) {
            throw RoundRefused.filledIn("De nieuwe laatste dag moet na %s vallen: een ronde wordt nooit korter. Kies een latere dag."
                    .formatted(BelgianDutch.date(round.closesOn())));
        }
        if (last.isBefore(LocalDate.now(clock.withZone(BelgianDutch.ZONE)))) {
            throw RoundRefused.filledIn(RoundFormCheck.pastSentence(last));
        }
        if (rounds.extend(roundId, last) == 0) {
            throw RoundRefused.now("Intussen veranderde iemand anders deze ronde. Kijk na wat er nu staat.");
        }
        log.note(Action.round_extended, roundId, "%s: tot en met %s".formatted(round.title(), BelgianDutch.date(last)));
    }
}
