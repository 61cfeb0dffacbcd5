package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.campaign.RoundForm.RoundFormCheck;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Changes what still can be changed of an open round: it gets a later last day, and centres join or leave it. */
@Singleton
public class ChangeRound {
    /** The name of the field with the centre that is to be added or taken out. */
    static final String CENTRE = "centre";

    private final RoundRepository rounds;
    private final FollowRound follow;
    private final NetRepository net;
    private final MailOut mails;
    private final DSLContext sql;
    private final ActivityLog log;
    private final Clock clock;

    ChangeRound(RoundRepository rounds, FollowRound follow, NetRepository net, MailOut mails, DSLContext sql, ActivityLog log,
            Clock clock) {
        this.rounds = rounds;
        this.follow = follow;
        this.net = net;
        this.mails = mails;
        this.sql = sql;
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
        if (last.isBefore(BelgianDutch.today(clock))) {
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

    /** @throws Refusal unless the round is open and the centre can join it */
    RoundQuestion adding(UUID roundId, String chosen) {
        FollowRound.Followed followed = follow.open(roundId, "uitbreiden");
        Centre centre = chosen(followed.others(), chosen, "Kies een centrum uit de lijst.");
        return new RoundQuestion(followed.round(), "%s toevoegen?".formatted(centre.name()),
                "Het centrum ziet de ronde dan. Wie de uitnodiging krijgt, staat hieronder.", List.of(), List.of(),
                Optional.of(mails.reachOfNew(roundId, RoundMail.invitation, centre)), "", "/centra",
                List.of(new Form.Field(CENTRE, chosen)), "Toevoegen en uitnodigen");
    }

    /** @throws Refusal unless the round is open and the centre takes part in it */
    RoundQuestion removing(UUID roundId, String chosen) {
        FollowRound.Followed followed = follow.open(roundId, "inkorten");
        Centre centre = chosen(followed.centres(), chosen, "Kies een centrum dat aan deze ronde meedoet.");
        return new RoundQuestion(followed.round(), "%s weghalen?".formatted(centre.name()), "Het centrum ziet deze ronde dan niet meer.",
                List.of(),
                List.of("Niemand krijgt hierover een mail. Kreeg het centrum al een uitnodiging, verwittig het dan zelf.",
                        "Je kan het centrum later opnieuw toevoegen; wie de uitnodiging krijgt, krijgt ze dan opnieuw."),
                Optional.empty(), "", "/centra/verwijdering", List.of(new Form.Field(CENTRE, chosen)), "Weghalen");
    }

    private static Centre chosen(List<Centre> centres, String id, String otherwise) {
        return centres.stream().filter(one -> one.id().toString().equals(id)).findFirst().orElseThrow(() -> Refusal.invalid(otherwise));
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
        Centre centre = chosen(net.centres().stream().filter(Centre::isActive).toList(), centreId,
                "Kies een centrum uit de lijst.");
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
        Centre centre = chosen(net.centres().stream().filter(one -> centres.contains(one.id())).toList(), chosen,
                "Kies een centrum dat aan deze ronde meedoet.");
        if (centres.size() == 1) {
            throw Refusal.conflict("Dit is het laatste centrum van de ronde, en een ronde zonder centra kan niet. "
                    + "Sluit de ronde af, of voeg eerst een ander centrum toe.");
        }
        if (!removeNotStarted(roundId, centre.id())) {
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

    /** Takes a centre out of a round in which it has not started; returns whether it could. */
    private boolean removeNotStarted(UUID roundId, UUID centreId) {
        return sql.deleteFrom(ROUND_CENTRE).where(ROUND_CENTRE.ROUND_ID.eq(roundId)).and(ROUND_CENTRE.CENTRE_ID.eq(centreId))
                .and(notExists(
                        selectOne().from(SCAN).where(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID))
                                .and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID))))
                .execute() == 1;
    }
}
