package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an open round a later end, or ends it. */
@Singleton
public class CloseRound {
    private static final Logger LOG = LoggerFactory.getLogger(CloseRound.class);

    private final RoundRepository rounds;
    private final FinishClosing finish;
    private final ActivityLog log;
    private final Clock clock;

    CloseRound(RoundRepository rounds, FinishClosing finish, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.finish = finish;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Closes a round: what is under way at that moment still counts, nothing that comes after it does. That is short, since everybody who answers waits
     * for it; what the round is compared by and the mails are made after it. Should that fail, or the service stop meanwhile, then {@link FinishClosing}
     * makes them later.
     *
     * @return the number of closing mails; empty when they are still to be made
     * @throws RoundRefused unless the round is open
     */
    public OptionalInt close(UUID roundId) {
        end(roundId);
        try {
            return finish.finish(roundId);
        } catch (RuntimeException failure) {
            LOG.error("Round {} is closed; its comparison and mails could not be made yet", roundId, failure);
            return OptionalInt.empty();
        }
    }

    /** The closing itself, without what follows on it. */
    @Transactional
    void end(UUID roundId) {
        rounds.holdAlone(roundId);
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        if (rounds.close(roundId, clock.instant()) == 0) {
            throw RoundRefused
                    .now(round.isDraft() ? "De ronde ‘%s’ is nog niet geopend en kan dus niet afgesloten worden.".formatted(round.title())
                            : "De ronde ‘%s’ is al afgesloten; er zijn geen nieuwe mails gemaakt.".formatted(round.title()));
        }
        log.note(Action.round_closed, roundId, round.title());
    }

    /**
     * @param lastDay as it was filled in
     * @param seen the version of the last day so far, as the form showed it
     * @throws RoundRefused unless the round is open and the day is later than the last day so far, and not in the past
     * @throws Overtaken when somebody gave it another last day meanwhile
     */
    @Transactional
    public void extend(UUID roundId, String lastDay, String seen) {
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        if (!round.isOpen()) {
            throw RoundRefused.now("Alleen een open ronde kan je verlengen; deze ronde is %s.".formatted(round.state().label()));
        }
        LocalDate last = BelgianDutch.read(lastDay)
                .orElseThrow(() -> RoundRefused.filledIn(RoundFormCheck.dateSentence("nieuwe laatste", lastDay)));
        Overtaken.check(seen, lastDay(round.closesOn()), lastDay(last));
        if (!last.isAfter(round.closesOn())) {
            throw RoundRefused.filledIn("De nieuwe laatste dag moet na %s vallen: een ronde wordt nooit korter. Kies een latere dag."
                    .formatted(BelgianDutch.date(round.closesOn())));
        }
        if (last.isBefore(LocalDate.now(clock.withZone(BelgianDutch.ZONE)))) {
            throw RoundRefused.filledIn(RoundFormCheck.pastSentence(last));
        }
        if (rounds.extend(roundId, last, round.closesOn()) == 0) {
            throw RoundRefused.now("Intussen veranderde iemand anders deze ronde. Kijk na wat er nu staat.");
        }
        log.note(Action.round_extended, roundId, "%s: tot en met %s".formatted(round.title(), BelgianDutch.date(last)));
    }

    /** What the form to extend a round edits. */
    static FormContent lastDay(LocalDate day) {
        return FormContent.of("Laatste dag", BelgianDutch.date(day));
    }
}
