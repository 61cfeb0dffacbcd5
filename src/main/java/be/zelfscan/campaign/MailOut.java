package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Puts the mails of a round in the outbox, to whom the round names for that kind. */
@Singleton
public class MailOut {
    private final RoundRepository rounds;
    private final Outbox outbox;
    private final ActivityLog log;

    MailOut(RoundRepository rounds, Outbox outbox, ActivityLog log) {
        this.rounds = rounds;
        this.outbox = outbox;
        this.log = log;
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
        log.note(Action.mail_requested, round.id(),
                "%s: %s, %s".formatted(round.title(), mail.label(), mails == 1 ? "1 mail" : mails + " mails"));
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
