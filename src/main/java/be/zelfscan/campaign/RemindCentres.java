package be.zelfscan.campaign;

import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanProgress;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reminds centres that have not sent their scan yet. */
@Singleton
public class RemindCentres {
    private final RoundRepository rounds;
    private final ScanProgress progress;
    private final MailOut mails;
    private final RoundMailRepository requests;
    private final Clock clock;

    RemindCentres(RoundRepository rounds, ScanProgress progress, MailOut mails, RoundMailRepository requests, Clock clock) {
        this.rounds = rounds;
        this.progress = progress;
        this.mails = mails;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * @param chosen centres; those that sent, or take no part, are left out
     * @param key of the form; what was posted with it once is not done again
     * @return the number of reminders, of the first time
     * @throws RoundRefused unless the round is open and some of the centres can be reminded
     */
    @Transactional
    public int remind(UUID roundId, Collection<String> chosen, UUID key) {
        rounds.hold(roundId);
        if (requests.claim(key, roundId, clock.instant()) == 0) {
            return requests.mails(key);
        }
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        if (!round.isOpen()) {
            throw RoundRefused
                    .now("Herinneringen gaan alleen uit zolang een ronde open is; deze ronde is %s.".formatted(round.state().label()));
        }
        if (chosen.isEmpty()) {
            throw RoundRefused.filledIn("Duid eerst minstens één centrum aan dat nog niet verzonden heeft.");
        }
        Set<UUID> sent = progress.sentCentres(roundId);
        List<UUID> unfinished = rounds.centres(roundId).stream()
                .filter(centre -> chosen.contains(centre.toString()) && !sent.contains(centre))
                .toList();
        if (unfinished.isEmpty()) {
            throw RoundRefused.filledIn("De aangeduide centra hebben al verzonden: zij krijgen geen herinnering meer.");
        }
        int put = mails.put(round, RoundMail.reminder, unfinished);
        requests.keepMails(key, put);
        return put;
    }
}
