package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Puts the mails of a round in the outbox, to whom the round names for that kind. */
@Singleton
public class MailOut {
    /**
     * Who would get a mail of a round.
     *
     * @param people each once, by name
     * @param mails how many mails that makes: one for each centre of each of them; at the closing one for each of them
     * @param without the names of the centres for which nobody gets it
     */
    public record Audience(List<Recipient> people, int mails, List<String> without) {}

    private final RoundRepository rounds;
    private final CampaignRepository campaign;
    private final Outbox outbox;
    private final ActivityLog log;

    MailOut(RoundRepository rounds, CampaignRepository campaign, Outbox outbox, ActivityLog log) {
        this.rounds = rounds;
        this.campaign = campaign;
        this.outbox = outbox;
        this.log = log;
    }

    /**
     * Who would get a mail of this kind about these centres now, before it is put or after.
     *
     * @param centres of the round; others are left out
     */
    @Transactional
    public Audience audience(UUID roundId, RoundMail mail, Collection<UUID> centres) {
        List<CampaignRepository.Addressed> addressed = campaign.addressed(roundId, mail.kind()).stream()
                .filter(one -> centres.contains(one.centreId())).toList();
        List<Recipient> people = mail == RoundMail.round_closed ? toldOfClosing(addressed)
                : addressed.stream().flatMap(one -> one.recipient().stream()).distinct().toList();
        long mails = mail == RoundMail.round_closed ? people.size() : addressed.stream().filter(one -> one.recipient().isPresent()).count();
        return new Audience(people, (int) mails,
                addressed.stream().filter(one -> one.recipient().isEmpty()).map(CampaignRepository.Addressed::centre).toList());
    }

    /** People of a centre hear of every closing; who leads a school group only when there is something to read of its centres. */
    private static List<Recipient> toldOfClosing(List<CampaignRepository.Addressed> addressed) {
        return addressed.stream().filter(one -> one.ofCentre() || one.sent()).flatMap(one -> one.recipient().stream()).distinct().toList();
    }

    /**
     * Puts the mails that a round is closed, in the transaction of the caller: one for each person, whatever it concerns.
     *
     * @return the number of mails
     */
    @Transactional
    int putClosing(Round round) {
        List<Recipient> people = toldOfClosing(campaign.addressed(round.id(), RoundMail.round_closed.kind()));
        people.forEach(person -> outbox.putOfRound(round.id(), RoundMail.round_closed.kind(), person.email(), round.id(), 1));
        note(round, RoundMail.round_closed, people.size());
        return people.size();
    }

    private void note(Round round, RoundMail mail, int mails) {
        log.note(Action.mail_requested, round.id(),
                "%s: %s, %s".formatted(round.title(), mail.label(), mails == 1 ? "1 mail" : mails + " mails"));
    }

    /**
     * Puts one mail for each recipient of each of these centres, in the transaction of the caller; each call makes new mails.
     *
     * @return the number of mails
     */
    @Transactional
    public int put(UUID roundId, RoundMail mail, Collection<UUID> centres) {
        return centres.stream().mapToInt(centre -> put(roundId, mail, centre)).sum();
    }

    /** The same, for what somebody asked: the log notes it. */
    @Transactional
    int put(Round round, RoundMail mail, Collection<UUID> centres) {
        int mails = put(round.id(), mail, centres);
        note(round, mail, mails);
        return mails;
    }

    private int put(UUID roundId, RoundMail mail, UUID centreId) {
        UUID part = rounds.part(roundId, centreId).orElseThrow(() -> new IllegalArgumentException("The centre takes no part in the round"));
        int number = outbox.nextNumber(mail.kind(), part);
        var recipients = rounds.recipients(roundId, centreId, mail.kind());
        recipients.forEach(recipient -> outbox.putOfRound(roundId, mail.kind(), recipient.email(), part, number));
        return recipients.size();
    }
}
