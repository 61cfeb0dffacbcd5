package be.zelfscan.scan;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** What was asked for does not exist, or not for this person. */
public class ScanNotFound extends Problem {
    private static final long serialVersionUID = 1L;

    private ScanNotFound(String sentence) {
        super(HttpStatus.NOT_FOUND, sentence);
    }

    public static ScanNotFound scan() {
        return new ScanNotFound("Deze zelfscan bestaat niet, of hij hoort bij een ander centrum.");
    }

    public static ScanNotFound section(String section) {
        return new ScanNotFound("Deze vragenlijst heeft geen deel ‘" + section + "’. Kies er een uit de lijst.");
    }

    public static ScanNotFound sentScan() {
        return new ScanNotFound("Dit resultaat bestaat niet, of het hoort bij een ander centrum.");
    }
}
