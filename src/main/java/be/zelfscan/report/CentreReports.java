package be.zelfscan.report;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Results and reports of sent scans, for whoever may see them and for the mail. */
@Singleton
public class CentreReports {
    private final ScanReading reading;
    private final Instruments instruments;
    private final CentreReport report;
    private final ReportRoom room;

    CentreReports(ScanReading reading, Instruments instruments, CentreReport report, ReportRoom room) {
        this.reading = reading;
        this.instruments = instruments;
        this.report = report;
        this.room = room;
    }

    /**
     * @throws be.zelfscan.scan.ScanNotFound when there is no such sent scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    ScanResult result(UUID sentId, UUID personId) {
        return result(reading.sentScan(sentId, personId));
    }

    /** For the service itself, which mails it to whom the sending named. */
    ScanResult resultForMail(UUID sentId) {
        return result(reading.sentScanForMail(sentId));
    }

    private ScanResult result(SentScan sent) {
        return ScanResult.of(sent, instruments.get(sent.questionnaire()));
    }

    /** The report as PDF. @throws ReportRoom.Full when too many documents are being made */
    byte[] pdf(ScanResult result) {
        SentScan sent = result.sent();
        return room.make(List.of(sent.id(), sent.centreName(), sent.sentBy(), sent.notesErasedAfter()), () -> report.pdf(result));
    }
}
