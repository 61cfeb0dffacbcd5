package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Sends a scan: copies it into an immutable numbered snapshot with its fact rows and puts the mail to the directors in the outbox, all in one
 * transaction.
 */
@Singleton
public class SendScan {
    /** The kind of the mail that tells a director that the scan was sent; its subject is the sent scan. */
    public static final String SENT_MAIL = "scan-sent";

    private final ScanRepository scans;
    private final SentScanRepository sentScans;
    private final OrganisationRepository organisations;
    private final Instruments instruments;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    SendScan(ScanRepository scans, SentScanRepository sentScans, OrganisationRepository organisations,
            Instruments instruments,
            Outbox outbox, ActivityLog log, Clock clock) {
        this.scans = scans;
        this.sentScans = sentScans;
        this.organisations = organisations;
        this.instruments = instruments;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sends the scan; a scan that was sent before is not sent again.
     *
     * @return the id of the sent scan
     * @throws IncompleteScan with everything that is still open; nothing is sent then
     * @throws ScanNotFound when there is no such scan
     */
    @Transactional
    public UUID send(UUID scanId, UUID personId) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.against_saving).orElseThrow(ScanNotFound::scan);
        Scan scan = found.scan();
        Permission.send.require(scan.roles());
        if (scan.sent()) {
            return sentScans.ofScan(scanId, personId).getFirst().id();
        }
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        Answers given = found.answers();
        Progress progress = new Progress(questionnaire, given);
        if (!progress.isComplete()) {
            throw new IncompleteScan(progress.open());
        }
        UUID sentId = UUID.randomUUID();
        Instant now = clock.instant();
        int number = sentScans.add(sentId, scan, personId, now, given, Facts.of(questionnaire, given));
        scans.markSent(scanId);
        log.note(Action.scan_sent, sentId, scan.centreName() + ", nr. " + number);
        organisations.directors(scan.centreId()).forEach(director -> outbox.put(SENT_MAIL, director.email(), sentId, number));
        return sentId;
    }
}
