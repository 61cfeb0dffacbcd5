package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Problem;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sends a scan: copies it into an immutable numbered snapshot with its fact rows and puts the mail to whom the round names in the outbox,
 * all in one transaction.
 */
@Singleton
public class SendScan {
    /** The kind of the mail that tells that the scan was sent; its subject is the sent scan. */
    public static final String SENT_MAIL = RoundMail.scan_sent.kind();

    /** A scan was sent while something is still open. */
    static final class Incomplete extends Problem {
        private static final long serialVersionUID = 1L;

        Incomplete(List<Progress.OpenPoint> open) {
            super(HttpStatus.UNPROCESSABLE_ENTITY, "Er is nog niets verzonden: "
                    + (open.isEmpty() ? "er is nog geen enkel antwoord."
                            : open.size() == 1 ? "één antwoord ontbreekt nog." : open.size() + " antwoorden ontbreken nog."));
        }
    }

    private final ScanRepository scans;
    private final SentScanRepository sentScans;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final Outbox outbox;
    private final ActivityLog log;
    private final ApplicationEventPublisher<ScanChanged> events;
    private final Clock clock;

    SendScan(ScanRepository scans, SentScanRepository sentScans, RoundRepository rounds,
            Instruments instruments,
            Outbox outbox, ActivityLog log, ApplicationEventPublisher<ScanChanged> events, Clock clock) {
        this.scans = scans;
        this.sentScans = sentScans;
        this.rounds = rounds;
        this.instruments = instruments;
        this.outbox = outbox;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The version of what somebody confirms who sends the scan: its answers as they are now.
     *
     * @throws ScanNotFound when there is no such scan
     */
    @ReadOnly
    public String version(UUID scanId, UUID personId) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.none).orElseThrow(ScanNotFound::scan);
        Permission.send.require(found.scan().roles());
        return found.answers().revisions().version();
    }

    /**
     * Sends the scan; a scan that was sent before is not sent again.
     *
     * @param seen the {@link #version} that was confirmed
     * @return the id of the sent scan
     * @throws Incomplete with everything that is still open; nothing is sent then
     * @throws Overtaken when one of its answers was written anew by now
     * @throws ScanNotFound when there is no such scan
     * @throws be.zelfscan.round.RoundClosed when its round is not open
     */
    @Transactional
    public UUID send(UUID scanId, String seen, UUID personId) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.against_saving).orElseThrow(ScanNotFound::scan);
        Scan scan = found.scan();
        Permission.send.require(scan.roles());
        if (scan.sent()) {
            return sentScans.ofScan(scanId, personId).getFirst().id();
        }
        scan.requireOpenRound();
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        Progress progress = new Progress(questionnaire, found.answers());
        if (!progress.isComplete()) {
            throw new Incomplete(progress.open());
        }
        Overtaken.check(seen, found.answers().revisions());
        Answers given = progress.visible().of(found.answers());
        UUID sentId = UUID.randomUUID();
        Instant now = clock.instant();
        int number = sentScans.add(sentId, scan, personId, now, questionnaire, given);
        if (!scans.markSent(scanId)) {
            throw scan.roundClosed();
        }
        log.note(Action.scan_sent, sentId, scan.centreName() + ", nr. " + number);
        rounds.recipients(scan.roundId(), scan.centreId(), SENT_MAIL)
                .forEach(recipient -> outbox.putOfRound(scan.roundId(), SENT_MAIL, recipient.email(), sentId, number));
        events.publishEvent(ScanChanged.asWhole(scanId, personId));
        return sentId;
    }
}
