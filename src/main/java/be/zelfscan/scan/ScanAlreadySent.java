package be.zelfscan.scan;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** An answer came after the scan was sent. */
public class ScanAlreadySent extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient UUID scanId;

    ScanAlreadySent(UUID scanId) {
        super(HttpStatus.GONE, "Deze zelfscan is al verzonden. De antwoorden liggen vast; dit antwoord is niet meer bewaard.");
        this.scanId = scanId;
    }

    public UUID scanId() {
        return scanId;
    }
}
