package be.zelfscan.scan;

import java.util.UUID;

/** An answer came after the scan was sent. */
public class ScanAlreadySent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UUID scanId;

    ScanAlreadySent(UUID scanId) {
        super("Deze zelfscan is al verzonden. De antwoorden liggen vast; dit antwoord is niet meer bewaard.");
        this.scanId = scanId;
    }

    public UUID scanId() {
        return scanId;
    }
}
