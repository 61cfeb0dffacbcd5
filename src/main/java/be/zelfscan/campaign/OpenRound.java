package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.campaign.RoundForm.RoundFormCheck;
import be.zelfscan.organisation.Centre;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens a round: from then on its centres see it and are invited. */
@Singleton
public class OpenRound {
    private final RoundRepository rounds;
    private final FollowRound follow;
    private final PlanRound plan;
    private final Instruments instruments;
    private final MailOut mails;
    private final ActivityLog log;
    private final Clock clock;

    OpenRound(RoundRepository rounds, FollowRound follow, PlanRound plan, Instruments instruments, MailOut mails, ActivityLog log,
            Clock clock) {
        this.rounds = rounds;
        this.follow = follow;
        this.plan = plan;
        this.instruments = instruments;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal unless the round is a draft */
    RoundQuestion question(UUID roundId) {
        String seen = version(roundId); // before what is shown is read, so that it is never newer
        FollowRound.Followed followed = follow.of(roundId);
        if (!followed.round().isDraft()) {
            throw Refusal.conflict("De ronde ‘%s’ is al geopend.".formatted(followed.round().title()));
        }
        List<Centre> centres = followed.centres();
        boolean one = centres.size() == 1;
        return new RoundQuestion(followed.round(), "De ronde openen?",
                "%s de ronde dan. Wie de uitnodiging krijgt, staat hieronder.".formatted(one ? "Het centrum ziet" : "De centra zien"),
                List.of(new Confirmation.Fact(one ? "1 centrum doet mee" : centres.size() + " centra doen mee",
                        centres.stream().map(Centre::name).toList())),
                List.of("Vanaf dan %s invullen en verzenden, tot en met %s.".formatted(one ? "kan het centrum" : "kunnen de centra",
                        BelgianDutch.date(followed.round().closesOn()))),
                Optional.of(mails.reach(roundId, RoundMail.invitation, centres)),
                "Daarna liggen de vragenlijst, de titel en de ontvangers vast, en een open ronde kan je niet meer intrekken.", "/opening",
                List.of(new Form.Field(FormContent.VERSION, seen)), "Openen en uitnodigen");
    }

    /** The version of what somebody confirms who opens the round: all that is planned, which nobody can change afterwards. */
    @Transactional
    public String version(UUID roundId) {
        return plan.content(rounds.get(roundId)).version();
    }

    /**
     * @param seen the {@link #version} that was confirmed
     * @return the number of invitations
     * @throws Refusal when the round cannot be opened (any more)
     * @throws Overtaken when the round is planned otherwise by now
     */
    @Transactional
    public int open(UUID roundId, String seen) {
        rounds.holdAlone(roundId);
        Round round = rounds.get(roundId);
        if (!round.isDraft()) {
            throw already(round);
        }
        Set<UUID> centres = rounds.centres(roundId);
        if (centres.isEmpty()) {
            throw Refusal.invalid("Deze ronde heeft nog geen centra. Kies eerst welke centra meedoen.");
        }
        if (round.closesOn().isBefore(BelgianDutch.today(clock))) {
            throw Refusal.invalid(RoundFormCheck.pastSentence(round.closesOn()));
        }
        if (instruments.find(round.questionnaire()).isEmpty()) {
            throw Refusal.invalid("De vragenlijst van deze ronde is niet gepubliceerd. Kies er eerst een andere.");
        }
        Overtaken.check(seen, plan.content(round));
        if (rounds.open(roundId, clock.instant()) == 0) {
            throw already(round);
        }
        log.note(Action.round_opened, roundId, round.title());
        return mails.put(round, RoundMail.invitation, centres);
    }

    private static Refusal already(Round round) {
        return Refusal.conflict("De ronde ‘%s’ is al geopend; er zijn geen nieuwe uitnodigingen gemaakt.".formatted(round.title()));
    }
}
